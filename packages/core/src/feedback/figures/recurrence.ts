/**
 * The same thing again and again is no longer an issue of one asker but of the procedure.
 */

import { addDays, type PlainDate } from '../../calendar/index.ts'

/** From how many on, within how many natural days; content of the zone. */
export interface RecurrenceRule {
  readonly atLeast: number
  readonly withinDays: number
}

/** Whether issues of one topic with one department, filed on these days, call for a change of the procedure. */
export function isRecurring(
  { atLeast, withinDays }: RecurrenceRule,
  filedOn: readonly PlainDate[],
  on: PlainDate,
): boolean {
  const since = addDays(on, 1 - withinDays)
  return filedOn.filter((day) => day >= since && day <= on).length >= atLeast
}
