import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, parseWeek, plainDate, weekday, weekOf } from './index.ts'

describe(weekOf, () => {
  it('belongs to the year of its Thursday', () => {
    expect(weekOf(plainDate('2026-11-26'))).toEqual({
      name: '2026-W48',
      from: '2026-11-23',
      to: '2026-11-29',
    })
    expect(weekOf(plainDate('2027-01-01')).name).toBe('2026-W53')
    expect(weekOf(plainDate('2024-12-31')).name).toBe('2025-W01')
  })

  it('is the same for its seven days, and read back by its name', () => {
    const days = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays(plainDate('2000-01-01'), days))
    fc.assert(
      fc.property(days, (day) => {
        const week = weekOf(day)
        expect(weekday(week.from)).toBe(1)
        expect(weekOf(week.to)).toEqual(week)
        expect(parseWeek(week.name)).toMatchObject({ ok: true, value: week })
      }),
    )
  })
})

describe(parseWeek, () => {
  it('refuses what no calendar has', () => {
    for (const text of ['2026-W00', '2025-W53', '2026-W54', '2026-48', '', '0000-W01'])
      expect(parseWeek(text)).toMatchObject({ ok: false, code: 'week-not-readable' })
  })
})
