import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  dateOfDayNumber,
  dayNumber,
  dueDate,
  type PlainDate,
  plainDate,
  type TimeLimitEvent,
  timeLimit,
  workingCalendar,
} from './index.ts'

const someDay = fc.integer({ min: 0, max: 900 }).map((days) => addDays(plainDate('2023-01-01'), days))

/** Calendars nobody has ever published: any days off, any weekend days worked. */
const someCalendar = fc
  .record({
    off: fc.uniqueArray(someDay, { maxLength: 60 }),
    worked: fc.uniqueArray(someDay, { maxLength: 60 }),
  })
  .map(({ off, worked }) =>
    workingCalendar(
      'random',
      [2022, 2023, 2024, 2025, 2026].map((year) => ({
        year,
        source: 'random',
        daysOff: new Map(off.filter((date) => !worked.includes(date)).map((date) => [date, '节'] as const)),
        makeUpDays: new Map(worked.map((date) => [date, '节'] as const)),
      })),
    ),
  )

/** The rule as plainly as it can be said, without the engine. */
function isWorked(calendar: ReturnType<typeof workingCalendar>, date: PlainDate): boolean {
  const year = calendar.years.get(2023)
  if (year?.makeUpDays.has(date)) return true
  if (year?.daysOff.has(date)) return false
  return ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay())
}

const runs = { numRuns: process.env['SLOW'] === '1' ? 10_000 : 300 }

describe('a period in any calendar', () => {
  it('ends where counting by hand ends', () => {
    fc.assert(
      fc.property(someCalendar, someDay, fc.integer({ min: 1, max: 60 }), (calendar, start, workingDays) => {
        let date = start
        for (let left = workingDays; left > 0; ) {
          date = dateOfDayNumber(dayNumber(date) + 1)
          if (isWorked(calendar, date)) left -= 1
        }
        expect(dueDate(calendar, start, workingDays)).toMatchObject({ value: { due: date } })
      }),
      runs,
    )
  })

  it('loses exactly the days of its suspension', () => {
    const lengths = fc.record({
      before: fc.integer({ min: 1, max: 15 }),
      pause: fc.integer({ min: 1, max: 20 }),
    })
    fc.assert(
      fc.property(someCalendar, someDay, lengths, (calendar, start, { before, pause }) => {
        const from = addDays(start, before)
        const to = addDays(from, pause)
        const events: TimeLimitEvent[] = [
          { type: 'started', on: start, workingDays: 40, basis: 'test' },
          { type: 'suspended', on: from, reason: '补正' },
          { type: 'resumed', on: to },
        ]
        const last = addDays(to, 10)
        let used = 0
        for (let date = addDays(start, 1); date <= last; date = addDays(date, 1))
          if (isWorked(calendar, date) && (date < from || date > to)) used += 1
        expect(timeLimit(calendar, events, last)).toMatchObject({ value: { used } })
      }),
      runs,
    )
  })
})
