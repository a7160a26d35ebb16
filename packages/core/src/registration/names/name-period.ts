/**
 * How long a name is kept from others: as long as it is registered, while it is reserved, and for a time after it was given up.
 *
 * A period of months or years ends on the day with the number of its first day, or on the last day of a shorter month;
 * that day still belongs to it.
 *
 * Source: 企业名称登记管理规定 arts. 17, 18; 民法典 arts. 201, 202.
 */

import type { NamePeriod } from './name-content.ts'
import type { NameTables } from './name-tables.ts'

/** What became of a name; `on` is the day of the act, YYYY-MM-DD. */
export type NameStatus =
  | { readonly state: 'registered' }
  | { readonly state: 'reserved'; readonly on: string; readonly needsApproval: boolean }
  | { readonly state: 'cancelled' | 'renamed' | 'revoked'; readonly on: string }

function splitDay(day: string): readonly [year: number, month: number, date: number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))]
}

function monthLength(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** Days since 1999-12-31, so that 2000-01-01 is 1; earlier days are 0. */
export function dayNumber(day: string): number {
  const [year, month, date] = splitDay(day)
  const years = year - 2000
  if (years < 0) return 0
  let days =
    years * 365 +
    Math.floor((years + 3) / 4) -
    Math.floor((years + 99) / 100) +
    Math.floor((years + 399) / 400)
  for (let each = 1; each < month; each++) days += monthLength(year, each)
  return days + date
}

/** The last day of a period that begins with the given day. */
export function periodEnd(start: string, period: NamePeriod): string {
  const [startYear, startMonth, startDate] = splitDay(start)
  const months = startYear * 12 + startMonth - 1 + period.value * (period.unit === 'years' ? 12 : 1)
  const year = Math.floor(months / 12)
  const month = (months % 12) + 1
  const date = Math.min(startDate, monthLength(year, month))
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}

/** The last day on which a name stands in the way of others; null while there is no end. */
export function protectedUntil(tables: NameTables, status: NameStatus): string | null {
  const { protection, reservation } = tables.content.legality
  if (status.state === 'registered') return null
  if (status.state !== 'reserved') return periodEnd(status.on, protection[status.state])
  return periodEnd(status.on, status.needsApproval ? reservation.needsApproval : reservation.ordinary)
}
