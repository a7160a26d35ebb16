import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadNameTables } from '../../../../server/src/registration/name-tables.ts'
import { dayNumber, periodEnd, protectedUntil } from './name-period.ts'

const tables = loadNameTables(join(import.meta.dirname, '../../../../../content/qingdao/names'))

describe(protectedUntil, () => {
  it.each([
    [{ state: 'registered' }, null],
    [{ state: 'reserved', on: '2026-03-10', needsApproval: false }, '2026-05-10'],
    [{ state: 'reserved', on: '2025-12-31', needsApproval: false }, '2026-02-28'],
    [{ state: 'reserved', on: '2026-03-10', needsApproval: true }, '2027-03-10'],
    [{ state: 'cancelled', on: '2024-02-29' }, '2025-02-28'],
    [{ state: 'renamed', on: '2025-06-01' }, '2026-06-01'],
    [{ state: 'revoked', on: '2025-06-01' }, '2026-06-01'],
  ] as const)('%j ends on %s', (status, end) => {
    expect(protectedUntil(tables, status)).toBe(end)
  })
})

describe(periodEnd, () => {
  it('ends on the last day of a shorter month', () => {
    expect(periodEnd('2026-08-31', { value: 1, unit: 'months' })).toBe('2026-09-30')
    expect(periodEnd('2027-12-31', { value: 2, unit: 'months' })).toBe('2028-02-29')
  })
})

describe(dayNumber, () => {
  it('counts the days since the end of 1999 as the Gregorian calendar does', () => {
    const base = Date.UTC(1999, 11, 31)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60_000 }), (days) => {
        const day = new Date(base + days * 86_400_000).toISOString().slice(0, 10)
        expect(dayNumber(day)).toBe(days)
      }),
    )
    expect(dayNumber('1999-12-31')).toBe(0)
  })
})
