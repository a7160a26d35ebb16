/**
 * Which days are working days, and who said so.
 *
 * Terms: a *statutory holiday* is a day off by the yearly notice; a *make-up working day* is a weekend day that the
 * notice turns into a working day. A day of a year without a notice has no answer: the calendar fails closed.
 *
 * Source: the State Council's yearly notice on the arrangement of holidays.
 */

import { accept, type Result, refuse } from '../kernel/index.ts'
import { type PlainDate, weekday } from './plain-date.ts'

/** Why a year's days are not as they were first announced. */
export interface CalendarCorrection {
  /** the day on which it was announced */
  readonly on: PlainDate
  readonly reason: string
  /** address of the notice that corrects */
  readonly source: string
}

/** One year's notice. */
export interface CalendarYear {
  readonly year: number
  /** address of the notice */
  readonly source: string
  /** days off with the name of the holiday; may hold days of the neighbouring year */
  readonly daysOff: ReadonlyMap<PlainDate, string>
  /** weekend days worked, with the name of the holiday they make up for */
  readonly makeUpDays: ReadonlyMap<PlainDate, string>
  /** what was corrected after the notice; absent where nothing was */
  readonly corrections?: readonly CalendarCorrection[]
}

/** What a count rests on: the notice of a year, or its latest correction with the reason. */
export interface CalendarGround {
  /** null for the notice itself */
  readonly reason: string | null
  readonly source: string
}

/** The published years, looked up by day. */
export interface WorkingCalendar {
  /** changes whenever a notice is added or corrected; cases keep the version they began with */
  readonly version: string
  readonly years: ReadonlyMap<number, CalendarYear>
}

/** What kind of day it is. */
export type DayKind = 'working-day' | 'make-up-working-day' | 'weekend' | 'statutory-holiday'

/** One day with the reason of its kind. */
export interface CalendarDay {
  readonly date: PlainDate
  readonly workingDay: boolean
  readonly kind: DayKind
  /** name of the holiday, where there is one */
  readonly name?: string
  /** address of the notice that covers the day */
  readonly source: string
}

/** A calendar of these years; the order does not matter. */
export function workingCalendar(version: string, years: readonly CalendarYear[]): WorkingCalendar {
  return { version, years: new Map(years.map((year) => [year.year, year])) }
}

/** What kind of day this is; refused where the notice of its year is not published. */
export function calendarDay(
  calendar: WorkingCalendar,
  date: PlainDate,
): Result<CalendarDay, 'calendar-not-published'> {
  const own = calendar.years.get(Number(date.slice(0, 4)))
  if (own === undefined) return refuse('calendar-not-published', { date, version: calendar.version })
  const notices = [own, ...neighbours(calendar, own.year)]
  for (const { makeUpDays, source } of notices) {
    const name = makeUpDays.get(date)
    if (name !== undefined)
      return accept({ date, workingDay: true, kind: 'make-up-working-day', name, source })
  }
  for (const { daysOff, source } of notices) {
    const name = daysOff.get(date)
    if (name !== undefined)
      return accept({ date, workingDay: false, kind: 'statutory-holiday', name, source })
  }
  const isWeekend = weekday(date) >= 6
  const kind = isWeekend ? 'weekend' : 'working-day'
  return accept({ date, workingDay: !isWeekend, kind, source: own.source })
}

/** A notice may reach into the last days of the year before, or the first of the year after. */
function neighbours(calendar: WorkingCalendar, year: number): readonly CalendarYear[] {
  return [year - 1, year + 1].flatMap((other) => calendar.years.get(other) ?? [])
}

/** What the days from one to another rest on, year by year; years without a notice are left out. */
export function calendarGrounds(
  { years }: WorkingCalendar,
  from: PlainDate,
  to: PlainDate,
): readonly CalendarGround[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  return [...years.values()]
    .filter(({ year }) => year >= first && year <= last)
    .toSorted((one, other) => one.year - other.year)
    .map(({ source, corrections = [] }) => {
      const latest = corrections.toSorted((one, other) => (one.on < other.on ? -1 : 1)).at(-1)
      return latest === undefined
        ? { reason: null, source }
        : { reason: latest.reason, source: latest.source }
    })
}

/** Why a day counts as a working day or does not, in zh-CN. */
export function dayReason({ kind, name }: CalendarDay): string {
  if (kind === 'make-up-working-day') return `${name}调休上班，计入`
  if (kind === 'statutory-holiday') return `${name}放假，不计入`
  return kind === 'weekend' ? '周末，不计入' : '工作日，计入'
}
