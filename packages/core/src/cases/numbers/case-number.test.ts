import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileNumber, isFileNumber } from './case-number.ts'

const template = '{division}{day}{system}{sequence}{check}'
const aNumber = fc
  .record({
    sequence: fc.integer({ min: 1, max: 999_999 }),
    day: fc.constantFrom('2023-04-28', '2026-12-01'),
  })
  .map((parts) => fileNumber(template, { division: '370212', system: 'GX', ...parts }))

describe(fileNumber, () => {
  it('follows the template of the zone', () => {
    const number = fileNumber(template, {
      division: '370212',
      day: '2023-04-28',
      system: 'GX',
      sequence: 127,
    })
    expect(number.slice(0, -1)).toBe('37021220230428GX000127')
    expect(isFileNumber(number)).toBe(true)
  })
  it('notices one wrong character', () => {
    fc.assert(
      fc.property(aNumber, fc.nat({ max: 22 }), fc.constantFrom(...'0123456789GX'), (number, at, other) => {
        fc.pre(number.charAt(at) !== other)
        expect(isFileNumber(number.slice(0, at) + other + number.slice(at + 1))).toBe(false)
      }),
    )
  })
  it('notices ninety-five in a hundred swaps of neighbours', () => {
    const swaps = Array.from({ length: 500 }, (_, index) => index * 1_997 + 1).flatMap((sequence) => {
      const number = fileNumber(template, { division: '370212', day: '2026-12-01', system: 'GX', sequence })
      return [...number].flatMap((one, at) => {
        const two = number.charAt(at + 1)
        return two === '' || one === two ? [] : [number.slice(0, at) + two + one + number.slice(at + 2)]
      })
    })
    const missed = swaps.filter(isFileNumber)
    expect(swaps.length).toBeGreaterThan(5_000)
    expect(missed.length / swaps.length).toBeLessThan(0.05)
  })
})
