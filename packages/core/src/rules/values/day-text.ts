/**
 * Days as rules see them: texts `YYYY-MM-DD`, which order as the days do. The calendar stands on this floor too, so the
 * rules know nothing of it.
 */

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Whether a value is the text of a day that exists. */
export function isDayText(value: unknown): value is string {
  if (typeof value !== 'string') return false
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return day >= 1 && day <= monthLength(year, month)
}

/** Days since 0000-03-01 in the Gregorian calendar; `day` must be the text of a day that exists. */
export function dayNumber(day: string): number {
  const month = (Number(day.slice(5, 7)) + 9) % 12
  const year = Number(day.slice(0, 4)) - (month >= 10 ? 1 : 0)
  const leaps = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
  return 365 * year + leaps + Math.floor((month * 306 + 5) / 10) + Number(day.slice(8)) - 1
}

/** The text of the day with this number; the inverse of `dayNumber`. */
export function dayText(number: number): string {
  let year = Math.floor((10000 * number + 14780) / 3652425)
  let rest = number - yearStart(year)
  if (rest < 0) {
    year -= 1
    rest = number - yearStart(year)
  }
  const month = Math.floor((100 * rest + 52) / 3060)
  const day = rest - Math.floor((month * 306 + 5) / 10) + 1
  const calendarMonth = ((month + 2) % 12) + 1
  const calendarYear = year + (month >= 10 ? 1 : 0)
  return [pad(calendarYear, 4), pad(calendarMonth, 2), pad(day, 2)].join('-')
}

function yearStart(year: number): number {
  return 365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
}

function monthLength(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 && leap ? 29 : (monthLengths[month - 1] ?? 0)
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0')
}
