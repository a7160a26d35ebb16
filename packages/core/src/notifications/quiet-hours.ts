/**
 * Quiet hours: when a telephone is left in peace. What is not urgent waits for their end, and the wait says why.
 * The portal and the mail box are never quiet: they wait by themselves.
 */

import { addDays, instantOf, localMoment } from '../calendar/index.ts'
import { accept, type Result, refuse } from '../kernel/index.ts'
import type { NoticeChannel, Urgency } from './notice-template.ts'

/** Quiet hours of every night; `from` later than `to` goes over midnight, as is usual. */
export interface QuietHours {
  /** minute of the day at which they begin, 0 to 1439 */
  readonly from: number
  /** minute of the day at which they end, 0 to 1439 */
  readonly to: number
  /** minutes that the zone is ahead of UTC */
  readonly utcOffsetMinutes: number
}

/** When a notice goes out. */
export interface SendingTime {
  /** epoch milliseconds */
  readonly at: number
  /** why not at once, a sentence for people; undefined where it goes at once */
  readonly because: string | undefined
}

/** Reads `{ from: '21:00', to: '08:00' }`; refuses other forms, and hours that begin when they end. */
export function parseQuietHours(
  value: unknown,
  utcOffsetMinutes: number,
): Result<QuietHours, 'quiet-hours-malformed'> {
  const { from, to } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>
  const [start, end] = [minuteOf(from), minuteOf(to)]
  if (start === undefined || end === undefined || start === end)
    return refuse('quiet-hours-malformed', { from, to })
  return accept({ from: start, to: end, utcOffsetMinutes })
}

function minuteOf(value: unknown): number | undefined {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(String(value))
  return match ? Number(match[1]) * 60 + Number(match[2]) : undefined
}

/** Whether an instant falls into the quiet hours; their first minute does, their last does not. */
export function isQuiet(quiet: QuietHours, instant: number): boolean {
  const { minuteOfDay } = localMoment(instant, quiet.utcOffsetMinutes)
  const afterStart = minuteOfDay >= quiet.from
  const beforeEnd = minuteOfDay < quiet.to
  return quiet.from < quiet.to ? afterStart && beforeEnd : afterStart || beforeEnd
}

/**
 * When a notice goes out: at once, or, by SMS in the quiet hours, at their end. Excepted are notices that somebody waits for
 * and those that the law wants known.
 *
 * @param instant - when it was written, epoch milliseconds
 */
export function sendingTime(
  quiet: QuietHours,
  notice: { readonly channel: NoticeChannel; readonly urgency: Urgency },
  instant: number,
): SendingTime {
  const isExcepted = notice.channel !== 'sms' || notice.urgency === 'legal' || notice.urgency === 'awaited'
  if (isExcepted || !isQuiet(quiet, instant)) return { at: instant, because: undefined }
  const { date, minuteOfDay } = localMoment(instant, quiet.utcOffsetMinutes)
  const end = minuteOfDay < quiet.to ? date : addDays(date, 1)
  const at = instantOf({ date: end, minuteOfDay: quiet.to }, quiet.utcOffsetMinutes)
  return {
    at,
    because: `${clockText(quiet.from)}至${clockText(quiet.to)}不发送短信，${end} ${clockText(quiet.to)}发送`,
  }
}

function clockText(minuteOfDay: number): string {
  const pad = (value: number) => String(value).padStart(2, '0')
  return `${pad(Math.floor(minuteOfDay / 60))}:${pad(minuteOfDay % 60)}`
}
