/**
 * The period that figures are asked for.
 */

import { localMoment, type PlainDate, plainDate } from '@guanjia/core/calendar'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import type { Period } from './register-counts.ts'
import type { StatisticsPorts } from './statistics-ports.ts'

interface AskedPeriod {
  readonly asOf?: string | undefined
  readonly from?: string | undefined
}

/** The day of the zone. */
export function todayOf({ clock, zone }: Pick<StatisticsPorts, 'clock' | 'zone'>): PlainDate {
  return localMoment(clock.now().getTime(), zone.utcOffsetMinutes).date
}

/** The period asked for: until a day where none was given, and from the first of its year. */
export function periodUntil(lastDay: PlainDate, asked: AskedPeriod): Result<Period, 'period-upside-down'> {
  const to = asked.asOf === undefined ? lastDay : plainDate(asked.asOf)
  const from = asked.from === undefined ? plainDate(`${to.slice(0, 4)}-01-01`) : plainDate(asked.from)
  return from <= to ? accept({ from, to }) : refuse('period-upside-down', { from, to })
}
