/**
 * A running time limit: what has happened to it, and what that makes of its end.
 *
 * Terms: a limit *runs* from the day after it started, is *suspended* while something outside the office is awaited
 * (correction, hearing, expert review), may be *extended* with approval, and *stops* with the decision. It is replayed
 * from its events, so that the answer of yesterday can be had again and a corrected calendar recomputes it.
 *
 * Rules: B1 working days only; B5 the day of the start is not counted; B8/B9 special procedures suspend the committed
 * limit and not the total one, so a case keeps one limit for each; B18 amber and red.
 */

import { accept, type Result, refuse } from '../kernel/index.ts'
import { addDays, type PlainDate } from './plain-date.ts'
import { type CalendarDay, calendarDay, type WorkingCalendar } from './working-calendar.ts'

/** Something that happened to a limit on a day. */
export type TimeLimitEvent =
  | { readonly type: 'started'; readonly on: PlainDate; readonly workingDays: number; readonly basis: string }
  | { readonly type: 'suspended'; readonly on: PlainDate; readonly reason: string }
  | { readonly type: 'resumed'; readonly on: PlainDate }
  | {
      readonly type: 'extended'
      readonly on: PlainDate
      readonly workingDays: number
      readonly reason: string
      readonly approvedBy: string
    }
  | { readonly type: 'stopped'; readonly on: PlainDate }

/** Why an event does not fit what happened before. */
export type TimeLimitRefusal =
  | 'calendar-not-published'
  | 'limit-not-started'
  | 'limit-started-already'
  | 'limit-suspended-already'
  | 'limit-not-suspended'
  | 'limit-stopped'
  | 'events-out-of-order'

/** Green: on time. Amber: the last day is near. Red: over. Paused: suspended. Done: stopped. */
export type TimeLimitState = 'green' | 'amber' | 'red' | 'paused' | 'done'

/** One day of a limit's life. */
export interface LimitDay {
  readonly date: PlainDate
  /** number of the working day used up, or null where the day did not count */
  readonly used: number | null
  readonly reason: string
}

/** A limit on a given day. */
export interface TimeLimit {
  /** working days granted, extensions included */
  readonly granted: number
  /** working days used up by the end of `on` */
  readonly used: number
  /** working days left; negative when it is over */
  readonly remaining: number
  /** last day of the limit; undefined while it is suspended, because the end moves with every day */
  readonly due: PlainDate | undefined
  readonly state: TimeLimitState
  readonly days: readonly LimitDay[]
  /** version of the calendar this was computed with */
  readonly calendarVersion: string
}

interface Progress {
  readonly granted: number
  readonly startedOn: PlainDate
  readonly suspended: boolean
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
  const lived = live(calendar, seen, progress, progress.stoppedOn ?? on)
  if (!lived.ok) return lived
  const used = lived.value.filter((day) => day.used !== null).length
  const remaining = progress.granted - used
  const end = progress.suspended ? accept(undefined) : endOf(calendar, lived.value, progress.granted)
  if (!end.ok) return end
  const limit = { granted: progress.granted, used, remaining, due: end.value, days: lived.value }
  return accept({ ...limit, state: stateOf(progress, remaining), calendarVersion: calendar.version })
}

/** Whether events follow one another as a limit's life allows. */
export function checkOrder(events: readonly TimeLimitEvent[]): Result<undefined, TimeLimitRefusal> {
  let before: TimeLimitEvent | undefined
  let suspended = false
  for (const event of events) {
    if (before !== undefined && event.on < before.on) return refuse('events-out-of-order', { on: event.on })
    const fault = faultOf(event, before, suspended)
    if (fault !== undefined) return refuse(fault, { on: event.on, type: event.type })
    if (event.type === 'suspended' || event.type === 'resumed') suspended = event.type === 'suspended'
    before = event
  }
  return accept(undefined)
}

function faultOf(
  event: TimeLimitEvent,
  before: TimeLimitEvent | undefined,
  suspended: boolean,
): TimeLimitRefusal | undefined {
  if (before === undefined) return event.type === 'started' ? undefined : 'limit-not-started'
  if (before.type === 'stopped') return 'limit-stopped'
  if (event.type === 'started') return 'limit-started-already'
  if (event.type === 'suspended' && suspended) return 'limit-suspended-already'
  return event.type === 'resumed' && !suspended ? 'limit-not-suspended' : undefined
}

function progressOf(events: readonly TimeLimitEvent[]): Progress | undefined {
  const start = events[0]
  if (start?.type !== 'started') return undefined
  let granted = start.workingDays
  let suspended = false
  let stoppedOn: PlainDate | undefined
  for (const event of events) {
    if (event.type === 'extended') granted += event.workingDays
    else if (event.type === 'suspended') suspended = true
    else if (event.type === 'resumed') suspended = false
    else if (event.type === 'stopped') stoppedOn = event.on
  }
  return { granted, startedOn: start.on, suspended, stoppedOn }
}

/** Every day from the start to `last`: the day of a suspension or a resumption itself does not count. */
function live(
  calendar: WorkingCalendar,
  events: readonly TimeLimitEvent[],
  progress: Progress,
  last: PlainDate,
): Result<readonly LimitDay[], 'calendar-not-published'> {
  const days: LimitDay[] = [{ date: progress.startedOn, used: null, reason: '起算当日不计入' }]
  let used = 0
  for (let date = addDays(progress.startedOn, 1); date <= last; date = addDays(date, 1)) {
    const day = calendarDay(calendar, date)
    if (!day.ok) return day
    const pause = pauseOn(events, date)
    if (pause === undefined && day.value.workingDay) used += 1
    const counts = pause === undefined && day.value.workingDay
    days.push({ date, used: counts ? used : null, reason: pause ?? reasonOf(day.value) })
  }
  return accept(days)
}

function pauseOn(events: readonly TimeLimitEvent[], date: PlainDate): string | undefined {
  let reason: string | undefined
  for (const event of events) {
    if (event.on > date) break
    if (event.type === 'suspended') reason = event.reason
    else if (event.type === 'resumed' && event.on < date) reason = undefined
  }
  return reason === undefined ? undefined : `暂停：${reason}`
}

function reasonOf({ kind, name }: CalendarDay): string {
  if (kind === 'weekend') return '周末，不计入'
  if (kind === 'statutory-holiday') return `${name}放假，不计入`
  return kind === 'make-up-working-day' ? `${name}调休上班，计入` : '工作日，计入'
}

/** The day on which the last granted day is used up, counted on from what has been lived. */
function endOf(
  calendar: WorkingCalendar,
  lived: readonly LimitDay[],
  granted: number,
): Result<PlainDate | undefined, 'calendar-not-published'> {
  if (granted === 0) return accept(lived[0]?.date)
  const reached = lived.find((day) => day.used === granted)
  if (reached !== undefined) return accept(reached.date)
  let used = lived.filter((day) => day.used !== null).length
  let date = lived.at(-1)?.date
  while (date !== undefined && used < granted) {
    date = addDays(date, 1)
    const day = calendarDay(calendar, date)
    if (!day.ok) return day
    if (day.value.workingDay) used += 1
  }
  return accept(date)
}

/** B18: amber at one working day or a fifth of the limit left, and on the last day; red once it is over. */
function stateOf(progress: Progress, remaining: number): TimeLimitState {
  if (progress.stoppedOn !== undefined) return 'done'
  // a pause cannot hide that the limit was over before it began
  if (remaining < 0) return 'red'
  if (progress.suspended) return 'paused'
  return remaining <= Math.max(1, progress.granted / 5) ? 'amber' : 'green'
}
