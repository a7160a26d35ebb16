/**
 * Periods shorter than a day: half working days and minutes of office hours.
 *
 * Terms: a *session* is the morning or the afternoon of a working day. Half a working day (rule B15): what is accepted
 * in the morning is due at the end of that afternoon, what is accepted in the afternoon at the end of the next
 * working day's morning; outside the sessions the next session counts as the moment of acceptance.
 */

import { accept, type Result, refuse } from '../kernel/index.ts'
import { addDays, instantOf, localMoment, type PlainDate } from './plain-date.ts'
import { calendarDay, type WorkingCalendar } from './working-calendar.ts'

/** The hours of one session, in minutes since midnight. */
export interface Session {
  readonly from: number
  readonly to: number
}

/** The two sessions of a working day and the zone's offset. */
export interface OfficeHours {
  readonly morning: Session
  readonly afternoon: Session
  readonly utcOffsetMinutes: number
}

/** A session on a day. */
export interface DatedSession extends Session {
  readonly date: PlainDate
  readonly half: 'morning' | 'afternoon'
}

/** An instant that ends a short period, with the steps that lead to it. */
export interface DueInstant {
  /** epoch milliseconds */
  readonly due: number
  /** sentences for people, in order */
  readonly because: readonly string[]
}

type Unpublished = 'calendar-not-published'

/** Reads `{ am: ['09:00','12:00'], pm: ['13:30','17:00'] }`. */
export function parseOfficeHours(
  value: unknown,
  utcOffsetMinutes: number,
): Result<OfficeHours, 'hours-malformed'> {
  const { am, pm } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>
  const morning = readSession(am)
  const afternoon = readSession(pm)
  if (morning === undefined || afternoon === undefined || morning.to > afternoon.from)
    return refuse('hours-malformed', { am, pm })
  return accept({ morning, afternoon, utcOffsetMinutes })
}

function readSession(value: unknown): Session | undefined {
  if (!Array.isArray(value) || value.length !== 2) return undefined
  const [from, to] = value.map(readMinutes)
  return from !== undefined && to !== undefined && from < to ? { from, to } : undefined
}

function readMinutes(value: unknown): number | undefined {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(String(value))
  return match ? Number(match[1]) * 60 + Number(match[2]) : undefined
}

/** The session that is on at an instant, or else the next one. */
export function sessionAt(
  calendar: WorkingCalendar,
  hours: OfficeHours,
  instant: number,
): Result<DatedSession, Unpublished> {
  const { date, minuteOfDay } = localMoment(instant, hours.utcOffsetMinutes)
  return firstSession(calendar, hours, date, (session) => minuteOfDay < session.to)
}

/** The first session from a day on; `fits` chooses among the sessions of the first day only. */
function firstSession(
  calendar: WorkingCalendar,
  hours: OfficeHours,
  from: PlainDate,
  fits: (session: Session) => boolean,
): Result<DatedSession, Unpublished> {
  for (let date = from; ; date = addDays(date, 1)) {
    const day = calendarDay(calendar, date)
    if (!day.ok) return day
    const session = day.value.workingDay
      ? sessionsOf(hours, date).find((candidate) => date !== from || fits(candidate))
      : undefined
    if (session !== undefined) return accept(session)
  }
}

function sessionsOf(hours: OfficeHours, date: PlainDate): readonly DatedSession[] {
  return [
    { ...hours.morning, date, half: 'morning' },
    { ...hours.afternoon, date, half: 'afternoon' },
  ]
}

/** The session after another. */
function sessionAfter(
  calendar: WorkingCalendar,
  hours: OfficeHours,
  session: DatedSession,
): Result<DatedSession, Unpublished> {
  return firstSession(calendar, hours, session.date, (candidate) => candidate.from > session.from)
}

/**
 * Half a working day after an acceptance.
 *
 * @param accepted - epoch milliseconds
 * @see 青岛 2021 企业开办方案 (0.5 working days); the sessions are content of the zone
 */
export function halfDayDue(
  calendar: WorkingCalendar,
  hours: OfficeHours,
  accepted: number,
): Result<DueInstant, Unpublished> {
  const counted = sessionAt(calendar, hours, accepted)
  if (!counted.ok) return counted
  const end = sessionAfter(calendar, hours, counted.value)
  if (!end.ok) return end
  const { date, minuteOfDay } = localMoment(accepted, hours.utcOffsetMinutes)
  const isInside = date === counted.value.date && minuteOfDay >= counted.value.from
  const because = [
    `${date} ${clockText(minuteOfDay)} 收到`,
    ...(isInside ? [] : [`非办公时间，视为 ${sessionText(counted.value)}开始时收到`]),
    `半个工作日：${sessionText(counted.value)}收到，${sessionText(end.value)}结束前办结`,
  ]
  return accept({
    due: instantOf({ date: end.value.date, minuteOfDay: end.value.to }, hours.utcOffsetMinutes),
    because,
  })
}

/**
 * The instant a number of minutes of office hours later; time outside the sessions does not count.
 *
 * @param start - epoch milliseconds
 * @param minutes - whole minutes, more than 0
 */
export function officeMinutesAfter(
  calendar: WorkingCalendar,
  hours: OfficeHours,
  period: { readonly start: number; readonly minutes: number },
): Result<DueInstant, Unpublished> {
  const local = localMoment(period.start, hours.utcOffsetMinutes)
  let session = sessionAt(calendar, hours, period.start)
  let left = period.minutes
  while (session.ok) {
    const { date, from, to } = session.value
    const begin = date === local.date ? Math.max(from, local.minuteOfDay) : from
    if (left <= to - begin) {
      const moment = { date, minuteOfDay: begin + left }
      const because = [`办公时间 ${period.minutes} 分钟，至 ${date} ${clockText(moment.minuteOfDay)}`]
      return accept({ due: instantOf(moment, hours.utcOffsetMinutes), because })
    }
    left -= to - begin
    session = sessionAfter(calendar, hours, session.value)
  }
  return session
}

function sessionText({ date, half }: DatedSession): string {
  return `${date} ${half === 'morning' ? '上午' : '下午'}`
}

function clockText(minuteOfDay: number): string {
  const pad = (value: number) => String(value).padStart(2, '0')
  return `${pad(Math.floor(minuteOfDay / 60))}:${pad(minuteOfDay % 60)}`
}
