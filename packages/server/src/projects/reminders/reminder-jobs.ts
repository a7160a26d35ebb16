/**
 * Lets a batch of reminders go when its moment has come, and only then.
 */

import { systemPrincipal } from '@guanjia/core/access'
import { accept, type Result } from '@guanjia/core/kernel'
import { sql } from 'kysely'
import type { CommandContext } from '../../platform/commands/command.ts'
import type { Transaction } from '../../platform/database/database.ts'
import { eachAlone } from '../../platform/jobs/each-alone.ts'
import type { ProjectsRoom } from '../projects-ports.ts'
import { reminderTables } from './reminder-tables.ts'

const sendJob = 'projects.send-reminders'
const lookJob = 'projects.look-for-reminders'
/** so that a worker whose clock is a little ahead does not come too early */
const graceMs = 300

/** Has a batch sent at its moment. */
export async function enqueueBatch(
  { jobs }: Pick<ProjectsRoom, 'jobs'>,
  tx: Transaction,
  { batch, sendsAt }: { readonly batch: string; readonly sendsAt: Date },
): Promise<void> {
  const runAt = new Date(sendsAt.getTime() + graceMs)
  await jobs.enqueue(tx, sendJob, { batch }, { runAt, key: `reminders-${batch}` })
}

/** Answers the jobs of reminders; every minute it looks for a batch whose job was lost or came too early. */
export function handleReminders(room: ProjectsRoom): void {
  room.jobs.handle<{ readonly batch: string }>(sendJob, ({ batch }) => sendBatch(room, batch))
  room.jobs.handle(lookJob, () => sendDue(room))
  room.jobs.every(lookJob, '* * * * *')
}

async function sendDue(room: ProjectsRoom): Promise<void> {
  const due = await reminderTables(room.database)
    .selectFrom('reminder_batch')
    .select('id')
    .where('state', '=', 'waiting')
    .where('sends_at', '<=', room.clock.now())
    .execute()
  await eachAlone(due, ({ id }) => sendBatch(room, id))
}

async function sendBatch(room: ProjectsRoom, batch: string): Promise<void> {
  const principal = systemPrincipal(sendJob)
  const command = { name: sendJob, subject: batch, principal, correlationId: batch, legal: false }
  await room.runCommand(command, (context) => letGo(context, batch))
}

interface Leaving {
  readonly id: string
  readonly projectId: string
  readonly number: string
  readonly recipientId: string
  readonly isOwner: boolean
  readonly step: string
  readonly dueOn: string
}

/** One event a message: what it says stays in its row. */
async function letGo(context: CommandContext, batch: string): Promise<Result<object, never>> {
  const { tx, now } = context
  const gone = await reminderTables(tx)
    .updateTable('reminder_batch')
    .set({ state: 'sent' })
    .where('id', '=', batch)
    .where('state', '=', 'waiting')
    .where('sends_at', '<=', now)
    .returning('id')
    .executeTakeFirst()
  if (gone === undefined) return accept({})
  const { rows } = await sql<Leaving>`
    select reminder.id, project.id as "projectId", project.number, reminder.recipient_id as "recipientId",
      project.owner_id = reminder.recipient_id as "isOwner", reminder.step_name->>'zh-CN' as step,
      reminder.due_on as "dueOn"
    from project_reminder reminder join project on project.id = reminder.project_id
    where reminder.batch_id = ${batch} order by project.number, reminder.id`.execute(tx)
  for (const { id, projectId, number, recipientId, isOwner, step, dueOn } of rows)
    context.emit({
      type: isOwner ? 'projects.applicant-reminded' : 'projects.officer-reminded',
      subject: projectId,
      body: { number, step, dueOn, messageId: id, ...(!isOwner && { officerId: recipientId }) },
    })
  return accept({ sent: rows.length })
}
