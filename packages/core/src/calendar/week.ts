/**
 * Weeks as ISO 8601 counts them: from Monday to Sunday, in the year of their Thursday.
 */

import { accept, type Result, refuse } from '../kernel/index.ts'
import { addDays, daysBetween, type PlainDate, plainDate, weekday } from './plain-date.ts'

/** The days of a week, both included. */
export interface Week {
  /** such as `2026-W48` */
  readonly name: string
  readonly from: PlainDate
  readonly to: PlainDate
}

/** The week a day lies in. */
export function weekOf(date: PlainDate): Week {
  const from = addDays(date, 1 - weekday(date))
  const thursday = addDays(from, 3)
  const year = thursday.slice(0, 4)
  const number = Math.floor(daysBetween(plainDate(`${year}-01-01`), thursday) / 7) + 1
  return { name: `${year}-W${String(number).padStart(2, '0')}`, from, to: addDays(from, 6) }
}

/** Reads the name of a week; refuses one that its year does not have. */
export function parseWeek(text: string): Result<Week, 'week-not-readable'> {
  const match = /^(\d{4})-W(\d{2})$/.exec(text)
  if (match === null || match[1] === '0000') return refuse('week-not-readable', { text })
  // the fourth of January always lies in the first week
  const first = weekOf(plainDate(`${match[1]}-01-04`)).from
  const week = weekOf(addDays(first, (Number(match[2]) - 1) * 7))
  return week.name === text ? accept(week) : refuse('week-not-readable', { text })
}
