import { describe, expect, it } from 'vitest'
import { firstOf, periodIn } from './figures-period.ts'

describe(firstOf, () => {
  it('goes back to the first day of the month, quarter and year', () => {
    expect(firstOf('month', '2026-11-27')).toBe('2026-11-01')
    expect(firstOf('quarter', '2026-11-27')).toBe('2026-10-01')
    expect(firstOf('quarter', '2026-03-31')).toBe('2026-01-01')
    expect(firstOf('year', '2026-11-27')).toBe('2026-01-01')
  })
})

describe(periodIn, () => {
  it('asks for no day that the address does not name', () => {
    expect(periodIn(new URLSearchParams(''))).toEqual({})
    expect(periodIn(new URLSearchParams('from=2023-01-01&asOf=2023-03-31'))).toEqual({
      from: '2023-01-01',
      asOf: '2023-03-31',
    })
  })
})
