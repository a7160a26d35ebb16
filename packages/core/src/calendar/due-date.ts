/**
 * The day on which a period ends, explained day by day.
 *
 * Terms: the day of the event that starts a period is not counted (Civil Code art. 201, by analogy; rule B5). A period
 * in working days skips days that are not worked. A period in natural days counts every day, and when its last day is
 * not worked it ends on the next working day.
 */

import { accept, assert, type Result } from '../kernel/index.ts'
import { addDays, type PlainDate } from './plain-date.ts'
import { type CalendarDay, calendarDay, dayReason, type WorkingCalendar } from './working-calendar.ts'

/** One day of a period: its number if it counted, and why it did or did not. */
export interface ExplainedDay {
  readonly date: PlainDate
  /** 1 for the first day that counts; null for a day that does not */
  readonly counted: number | null
  readonly kind: CalendarDay['kind']
  /** sentence for people */
  readonly reason: string
  readonly source: string
}

/** The end of a period and the days that lead to it; `days` begins with the day of the event. */
export interface DueDate {
  readonly due: PlainDate
  readonly days: readonly ExplainedDay[]
}

/**
 * The last day of a period of working days.
 *
 * @param workingDays - whole working days, 0 or more; 0 gives the day of the event itself
 * @example dueDate(calendar, plainDate('2023-04-28'), 5) // 2023-05-09: the holiday is skipped, the make-up Saturday counts
 */
export function dueDate(
  calendar: WorkingCalendar,
  start: PlainDate,
  workingDays: number,
): Result<DueDate, 'calendar-not-published'> {
  assert(Number.isInteger(workingDays) && workingDays >= 0, 'working days are whole and not negative')
  const first = calendarDay(calendar, start)
  if (!first.ok) return first
  const days: ExplainedDay[] = [startDay(first.value)]
  let counted = 0
  let date = start
  while (counted < workingDays) {
    date = addDays(date, 1)
    const day = calendarDay(calendar, date)
    if (!day.ok) return day
    if (day.value.workingDay) counted += 1
    days.push(explain(day.value, day.value.workingDay ? counted : null))
  }
  return accept({ due: date, days })
}

/**
 * The last day of a period of natural days, moved to the next working day where it ends on a day that is not worked.
 *
 * @param naturalDays - whole days, 0 or more
 */
export function naturalDueDate(
  calendar: WorkingCalendar,
  start: PlainDate,
  naturalDays: number,
): Result<DueDate, 'calendar-not-published'> {
  assert(Number.isInteger(naturalDays) && naturalDays >= 0, 'natural days are whole and not negative')
  const first = calendarDay(calendar, start)
  if (!first.ok) return first
  const days: ExplainedDay[] = [startDay(first.value)]
  if (naturalDays === 0) return accept({ due: start, days })
  for (let counted = 1; ; counted += 1) {
    const day = calendarDay(calendar, addDays(start, counted))
    if (!day.ok) return day
    const isBeyond = counted > naturalDays
    days.push(isBeyond ? roll(day.value) : { ...explain(day.value, counted), reason: '自然日，计入' })
    if (counted >= naturalDays && day.value.workingDay) return accept({ due: day.value.date, days })
  }
}

/** How many working days lie after `from` up to and including `to`; negative when `to` is earlier. */
export function workingDaysBetween(
  calendar: WorkingCalendar,
  from: PlainDate,
  to: PlainDate,
): Result<number, 'calendar-not-published'> {
  if (to < from) {
    const back = workingDaysBetween(calendar, to, from)
    return back.ok ? accept(0 - back.value) : back
  }
  let counted = 0
  for (let date = from; date < to; ) {
    date = addDays(date, 1)
    const day = calendarDay(calendar, date)
    if (!day.ok) return day
    if (day.value.workingDay) counted += 1
  }
  return accept(counted)
}

function startDay(day: CalendarDay): ExplainedDay {
  return { ...explain(day, null), reason: '起算当日不计入' }
}

function roll(day: CalendarDay): ExplainedDay {
  return { ...explain(day, null), reason: day.workingDay ? '末日逢休息日，顺延至本日' : '末日逢休息日，顺延' }
}

function explain(day: CalendarDay, counted: number | null): ExplainedDay {
  const { date, kind, source } = day
  return { date, counted, kind, reason: dayReason(day), source }
}
