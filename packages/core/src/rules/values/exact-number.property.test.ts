import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  add,
  compareNumbers,
  divide,
  exactNumber,
  isDecimal,
  multiply,
  outwardNumber,
  subtract,
} from './exact-number.ts'

/** Units and how many of their digits stand behind the point. */
const written = fc.tuple(fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n }), fc.integer({ min: 0, max: 8 }))
type Written = readonly [units: bigint, places: number]

function number([units, places]: Written) {
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0')
  const cut = digits.length - places
  const read = exactNumber(`${units < 0n ? '-' : ''}${digits.slice(0, cut)}.${digits.slice(cut)}0`)
  if (read === undefined) throw new Error('not readable')
  return read
}

describe(compareNumbers, () => {
  it('orders numbers as their digits do', () => {
    fc.assert(
      fc.property(written, written, (a, b) => {
        const [x, y] = [a[0] * 10n ** BigInt(8 - a[1]), b[0] * 10n ** BigInt(8 - b[1])]
        expect(compareNumbers(number(a), number(b))).toBe(x < y ? -1 : x > y ? 1 : 0)
      }),
    )
  })
  it('knows two spellings of one number', () => {
    fc.assert(
      fc.property(written, ([units, places]) => {
        expect(number([units, places])).toEqual(number([units * 10n, places + 1]))
      }),
    )
  })
})

describe(add, () => {
  it('adds and takes away as whole numbers of the smallest place', () => {
    fc.assert(
      fc.property(written, written, (a, b) => {
        const [x, y] = [a[0] * 10n ** BigInt(8 - a[1]), b[0] * 10n ** BigInt(8 - b[1])]
        expect(add(number(a), number(b))).toEqual(number([x + y, 8]))
        expect(subtract(number(a), number(b))).toEqual(number([x - y, 8]))
      }),
    )
  })
  it.each([
    [0.1, 0.2, 0.3],
    [1.005, 0.005, 1.01],
    [1e21, 1, undefined],
    [123456789012345.6, 0.1, 123456789012345.7],
  ])('%d + %d', (a, b, sum) => {
    const exact = add(a, b)
    if (sum === undefined) expect(exact !== undefined && outwardNumber(exact)).toBe(10n ** 21n + 1n)
    else expect(exact).toBe(sum)
  })
})

describe(multiply, () => {
  it('multiplies digits, to 34 of them', () => {
    fc.assert(
      fc.property(written, written, (a, b) => {
        expect(multiply(number(a), number(b))).toEqual(number([a[0] * b[0], a[1] + b[1]]))
      }),
    )
  })
  it('stops at 10^6144', () => {
    let huge = exactNumber('1e600')
    for (let times = 0; times < 4 && huge !== undefined; times++) huge = multiply(huge, huge)
    expect(huge).toBe(undefined)
  })
})

describe(divide, () => {
  it('gives back what was multiplied', () => {
    fc.assert(
      fc.property(written, written, (a, b) => {
        fc.pre(b[0] !== 0n)
        const product = multiply(number(a), number(b))
        expect(product !== undefined && divide(product, number(b))).toEqual(number(a))
      }),
    )
  })
  it('rounds to 34 digits, half to even, and refuses zero', () => {
    const third = divide(1, 3)
    expect(isDecimal(third) && third.units).toBe(BigInt('3'.repeat(34)))
    const twoThirds = divide(-2, 3)
    expect(isDecimal(twoThirds) && twoThirds.units).toBe(-BigInt(`${'6'.repeat(33)}7`))
    expect(divide(1, 0)).toBe(undefined)
  })
})
