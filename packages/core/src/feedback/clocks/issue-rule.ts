/**
 * How long each step of an issue may take: content of the zone, one rule a source, kept with the issue from its filing on.
 */

import {
  type DueDate,
  dueDate,
  naturalDueDate,
  type PlainDate,
  type WorkingCalendar,
} from '../../calendar/index.ts'
import type { Result } from '../../kernel/index.ts'

/** A period in whole days of one unit. */
export interface Span {
  /** 0 is the day itself */
  readonly value: number
  readonly unit: 'working-days' | 'natural-days'
}

/** The rule of a source. */
export interface IssueRule {
  /** from the filing until a department leads it */
  readonly dispatchWithin: Span
  /** from the dispatch until the lead has spoken with the asker; null where nothing is promised */
  readonly contactWithin: Span | null
  /** from a dispatch; within it the lead may return the issue once, with a reason */
  readonly returnWithin: Span
  /** until the reply, counted from `countFrom` */
  readonly replyWithin: Span
  /** instead of `replyWithin` where the dispatcher found that several departments have to sit together */
  readonly complexReplyWithin: Span
  readonly countFrom: 'filing' | 'dispatch'
  /** working days by which the reply may be put off, once; 0 for never */
  readonly extensionAtMost: number
  /** from a proposed "no" until a leader has signed or refused it */
  readonly signOffWithin: Span
  /** from the reply until the asker is called */
  readonly callBackWithin: Span
  /** from a reopening until the new reply */
  readonly reopenedReplyWithin: Span
  /** reopenings after which a leader signs every reply (一事一议) */
  readonly escalateAfterReopenings: number
  /** when silence closes an issue: so many calls that nobody answered, and so long after the reply */
  readonly silence: { readonly callBacks: number; readonly after: Span }
}

/** The last day of a period that begins on a day, explained day by day. */
export function spanDue(
  calendar: WorkingCalendar,
  from: PlainDate,
  { value, unit }: Span,
): Result<DueDate, 'calendar-not-published'> {
  return unit === 'working-days' ? dueDate(calendar, from, value) : naturalDueDate(calendar, from, value)
}
