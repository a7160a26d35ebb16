/**
 * A task is an obligation with one day; days of verification are not charged to who asked for closing.
 */

import { daysBetween, type PlainDate } from '../../calendar/index.ts'
import type { Result } from '../../kernel/index.ts'
import type { NodeLight } from '../lights/node-light.ts'
import { type ObligationQuestion, obligationLight } from '../obligations/obligation.ts'
import { type DutyList, type DutyTask, dutyLists } from './duty-task.ts'

/** The light of a task at the end of a day, under the criteria that the rule has for `task`. */
export function taskLight(
  { due, requestedOn }: Pick<DutyTask, 'due' | 'requestedOn'>,
  question: ObligationQuestion,
): Result<NodeLight, 'calendar-not-published'> {
  const met = requestedOn === undefined ? {} : { metOn: requestedOn }
  return obligationLight({ kind: 'task', due, ...met }, question)
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
