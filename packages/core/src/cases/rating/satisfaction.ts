/**
 * How satisfied somebody was with a case, and what the office owes to whoever was not.
 *
 * Rules: five levels, one rating a case; never counted as good where nobody rated; whoever was dissatisfied is called back
 * within one working day, and what went wrong is mended within fifteen (methods of Zhejiang and Sichuan; S).
 */

import { dueDate, type PlainDate, type WorkingCalendar } from '../../calendar/index.ts'
import { accept, type Result } from '../../kernel/index.ts'

/** 5 very satisfied, 4 satisfied, 3 fairly, 2 dissatisfied, 1 very dissatisfied. */
export type Satisfaction = 1 | 2 | 3 | 4 | 5

/** Working days that the follow-up of a bad rating may take; content of the zone. */
export interface FollowUpRule {
  readonly callBackWithin: number
  readonly mendWithin: number
}

/** What is owed after a bad rating. */
export interface FollowUp {
  readonly callBackBy: PlainDate
  readonly mendBy: PlainDate
}

/** Whether a rating is a bad one (差评). */
export function isDissatisfied(level: Satisfaction): boolean {
  return level <= 2
}

/** The days by which a rating given on a day is followed up; null where nobody was dissatisfied. */
export function followUpOf(
  calendar: WorkingCalendar,
  { level, on }: { readonly level: Satisfaction; readonly on: PlainDate },
  { callBackWithin, mendWithin }: FollowUpRule,
): Result<FollowUp | null, 'calendar-not-published'> {
  if (!isDissatisfied(level)) return accept(null)
  const callBack = dueDate(calendar, on, callBackWithin)
  if (!callBack.ok) return callBack
  const mend = dueDate(calendar, on, mendWithin)
  return mend.ok ? accept({ callBackBy: callBack.value.due, mendBy: mend.value.due }) : mend
}
