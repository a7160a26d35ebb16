/**
 * Calendar months: their last days, and the same day some months later.
 */

import { addDays, type PlainDate, parsePlainDate, plainDate } from './plain-date.ts'

/** Months since the year 0, so that months can be subtracted. */
export function monthNumber(date: PlainDate): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1
}

function firstDay(month: number): PlainDate {
  const year = String(Math.floor(month / 12)).padStart(4, '0')
  return plainDate(`${year}-${String((month % 12) + 1).padStart(2, '0')}-01`)
}

/** The last day of a month. */
export function lastDay(month: number): PlainDate {
  return addDays(firstDay(month + 1), -1)
}

/** The same day so many months later; the last day of that month where it has no such day. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const month = monthNumber(date) + months
  const parsed = parsePlainDate(`${firstDay(month).slice(0, 8)}${date.slice(8)}`)
  return parsed.ok ? parsed.value : lastDay(month)
}

/** The number of the last month that has ended when a day is over. */
export function lastEndedMonth(date: PlainDate): number {
  const month = monthNumber(date)
  return lastDay(month) === date ? month : month - 1
}
