import { plainDate, workingCalendar } from '@guanjia/core/calendar'
import { describe, expect, it } from 'vitest'
import { standingDay } from './standing-day.ts'

const calendar = workingCalendar('one year', [
  { year: 2026, source: 'test', daysOff: new Map(), makeUpDays: new Map() },
])

describe(standingDay, () => {
  it('is today while its limits end in a published year', () => {
    expect(standingDay(calendar, plainDate('2026-12-10'), 15)).toBe('2026-12-10')
  })
  it('stays behind once they would not', () => {
    expect(standingDay(calendar, plainDate('2026-12-11'), 15)).toBe('2026-12-10')
    expect(standingDay(calendar, plainDate('2026-12-31'), 15)).toBe('2026-12-10')
  })
  it('is none in a year that is not published, or where none is long enough', () => {
    expect(standingDay(calendar, plainDate('2027-01-04'), 15)).toBeUndefined()
    expect(standingDay(calendar, plainDate('2026-12-31'), 400)).toBeUndefined()
  })
})
