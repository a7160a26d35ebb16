import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from './canonical-json.ts'

describe(canonicalJson, () => {
  it('sorts keys by UTF-16 code units at every depth', () => {
    const value = { '\u20ac': 1, '\r': 2, '1': 3, '\u{1f600}': 4, '\ufb33': 5, b: { d: [], c: null } }
    expect(canonicalJson(value)).toBe(
      '{"\\r":2,"1":3,"b":{"c":null,"d":[]},"\u20ac":1,"\u{1f600}":4,"\ufb33":5}',
    )
  })
  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.integer()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).toReversed())
        expect(canonicalJson(turned)).toBe(canonicalJson(value))
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
  it('breaks on fractions, unsafe integers and broken Unicode', () => {
    for (const value of [0.1, 2 ** 53, Number.NaN, '\ud800'])
      expect(() => canonicalJson(value)).toThrow('broken promise')
  })
})
