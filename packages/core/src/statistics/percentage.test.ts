import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { growth, percentText, share } from './percentage.ts'

describe(growth, () => {
  it.each([
    [895, 774, '+15.63%'],
    [895, 773, '+15.78%'],
    [895, 775, '+15.48%'],
    [16142, 13436, '+20.14%'],
    [12226, 10396, '+17.60%'],
    [95, 100, '-5.00%'],
    [100, 100, '0.00%'],
  ])('of %i against %i is %s', (now, before, text) => {
    const result = growth(now, before)
    expect(result.ok && percentText(result.value, true)).toBe(text)
  })

  it('is refused where there is nothing to compare with', () => {
    expect(growth(3, 0)).toMatchObject({ ok: false, code: 'nothing-to-compare-with' })
  })

  it('mirrors around zero', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 100_000 }), (difference, before) => {
        const up = growth(before + difference, before)
        const down = growth(before - difference, before)
        expect(up.ok && down.ok && up.value === -down.value + 0).toBe(true)
      }),
    )
  })
})

describe(share, () => {
  it.each([
    [12226, 16142, '75.74%'],
    [843, 895, '94.19%'],
    [9419, 10000, '94.19%'],
    [1, 3, '33.33%'],
    [2, 3, '66.67%'],
    [1, 8000, '0.01%'],
    [1, 20000, '0.01%'],
    [1, 20001, '0.00%'],
  ])('of %i in %i is %s', (part, whole, text) => {
    const result = share(part, whole)
    expect(result.ok && percentText(result.value)).toBe(text)
  })

  it('is never more than half a hundredth off', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 1_000_000 }), (part, whole) => {
        const result = share(part, whole)
        const error = result.ok ? Math.abs(result.value * whole - part * 10_000) : Number.POSITIVE_INFINITY
        expect(error * 2).toBeLessThanOrEqual(whole)
      }),
    )
  })
})
