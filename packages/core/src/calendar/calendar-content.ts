/**
 * Reads a calendar year from content, finding everything that is wrong at once.
 */

import { accept, type Result, refuse } from '../kernel/index.ts'
import { type PlainDate, parsePlainDate } from './plain-date.ts'
import type { CalendarCorrection, CalendarYear } from './working-calendar.ts'

/**
 * Reads one year's notice: `{ year, source, daysOff: {name: [dates]}, makeUpDays: {name: [dates]} }`, with `corrections:
 * [{ on, reason, source }]` where it was corrected.
 *
 * @param value - parsed YAML of unknown shape
 */
export function parseCalendarYear(value: unknown): Result<CalendarYear, 'calendar-malformed'> {
  const faults: string[] = []
  const record = isRecord(value) ? value : {}
  const { year, source } = record
  if (typeof year !== 'number' || !Number.isInteger(year)) faults.push('year is not a whole number')
  if (typeof source !== 'string' || source === '') faults.push('source is missing')
  const daysOff = readDays(record['daysOff'], 'daysOff', faults)
  const makeUpDays = readDays(record['makeUpDays'] ?? {}, 'makeUpDays', faults)
  for (const date of makeUpDays.keys()) if (daysOff.has(date)) faults.push(`${date} is both off and worked`)
  const corrections = readCorrections(record['corrections'], faults)
  if (faults.length > 0) return refuse('calendar-malformed', { faults })
  return accept({ year: Number(year), source: String(source), daysOff, makeUpDays, corrections })
}

function readCorrections(value: unknown, faults: string[]): readonly CalendarCorrection[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) {
    faults.push('corrections is not a list')
    return []
  }
  return value.flatMap((each: unknown, place) => {
    const { on, reason, source } = isRecord(each) ? each : {}
    const day = parsePlainDate(String(on))
    const isWhole = typeof reason === 'string' && reason !== '' && typeof source === 'string' && source !== ''
    if (day.ok && isWhole) return [{ on: day.value, reason, source }]
    faults.push(`corrections.${place}: a correction has a day, a reason and a source`)
    return []
  })
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function readDays(value: unknown, place: string, faults: string[]): ReadonlyMap<PlainDate, string> {
  const days = new Map<PlainDate, string>()
  if (!isRecord(value)) {
    faults.push(`${place} is not a table of names and days`)
    return days
  }
  for (const [name, dates] of Object.entries(value)) {
    for (const text of Array.isArray(dates) ? dates : [dates]) {
      const parsed = parsePlainDate(String(text))
      if (!parsed.ok) faults.push(`${place}.${name}: ${String(text)} is no day`)
      else if (days.has(parsed.value)) faults.push(`${place}: ${parsed.value} stands twice`)
      else days.set(parsed.value, name)
    }
  }
  return days
}
