/**
 * The light of a task is that of a node with one planned day; days of verification are not charged to who asked for closing.
 */

import { daysBetween, type PlainDate, type WorkingCalendar } from '../../calendar/index.ts'
import type { Result } from '../../kernel/index.ts'
import type { LightRule } from '../lights/light-rule.ts'
import { type NodeLight, nodeLight } from '../lights/node-light.ts'
import { type DutyList, type DutyTask, dutyLists } from './duty-task.ts'

/** What the light of a task is reckoned with. */
export interface TaskQuestion {
  readonly rule: LightRule
  readonly calendar: WorkingCalendar
  readonly on: PlainDate
}

/** The light of a task at the end of a day, under the criteria that the rule has for `task`. */
export function taskLight(
  { due, requestedOn }: Pick<DutyTask, 'due' | 'requestedOn'>,
  question: TaskQuestion,
): Result<NodeLight, 'calendar-not-published'> {
  const plans = [{ on: due }]
  return nodeLight(
    requestedOn === undefined ? { node: 'task', plans } : { node: 'task', plans, done: { on: requestedOn } },
    question,
  )
}

/** A draft of accountability of one side, for a person to decide on. */
export interface AccountabilityDraft {
  readonly list: DutyList
  /** natural days over the due day */
  readonly lateDays: number
}

/** An overdue task drafts both accountabilities (双问责), that of the place and that of the department; none before. */
export function accountabilityDrafts(
  { state, due, requestedOn }: Pick<DutyTask, 'state' | 'due' | 'requestedOn'>,
  on: PlainDate,
): readonly AccountabilityDraft[] {
  if (state === 'closed' || on <= due || (requestedOn !== undefined && requestedOn <= due)) return []
  return dutyLists.map((list) => ({ list, lateDays: daysBetween(due, on) }))
}
