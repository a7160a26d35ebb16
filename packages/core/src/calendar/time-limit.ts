/**
 * A running time limit: what has happened to it, and what that makes of its end.
 *
 * Terms: a limit *runs* from the day after it started, is *suspended* while something outside the office is awaited
 * (correction, hearing, expert review), may be *extended* with approval, and *stops* with the decision. It is replayed
 * from its events, so that the answer of yesterday can be had again and a corrected calendar recomputes it.
 *
 * Rules: B1 working days only, or natural days that roll where a statute says so; B5 the day of the start is not
 * counted; B8/B9 special procedures suspend the committed limit and not the total one, so a case keeps one limit for
 * each; B18 amber and red.
 */

import { accept, type Result, refuse } from '../kernel/index.ts'
import { addDays, type PlainDate } from './plain-date.ts'
import {
  checkOrder,
  daysOf,
  isNatural,
  pauseOf,
  type TimeLimitEvent,
  type TimeLimitRefusal,
} from './time-limit-event.ts'
import { calendarDay, dayReason, type WorkingCalendar } from './working-calendar.ts'

/** Green: on time. Amber: the last day is near. Red: over. Paused: suspended. Done: stopped. */
export type TimeLimitState = 'green' | 'amber' | 'red' | 'paused' | 'done'

/** One day of a limit's life. */
export interface LimitDay {
  readonly date: PlainDate
  /** number of the day used up, or null where the day did not count */
  readonly used: number | null
  readonly reason: string
}

/** A stretch of a limit's life during which the same was true of it. */
export interface LimitInterval {
  readonly state: 'running' | 'suspended'
  readonly from: PlainDate
  /** last day of the stretch, `from` or later */
  readonly to: PlainDate
  /** why it was suspended, every reason that held; empty while it ran */
  readonly reasons: readonly string[]
  /** days of the limit used up in it */
  readonly used: number
}

/** A limit on a given day. */
export interface TimeLimit {
  /** days granted, extensions included; in the unit the limit was started with */
  readonly granted: number
  /** days used up by the end of `on` */
  readonly used: number
  /** days left; 0 or less when it is over */
  readonly remaining: number
  /** last day of the limit; undefined while it is suspended, because the end moves with every day */
  readonly due: PlainDate | undefined
  readonly state: TimeLimitState
  /** whether the last day had passed: on `on`, or before the limit was stopped */
  readonly isOver: boolean
  readonly days: readonly LimitDay[]
  /** running and suspended stretches, in order, without gaps, from the day after the start */
  readonly intervals: readonly LimitInterval[]
  /** version of the calendar this was computed with */
  readonly calendarVersion: string
}

interface Progress {
  readonly granted: number
  readonly natural: boolean
  readonly startedOn: PlainDate
  readonly isSuspended: boolean
  readonly stoppedOn: PlainDate | undefined
}

/**
 * Replays a limit up to a day.
 *
 * @param events - in the order they happened
 * @param on - the day whose end is asked about
 */
export function timeLimit(
  calendar: WorkingCalendar,
  events: readonly TimeLimitEvent[],
  on: PlainDate,
): Result<TimeLimit, TimeLimitRefusal> {
  const checked = checkOrder(events)
  if (!checked.ok) return checked
  const seen = events.filter((event) => event.on <= on)
  const progress = progressOf(seen)
  if (progress === undefined) return refuse('limit-not-started', { on })
  const last = progress.stoppedOn ?? on
  const lived = live(calendar, seen, { progress, last })
  if (!lived.ok) return lived
  const { days, intervals } = lived.value
  const { granted } = progress
  const used = usedIn(lived.value)
  const end = progress.isSuspended ? accept(undefined) : endOf(calendar, days, progress)
  if (!end.ok) return end
  const due = end.value
  // a free day after the last one is over although it uses up nothing; a free day that the end rolls over is not
  const isOver =
    due === undefined
      ? wasOver(calendar, lived.value, { ...progress, since: heldSince(seen, last) })
      : last > due
  const remaining = isOver ? granted - used : Math.max(0, granted - used)
  const state = stateOf(progress, remaining, isOver)
  const calendarVersion = calendar.version
  return accept({ granted, used, remaining, due, state, isOver, days, intervals, calendarVersion })
}

function progressOf(events: readonly TimeLimitEvent[]): Progress | undefined {
  const start = events[0]
  if (start?.type !== 'started') return undefined
  let granted = daysOf(start)
  const open = new Set<string>()
  let stoppedOn: PlainDate | undefined
  for (const event of events) {
    if (event.type === 'extended') granted += daysOf(event)
    else if (event.type === 'suspended') open.add(pauseOf(event))
    else if (event.type === 'resumed') open.delete(pauseOf(event))
    else if (event.type === 'stopped') stoppedOn = event.on
  }
  return { granted, natural: isNatural(start), startedOn: start.on, isSuspended: open.size > 0, stoppedOn }
}

interface Lived {
  readonly days: readonly LimitDay[]
  readonly intervals: readonly LimitInterval[]
}

function usedIn({ intervals }: Pick<Lived, 'intervals'>): number {
  return intervals.reduce((sum, interval) => sum + interval.used, 0)
}

/** Every day from the start to `last`: the day of a suspension or a resumption itself does not count. */
function live(
  calendar: WorkingCalendar,
  events: readonly TimeLimitEvent[],
  { progress, last }: { readonly progress: Progress; readonly last: PlainDate },
): Result<Lived, 'calendar-not-published'> {
  const days: LimitDay[] = [{ date: progress.startedOn, used: null, reason: '起算当日不计入' }]
  const intervals: LimitInterval[] = []
  let used = 0
  for (let date = addDays(progress.startedOn, 1); date <= last; date = addDays(date, 1)) {
    const day = calendarDay(calendar, date)
    if (!day.ok) return day
    const reasons = pausesOn(events, date)
    const counts = reasons.length === 0 && (progress.natural || day.value.workingDay)
    if (counts) used += 1
    const reason =
      reasons.length > 0
        ? `暂停：${reasons.join('、')}`
        : progress.natural
          ? '自然日，计入'
          : dayReason(day.value)
    days.push({ date, used: counts ? used : null, reason })
    lengthen(intervals, { date, reasons, used: counts ? 1 : 0 })
  }
  return accept({ days, intervals })
}

function lengthen(
  intervals: LimitInterval[],
  day: { readonly date: PlainDate; readonly reasons: readonly string[]; readonly used: number },
): void {
  const state = day.reasons.length > 0 ? 'suspended' : 'running'
  const last = intervals.at(-1)
  if (last !== undefined && last.state === state && last.reasons.join('\n') === day.reasons.join('\n'))
    intervals[intervals.length - 1] = { ...last, to: day.date, used: last.used + day.used }
  else intervals.push({ state, from: day.date, to: day.date, reasons: day.reasons, used: day.used })
}

/** The reasons of the pauses a day lies in, first and last day of each included. */
function pausesOn(events: readonly TimeLimitEvent[], date: PlainDate): readonly string[] {
  const open = new Map<string, string>()
  for (const event of events) {
    if (event.on > date) break
    if (event.type === 'suspended') open.set(pauseOf(event), event.reason)
    else if (event.type === 'resumed' && event.on < date) open.delete(pauseOf(event))
  }
  return [...open.values()]
}

/** The day on which the last granted day is used up, counted on from what has been lived. */
function endOf(
  calendar: WorkingCalendar,
  lived: readonly LimitDay[],
  { granted, natural, startedOn }: Progress,
): Result<PlainDate, 'calendar-not-published'> {
  if (granted === 0) return accept(startedOn)
  const reached = lived.find((day) => day.used === granted)
  if (reached !== undefined) return countOn(calendar, { from: reached.date, left: 0, natural })
  const used = lived.filter((day) => day.used !== null).length
  return countOn(calendar, { from: lived.at(-1)?.date ?? startedOn, left: granted - used, natural })
}

/** Whether the last day had passed when the pause began that still lasts: time that is over does not open again. */
function wasOver(
  calendar: WorkingCalendar,
  lived: Lived,
  progress: Progress & { readonly since: PlainDate },
): boolean {
  if (usedIn(lived) < progress.granted) return false
  const end = endOf(calendar, lived.days, progress)
  // an end that rolls into a year not published lies after every day lived
  return end.ok && end.value < progress.since
}

/** First of the days without a gap on which the limit was held up to `last`. */
function heldSince(events: readonly TimeLimitEvent[], last: PlainDate): PlainDate {
  let since = last
  while (pausesOn(events, addDays(since, -1)).length > 0) since = addDays(since, -1)
  return since
}

/** The working day on which, after `from`, `left` days have been counted. */
function countOn(
  calendar: WorkingCalendar,
  count: { readonly from: PlainDate; readonly left: number; readonly natural: boolean },
): Result<PlainDate, 'calendar-not-published'> {
  let { left } = count
  for (let date = count.from; ; date = addDays(date, 1)) {
    const day = calendarDay(calendar, date)
    if (!day.ok) return day
    const counts = count.natural || day.value.workingDay
    if (date > count.from && left > 0 && counts) left -= 1
    if (left === 0 && day.value.workingDay) return accept(date)
  }
}

/** B18: amber at one day or a fifth of the limit left, and on the last day; red once it is over. */
function stateOf(
  { stoppedOn, isSuspended, granted }: Progress,
  remaining: number,
  isOver: boolean,
): TimeLimitState {
  if (stoppedOn !== undefined) return 'done'
  // a pause cannot hide that the limit was over before it began
  if (isOver) return 'red'
  if (isSuspended) return 'paused'
  return remaining <= Math.max(1, granted / 5) ? 'amber' : 'green'
}
