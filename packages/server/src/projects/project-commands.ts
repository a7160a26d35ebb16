/**
 * Beginning a project: it is given its stewards in the same transaction, or the leader hears that it has none.
 */

import { dueDate, instantOf, localMoment } from '@guanjia/core/calendar'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import { sql } from 'kysely'
import type { CommandContext } from '../platform/commands/command.ts'
import { type ProjectsRoom, personOf } from './projects-ports.ts'
import { projectsTables } from './projects-tables.ts'
import { assignStewards } from './stewardship-commands.ts'

/** A project to be. */
export interface NewProject {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly facts?: Readonly<Record<string, unknown>> | undefined
}

/** Begins a project. Refuses a kind that content does not name, and a day whose calendar is not published. */
export async function createProject(
  room: ProjectsRoom,
  context: CommandContext,
  { id, name, kind, facts: told = {} }: NewProject,
): Promise<Result<{ id: string; number: string }, 'project-kind-unknown' | 'calendar-not-published'>> {
  const { content, questionnaire } = room
  if (!content.kinds.some((known) => known.id === kind)) return refuse('project-kind-unknown', { kind })
  const due = assignmentDue(room, context.now)
  if (!due.ok) return due
  const tables = projectsTables(context.tx)
  const number = await nextNumber(room, context)
  const facts = { ...questionnaire.kinds[kind], ...told }
  await tables
    .insertInto('project')
    .values({
      id,
      number,
      name,
      kind,
      owner_id: personOf(context),
      facts,
      facts_at: Object.keys(told).length > 0 ? context.now : null,
      state: 'active',
      created_at: context.now,
      steward_due_at: due.value,
      ended_at: null,
    })
    .execute()
  context.emit({ type: 'projects.begun', subject: id, body: { number } })
  if (!(await assignStewards(room, context, { id, number, kind })))
    context.emit({ type: 'projects.steward-missing', subject: id, body: { number } })
  return accept({ id, number })
}

/** The end of the hall's hours on the last day of the promise. */
function assignmentDue({ zone, content }: ProjectsRoom, now: Date): Result<Date, 'calendar-not-published'> {
  const { date } = localMoment(now.getTime(), zone.utcOffsetMinutes)
  const due = dueDate(zone.calendar, date, content.assignWithin.value)
  if (!due.ok) return due
  const closing = { date: due.value.due, minuteOfDay: zone.officeHours.afternoon.to }
  return accept(new Date(instantOf(closing, zone.utcOffsetMinutes)))
}

/** A number people can say on the telephone, such as `XM23-0041`. */
async function nextNumber({ zone, content }: ProjectsRoom, { tx, now }: CommandContext): Promise<string> {
  const { date } = localMoment(now.getTime(), zone.utcOffsetMinutes)
  const { rows } = await sql<{ sequence: string }>`
    select nextval('guanjia.project_number') as sequence`.execute(tx)
  return `${content.numberPrefix}${date.slice(2, 4)}-${String(rows[0]?.sequence).padStart(4, '0')}`
}
