/**
 * How long the steps of a need may take: content of the zone (1510: received within a day, handled within five working
 * days, solved within ten), kept with the need from its filing on.
 */

import {
  type DueDate,
  dueDate,
  naturalDueDate,
  type PlainDate,
  type WorkingCalendar,
} from '../../calendar/index.ts'
import type { Result } from '../../kernel/index.ts'

/** A period in whole days of one unit; 0 is the day itself. */
export interface NeedSpan {
  readonly value: number
  readonly unit: 'working-days' | 'natural-days'
}

/** The rule. */
export interface NeedRule {
  /** from the visit until the department in charge has it */
  readonly transferWithin: NeedSpan
  /** from the transfer until the department takes it in hand */
  readonly receiveWithin: NeedSpan
  /** from the transfer until the firm has candidates */
  readonly proposeWithin: NeedSpan
  /** from the candidates until the first viewing is recorded */
  readonly viewWithin: NeedSpan
  /** from the transfer until the lease */
  readonly leaseWithin: NeedSpan
}

/** The last day of a period. */
export function needDue(
  calendar: WorkingCalendar,
  from: PlainDate,
  { value, unit }: NeedSpan,
): Result<DueDate, 'calendar-not-published'> {
  return unit === 'working-days' ? dueDate(calendar, from, value) : naturalDueDate(calendar, from, value)
}
