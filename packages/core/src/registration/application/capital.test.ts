import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anniversary, checkCapital, contributions, parseShare, shareText, wholeShare } from './capital.ts'

const rule = { paidInWithinYears: 5, article: '公司法 47' }

describe(checkCapital, () => {
  it.each([
    ['1000000', '2031-04-01', true],
    ['1000000', '2031-04-02', 'paid-in-too-late'],
    ['0.00', '2030-01-01', 'amount-zero'],
    ['一百万', '2030-01-01', 'amount-not-readable'],
    ['1', '2026-03-31', 'paid-in-past'],
  ])('judges %s until %s: %s', (amount, paidInBy, expected) => {
    const checked = checkCapital({ amount, paidInBy }, '2026-04-01', rule)
    expect(checked.ok || checked.code).toBe(expected)
  })
  it('ends five years after 29 February on the 28th', () => {
    expect(anniversary('2024-02-29', 5)).toBe('2029-02-28')
    expect(anniversary('2024-02-29', 4)).toBe('2028-02-29')
  })
})

describe(parseShare, () => {
  it('reads back what it prints and keeps thirds exact', () => {
    fc.assert(
      fc.property(fc.nat(wholeShare), (share) => {
        expect(parseShare(shareText(share))).toEqual({ ok: true, value: share })
      }),
    )
  })
  it('refuses five decimals, signs and more than all', () => {
    for (const text of ['33.33333', '-1', '100.0001', '', '１００'])
      expect(parseShare(text)).toMatchObject({ code: 'share-not-readable' })
  })
})

describe(contributions, () => {
  it('loses no fen and cuts nobody by more than one', () => {
    const cut = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 50 })
    fc.assert(
      fc.property(cut, fc.bigInt({ min: 1n, max: 10n ** 14n }), (weights, minor) => {
        const total = weights.reduce((sum, weight) => sum + weight, 0)
        const shares = weights.map((weight) => Math.floor((weight * wholeShare) / total))
        shares[0] = (shares[0] ?? 0) + wholeShare - shares.reduce((sum, share) => sum + share, 0)
        const amounts = contributions({ minor, currency: 'CNY' }, shares)
        expect(amounts.reduce((sum, amount) => sum + amount, 0n)).toBe(minor)
        for (const [place, amount] of amounts.entries()) {
          const exact = (minor * BigInt(shares[place] ?? 0)) / BigInt(wholeShare)
          expect(amount - exact === 0n || amount - exact === 1n).toBe(true)
        }
      }),
    )
  })
})
