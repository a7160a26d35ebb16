/**
 * Working days counted from a start, against the calendar.
 *
 * Terms: time 0 is the start day itself, which is not counted (an event starts the period, rule B5); time `n` is the end
 * of the n-th working day after it. Natural days are counted from a day on and roll to the next working day. A plan is a
 * forecast and may run past the last published year: from there on weekends alone are taken to be free, and it says so.
 */

import {
  addDays,
  calendarDay,
  daysBetween,
  type PlainDate,
  plainDate,
  type WorkingCalendar,
  weekday,
} from '../../calendar/index.ts'
import { accept, type Result } from '../../kernel/index.ts'
import type { DayAxis } from '../network/day-axis.ts'

/** An axis of working days with its dates. */
export interface WorkingDayAxis extends DayAxis {
  readonly start: PlainDate
  /** version of the calendar behind it */
  readonly calendar: string
  /** the day on which a time falls */
  readonly dateAt: (time: number) => PlainDate
  /** the time at the end of a day, that of the working day before where the day is not worked; 0 before the start */
  readonly timeOf: (date: PlainDate) => number
  /** the first day up to `until` whose year is not published; absent where all are */
  readonly assumedFrom: (until: PlainDate) => PlainDate | undefined
}

/**
 * The axis that begins with a day of a published year, or of the year after one: in December somebody plans for January,
 * weeks before the notice on its holidays. Refused for any other.
 */
export function workingDayAxis(
  calendar: WorkingCalendar,
  start: PlainDate,
): Result<WorkingDayAxis, 'calendar-not-published'> {
  const lastYear = plainDate(`${Number(start.slice(0, 4)) - 1}-12-31`)
  const known = calendarDay(calendar, start)
  if (!known.ok && !calendarDay(calendar, lastYear).ok) return known
  const days = countedDays(calendar, start)
  const dateAt = (time: number) => addDays(start, days.dayOf(time))
  return accept({
    start,
    calendar: calendar.version,
    dateAt,
    timeOf: (date) => Math.max(0, days.lastUpTo(daysBetween(start, date))),
    assumedFrom: (until) => firstAssumed(calendar, start, until),
    afterNaturalDays: (time, length) => (length === 0 ? time : days.firstFrom(days.dayOf(time) + length)),
    beforeNaturalDays: (time, length) => (length === 0 ? time : days.lastUpTo(days.dayOf(time) - length)),
  })
}

/** Both ways between times and days since the start; grows as far as it is asked, so that each day is judged once. */
function countedDays(calendar: WorkingCalendar, start: PlainDate) {
  const dayByTime = [0]
  const timeByDay = [0]
  const grow = () => {
    const day = timeByDay.length
    timeByDay.push(dayByTime.length)
    if (isWorked(calendar, addDays(start, day))) dayByTime.push(day)
  }
  const firstFrom = (day: number) => {
    while (timeByDay.length <= day) grow()
    return timeByDay[day] ?? 0
  }
  const dayOf = (time: number) => {
    while (dayByTime.length <= time) grow()
    return dayByTime[time] ?? 0
  }
  const lastUpTo = (day: number) => {
    const time = firstFrom(day)
    return dayOf(time) === day ? time : time - 1
  }
  return { firstFrom, dayOf, lastUpTo: (day: number) => (day < 0 ? day : lastUpTo(day)) }
}

function isWorked(calendar: WorkingCalendar, date: PlainDate): boolean {
  const day = calendarDay(calendar, date)
  return day.ok ? day.value.workingDay : weekday(date) <= 5
}

function firstAssumed(calendar: WorkingCalendar, start: PlainDate, until: PlainDate): PlainDate | undefined {
  const years = Array.from(
    { length: Number(until.slice(0, 4)) - Number(start.slice(0, 4)) + 1 },
    (_, index) => Number(start.slice(0, 4)) + index,
  )
  const unpublished = years.find((year) => !calendar.years.has(year))
  if (unpublished === undefined) return undefined
  const from = plainDate(`${unpublished}-01-01`)
  return from < start ? start : from
}
