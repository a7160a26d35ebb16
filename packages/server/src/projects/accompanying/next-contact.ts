/**
 * The next contact of a project: a day, and a word to its stewards on the morning of it.
 */

import { systemPrincipal } from '@guanjia/core/access'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import { sql } from 'kysely'
import type { CommandContext } from '../../platform/commands/command.ts'
import { eachAlone } from '../../platform/jobs/each-alone.ts'
import { todayOf } from '../plans/plan-source.ts'
import { type ProjectsRoom, personOf } from '../projects-ports.ts'
import { projectsTables } from '../projects-tables.ts'
import { accompanyingTables } from './accompanying-tables.ts'

const job = 'projects.remind-of-contacts'
const dayMinutes = 24 * 60

/** Sets the day, or takes it away. Refuses a day that has passed. */
export async function setNextContact(
  room: ProjectsRoom,
  context: CommandContext,
  { projectId, on }: { readonly projectId: string; readonly on: string | null },
): Promise<Result<{ on: string | null }, 'project-ended' | 'next-contact-past'>> {
  const project = await projectsTables(context.tx)
    .selectFrom('project')
    .select('state')
    .where('id', '=', projectId)
    .forShare()
    .executeTakeFirstOrThrow()
  if (project.state === 'ended') return refuse('project-ended')
  if (on === null) {
    const tables = accompanyingTables(context.tx)
    await tables.deleteFrom('project_next_contact').where('project_id', '=', projectId).execute()
    return accept({ on })
  }
  if (on < todayOf(room, context.now)) return refuse('next-contact-past', { on })
  await writeNextContact(context, { projectId, on })
  return accept({ on })
}

/** Writes the day; whoever was reminded of an earlier one is reminded again. */
export async function writeNextContact(
  context: CommandContext,
  { projectId, on }: { readonly projectId: string; readonly on: string },
): Promise<void> {
  const row = { on_date: on, set_by: personOf(context), set_at: context.now, reminded_at: null }
  await accompanyingTables(context.tx)
    .insertInto('project_next_contact')
    .values({ project_id: projectId, ...row })
    .onConflict((conflict) => conflict.column('project_id').doUpdateSet(row))
    .execute()
}

/** Tells the stewards every morning whom they promised to speak with. */
export function handleNextContacts(room: ProjectsRoom): void {
  room.jobs.handle(job, () => remindOfContacts(room))
  room.jobs.every(job, cronAt(room))
}

/** The zone's minute of the day as a crontab pattern in UTC. */
function cronAt({ content, zone }: ProjectsRoom): string {
  const [hours = 0, minutes = 0] = content.remindAt.value.split(':').map(Number)
  const minute = (hours * 60 + minutes - zone.utcOffsetMinutes + dayMinutes) % dayMinutes
  return `${minute % 60} ${Math.floor(minute / 60)} * * *`
}

async function remindOfContacts(room: ProjectsRoom): Promise<void> {
  const today = todayOf(room, room.clock.now())
  const { rows } = await sql<{ id: string }>`
    select next.project_id as id from project_next_contact next join project on project.id = next.project_id
    where next.reminded_at is null and next.on_date <= ${today} and project.state = 'active'`.execute(
    room.database,
  )
  await eachAlone(rows, async ({ id }) => {
    const command = {
      name: job,
      subject: id,
      principal: systemPrincipal(job),
      correlationId: id,
      legal: false,
    }
    await room.runCommand(command, async (context) => remindOne(context, id))
  })
}

async function remindOne(context: CommandContext, projectId: string): Promise<Result<object, never>> {
  const { rows } = await sql<{ number: string; on: string }>`
    update project_next_contact next set reminded_at = ${context.now}
    from project where project.id = next.project_id and next.project_id = ${projectId}
      and next.reminded_at is null
    returning project.number, next.on_date as on`.execute(context.tx)
  const [due] = rows
  if (due !== undefined) context.emit({ type: 'projects.contact-due', subject: projectId, body: { ...due } })
  return accept({})
}
