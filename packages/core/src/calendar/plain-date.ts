/**
 * A day without a time of day, in the proleptic Gregorian calendar: what laws count in.
 *
 * Terms: an *instant* is a moment on the time line (epoch milliseconds); which day it falls on depends on the zone's
 * offset, which is content. The day arithmetic follows the civil-from-days method of H. Hinnant.
 */

import { accept, assert, type Brand, type Result, refuse } from '../kernel/index.ts'

/** A day as `YYYY-MM-DD`, years 0001 to 9999; sorts as text. */
export type PlainDate = Brand<string, 'PlainDate'>

/** Monday is 1, Sunday is 7 (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

const dayMs = 86_400_000
const minuteMs = 60_000

/** Reads a day; refuses what is not written `YYYY-MM-DD` or does not exist, such as 2023-02-29. */
export function parsePlainDate(text: string): Result<PlainDate, 'date-not-readable'> {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return refuse('date-not-readable', { text })
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const isDay = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  return isDay ? accept(text as PlainDate) : refuse('date-not-readable', { text })
}

/** A day that is known to be well formed, such as a constant; a malformed one breaks a promise. */
export function plainDate(text: string): PlainDate {
  const parsed = parsePlainDate(text)
  assert(parsed.ok, `${text} is a day`)
  return parsed.value
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/** The digits from one place up to another; splitting the text is ten times as slow, and boards ask a million times. */
function numberAt(date: PlainDate, from: number, until: number): number {
  let value = 0
  for (let place = from; place < until; place += 1) value = value * 10 + date.charCodeAt(place) - 48
  return value
}

/** Days since 1970-01-01. */
export function dayNumber(date: PlainDate): number {
  const [year, month, day] = [numberAt(date, 0, 4), numberAt(date, 5, 7), numberAt(date, 8, 10)]
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** The day with this number of days since 1970-01-01. */
export function dateOfDayNumber(days: number): PlainDate {
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthShifted = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * monthShifted + 2) / 5) + 1
  const month = monthShifted + (monthShifted < 10 ? 3 : -9)
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  const pad = (value: number, width: number) => String(value).padStart(width, '0')
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as PlainDate
}

/** The day so many days later; negative numbers go back. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return dateOfDayNumber(dayNumber(date) + days)
}

/** Days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** The day of the week. */
export function weekday(date: PlainDate): Weekday {
  // 1970-01-01 was a Thursday
  return (((((dayNumber(date) + 3) % 7) + 7) % 7) + 1) as Weekday
}

/** The same day of another year; the 29th of February becomes the 28th where there is none. */
export function sameDayOfYear(date: PlainDate, year: number): PlainDate {
  const monthAndDay = date.slice(4)
  const text = `${String(year).padStart(4, '0')}${monthAndDay}`
  const parsed = parsePlainDate(text)
  return parsed.ok ? parsed.value : plainDate(`${text.slice(0, 4)}-02-28`)
}

/** Where an instant falls on the zone's wall clock. */
export interface LocalMoment {
  readonly date: PlainDate
  /** whole minutes since midnight, 0 to 1439 */
  readonly minuteOfDay: number
}

/**
 * The day and minute of an instant in a zone of fixed offset.
 *
 * @param instant - epoch milliseconds
 * @param utcOffsetMinutes - minutes east of Greenwich; China has 480
 */
export function localMoment(instant: number, utcOffsetMinutes: number): LocalMoment {
  const minutes = Math.floor(instant / minuteMs) + utcOffsetMinutes
  const days = Math.floor(minutes / 1440)
  return { date: dateOfDayNumber(days), minuteOfDay: minutes - days * 1440 }
}

/** The instant, in epoch milliseconds, at which the zone's wall clock shows this day and minute. */
export function instantOf(moment: LocalMoment, utcOffsetMinutes: number): number {
  return dayNumber(moment.date) * dayMs + (moment.minuteOfDay - utcOffsetMinutes) * minuteMs
}
