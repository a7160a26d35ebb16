import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseInstant } from './instant.ts'

describe(parseInstant, () => {
  it.each([
    ['1970-01-01T00:00:00Z', 0],
    ['1970-01-01T08:00:00+08:00', 0],
    ['2026-03-02T09:15+08:00', 1_772_414_100_000],
    ['2024-02-29T23:59:59.5-03:30', 1_709_263_799_500],
  ])('reads %s', (text, instant) => {
    expect(parseInstant(text)).toEqual({ ok: true, value: instant })
  })

  it('reads back what every instant is written as', () => {
    fc.assert(
      fc.property(
        fc.date({
          min: new Date('0001-01-01T00:00:00Z'),
          max: new Date('9999-12-31T23:59:59Z'),
          noInvalidDate: true,
        }),
        (date) => {
          expect(parseInstant(date.toISOString())).toEqual({ ok: true, value: date.getTime() })
        },
      ),
    )
  })

  it.each([
    '2026-03-02T09:15:00',
    '2026-03-02',
    '2026-02-29T00:00:00Z',
    '2026-03-02T24:00:00Z',
    '2026-03-02T09:60:00Z',
    '2026-03-02T09:15:60Z',
    '2026-03-02T09:15:00+15:00',
    '2 March 2026',
    '',
  ])('refuses %s', (text) => {
    expect(parseInstant(text)).toMatchObject({ ok: false, code: 'instant-not-readable' })
  })
})
