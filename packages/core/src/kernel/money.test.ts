import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moneyText, parseMoney } from './money.ts'

describe(parseMoney, () => {
  it('keeps the fen that a float would lose', () => {
    expect(parseMoney('90071992547409.93')).toEqual({
      ok: true,
      value: { minor: 9007199254740993n, currency: 'CNY' },
    })
  })
  it('refuses three decimals, signs and grouping', () => {
    for (const text of ['1.234', '-1', '1,000', '', '.5'])
      expect(parseMoney(text)).toMatchObject({ ok: false, code: 'amount-not-readable' })
  })
  it('reads back every amount it prints', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 16n }), (minor) => {
        expect(parseMoney(moneyText({ minor, currency: 'CNY' }))).toEqual({
          ok: true,
          value: { minor, currency: 'CNY' },
        })
      }),
    )
  })
})
