/**
 * A moment on the time line, read from the text that goes over the wire.
 */

import { accept, type Result, refuse } from '../kernel/index.ts'
import { dayNumber, parsePlainDate } from './plain-date.ts'

const form = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3})\d*)?)?(Z|[+-]\d{2}:\d{2})$/

/**
 * Reads an instant of ISO 8601 with its offset (`2026-03-02T09:15:00+08:00`); gives epoch milliseconds. Refuses a text without an
 * offset, because it means another moment on every machine, and a day or time that does not exist.
 */
export function parseInstant(text: string): Result<number, 'instant-not-readable'> {
  const [, day, hours, minutes, seconds, fraction, zone] = form.exec(text) ?? []
  const date = parsePlainDate(day ?? '')
  const second = secondOfDay(hours, minutes, seconds)
  const offset = offsetMinutes(zone ?? '')
  if (!date.ok || second === undefined || offset === undefined)
    return refuse('instant-not-readable', { text })
  const milliseconds = Number((fraction ?? '').padEnd(3, '0'))
  return accept(dayNumber(date.value) * 86_400_000 + (second - offset * 60) * 1000 + milliseconds)
}

function secondOfDay(...written: readonly (string | undefined)[]): number | undefined {
  const [hours = 0, minutes = 0, seconds = 0] = written.map((part) => Number(part ?? 0))
  return hours <= 23 && minutes <= 59 && seconds <= 59 ? (hours * 60 + minutes) * 60 + seconds : undefined
}

function offsetMinutes(zone: string): number | undefined {
  if (zone === 'Z') return 0
  const [hours = Number.NaN, minutes = Number.NaN] = zone.slice(1).split(':').map(Number)
  if (!(hours <= 14 && minutes <= 59)) return undefined
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}
