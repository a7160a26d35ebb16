/**
 * Days as stewards read them: short, with the weekday where it helps.
 */

import { plainDate, weekOf } from '@guanjia/core/calendar'

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const
const dayMs = 86_400_000

/** 11 月 27 日, from a plain day or an instant; with the year where it is not this one. */
export function shortDay(text: string, now = new Date()): string {
  const [year = 0, month = 0, day = 0] = zoneDay(text).split('-').map(Number)
  const isThisYear = zoneDay(now.toISOString()).startsWith(`${year}-`)
  return isThisYear ? `${month} 月 ${day} 日` : `${year} 年 ${month} 月 ${day} 日`
}

/** 11 月 27 日 周五 */
export function dayWithWeekday(day: string, now = new Date()): string {
  return `${shortDay(day, now)} ${weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()]}`
}

/** The plain day of an instant in the zone; a plain day stays as it is. */
function zoneDay(text: string): string {
  if (text.length === 10) return text
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date(text))
}

/** A day so many days later. */
export function daysLater(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
}

/** Tomorrow if people work then, this or the next Friday, and next Monday: what people agree on. */
export function daysToAgreeOn(today: string): readonly string[] {
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay()
  const days = [...(weekday >= 5 ? [] : [1]), (5 - weekday + 7) % 7 || 7, (1 - weekday + 7) % 7 || 7]
  return [...new Set(days)].toSorted((one, other) => one - other).map((count) => daysLater(today, count))
}

/** The week of a day by its name, 2026-W48. */
export function weekName(day: string): string {
  return weekOf(plainDate(day)).name
}
