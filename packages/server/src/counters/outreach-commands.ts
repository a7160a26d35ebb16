/**
 * Recording a call, under the lock of its task.
 */

import { type OutreachRule, type OutreachState, recordCall } from '@guanjia/core/counters'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import type { CommandContext } from '../platform/commands/command.ts'
import type { Database } from '../platform/database/database.ts'
import { countersTables } from './counters-tables.ts'

/** A call that was made. */
export interface CallMade {
  readonly taskId: string
  readonly answered: boolean
  readonly note?: string | undefined
}

/** Records a call and what follows from it; who answered, and what was said, stays out of the ledger. */
export async function makeCall(
  context: CommandContext,
  rule: OutreachRule,
  { taskId, answered, note = '' }: CallMade,
): Promise<Result<{ state: OutreachState; attempt: number }, 'outreach-unknown' | 'outreach-closed'>> {
  const { now, principal } = context
  const tables = countersTables(context.tx)
  const task = await tables
    .selectFrom('outreach_task')
    .select(['state', 'company'])
    .where('id', '=', taskId)
    .forUpdate()
    .executeTakeFirst()
  if (task === undefined || principal.kind !== 'person') return refuse('outreach-unknown')
  const { unanswered } = await tables
    .selectFrom('outreach_call')
    .select(({ fn }) => fn.countAll<number>().as('unanswered'))
    .where('task_id', '=', taskId)
    .executeTakeFirstOrThrow()
  const outcome = recordCall(rule, { state: task.state, unanswered }, answered)
  if (!outcome.ok) return outcome
  const { attempt, state } = outcome.value
  await tables
    .insertInto('outreach_call')
    .values({
      task_id: taskId,
      attempt,
      answered,
      note: note === '' ? null : note,
      clerk_id: principal.id,
      at: now,
    })
    .execute()
  if (state !== 'open') {
    await tables
      .updateTable('outreach_task')
      .set({ state, closed_at: now })
      .where('id', '=', taskId)
      .execute()
  }
  if (state === 'message-sent') {
    const { company } = task
    context.emit({ type: 'counters.nobody-reached', subject: taskId, body: { company } })
  }
  return accept({ state, attempt })
}

/** The number that a task is about. */
export async function findTaskPhone(tx: Database, taskId: string): Promise<string | null> {
  const task = await countersTables(tx)
    .selectFrom('outreach_task')
    .select('contact_phone as phone')
    .where('id', '=', taskId)
    .executeTakeFirst()
  return task?.phone ?? null
}
