/**
 * What happens to a task after it was entered, and what a person decides on a drafted accountability.
 */

import { plainDate } from '@guanjia/core/calendar'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import {
  type DutyList,
  type DutyTask,
  type TaskAct,
  type TaskRefusal,
  type TaskState,
  taskAfter,
} from '@guanjia/core/supervision'
import type { CommandContext } from '../../platform/commands/command.ts'
import { dayOf, personOf, type SupervisionRoom } from '../supervision-ports.ts'
import { supervisionTables } from '../supervision-tables.ts'
import { lockTask, type TaskRow, taskOf } from './task-store.ts'
import type { AccountabilityDecision } from './task-tables.ts'

/** What somebody does to a task, with the words that stand in its timeline. */
export interface TaskStep {
  readonly taskId: string
  readonly words: string
  readonly evidence?: readonly string[]
  /** the act itself, once the task and the day are known */
  readonly act: (task: TaskRow, today: ReturnType<typeof dayOf>) => TaskAct
}

/** Lets one thing happen to a task, and keeps it in its timeline. */
export async function moveTask(
  room: SupervisionRoom,
  context: CommandContext,
  { taskId, words, evidence = [], act: actOf }: TaskStep,
): Promise<Result<{ state: TaskState }, 'task-unknown' | TaskRefusal>> {
  const { tx, now, record, emit, commit } = context
  const row = await lockTask(tx, taskId)
  if (row === undefined) return refuse('task-unknown')
  const act = actOf(row, dayOf(room, now))
  const after = taskAfter(taskOf(row), act)
  if (!after.ok) return after
  await keep(context, row, { act, after: after.value })
  await supervisionTables(tx)
    .insertInto('duty_task_entry')
    .values({
      task_id: taskId,
      act: act.do,
      lists: act.do === 'report' ? [...act.lists] : [],
      passed: passedOf(act),
      words,
      evidence: [...evidence],
      by_person: personOf(context),
      at: now,
    })
    .execute()
  const { state } = after.value
  record({
    act: 'supervision.task-moved',
    subject: taskId,
    body: { act: act.do, state, words: commit(words), evidence: evidence.map(commit) },
  })
  emit({ type: 'supervision.task-moved', subject: taskId, body: { act: act.do, state } })
  return accept({ state })
}

function passedOf(act: TaskAct): boolean | null {
  if (act.do === 'hear-company') return act.confirmed
  return act.do === 'verify' || act.do === 'close' ? act.passed : null
}

interface Moved {
  readonly act: TaskAct
  readonly after: DutyTask
}

async function keep(context: CommandContext, row: TaskRow, { act, after }: Moved): Promise<void> {
  const { requestedOn = null } = after
  const requester = act.do === 'request-closing' ? personOf(context) : row.requested_by
  await supervisionTables(context.tx)
    .updateTable('duty_task')
    .set({
      state: after.state,
      due_on: after.due,
      territorial_reported: after.reported.includes('territorial'),
      departmental_reported: after.reported.includes('departmental'),
      company_confirmed: after.company === 'confirmed',
      requested_on: requestedOn,
      requested_by: requestedOn === null ? null : requester,
      closed_on: after.closedOn ?? null,
      recurrences: row.recurrences + (act.do === 'recur' ? 1 : 0),
    })
    .where('id', '=', row.id)
    .execute()
}

/** The lists in which the units of the reporting person stand. */
export function listsOf(task: TaskRow, { principal }: Pick<CommandContext, 'principal'>): DutyList[] {
  const authorities = principal.kind === 'person' ? principal.authorities : []
  return (['territorial', 'departmental'] as const).filter((list) =>
    authorities.includes(task[`${list}_unit`]),
  )
}

/** What comes back is the same task where it comes back soon. */
export function recurrence({ tasks }: SupervisionRoom, on: ReturnType<typeof dayOf>, dueOn: string): TaskAct {
  return { do: 'recur', on, due: plainDate(dueOn), within: tasks.recursWithin.value }
}

/** A decision with its reason. */
export interface DecidedAccountability {
  readonly draftId: string
  readonly decision: AccountabilityDecision
  readonly reason: string
}

/** Decides on the drafted accountability of one side; the other one waits for its own decision. */
export async function decideAccountability(
  context: CommandContext,
  { draftId, decision, reason }: DecidedAccountability,
): Promise<
  Result<{ decision: AccountabilityDecision }, 'accountability-unknown' | 'accountability-decided'>
> {
  const { tx, now, record, commit } = context
  const tables = supervisionTables(tx)
  const draft = await tables
    .selectFrom('accountability_draft')
    .select(['task_id', 'list', 'decision'])
    .where('id', '=', draftId)
    .forUpdate()
    .executeTakeFirst()
  if (draft === undefined) return refuse('accountability-unknown')
  if (draft.decision !== null) return refuse('accountability-decided')
  await tables
    .updateTable('accountability_draft')
    .set({ decision, reason, decided_by: personOf(context), decided_at: now })
    .where('id', '=', draftId)
    .execute()
  record({
    act: 'supervision.accountability-decided',
    subject: draft.task_id,
    body: { list: draft.list, decision, reason: commit(reason) },
  })
  return accept({ decision })
}
