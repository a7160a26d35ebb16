import { describe, expect, it } from 'vitest'
import { daysToAgreeOn, dayWithWeekday, shortDay } from './days.ts'

describe(daysToAgreeOn, () => {
  it('offers tomorrow, Friday and Monday in their order, each once', () => {
    expect(daysToAgreeOn('2026-11-25')).toEqual(['2026-11-26', '2026-11-27', '2026-11-30'])
    expect(daysToAgreeOn('2026-11-26')).toEqual(['2026-11-27', '2026-11-30'])
    expect(daysToAgreeOn('2026-11-27')).toEqual(['2026-11-30', '2026-12-04'])
    expect(daysToAgreeOn('2026-11-29')).toEqual(['2026-11-30', '2026-12-04'])
  })
})

describe(shortDay, () => {
  it('is the day of the zone, whatever the device is set to', () => {
    const now = new Date('2026-11-26T17:00:00Z')
    expect(shortDay('2026-11-26T17:00:00.000Z', now)).toBe('11 月 27 日')
    expect(dayWithWeekday('2026-11-27', now)).toBe('11 月 27 日 周五')
  })
  it('names the year where it is another one', () => {
    expect(shortDay('2027-02-12', new Date('2026-12-31T15:00:00Z'))).toBe('2027 年 2 月 12 日')
    expect(shortDay('2027-02-12', new Date('2026-12-31T16:00:00Z'))).toBe('2 月 12 日')
  })
})
