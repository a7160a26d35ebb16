import { webcrypto } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeChanceBytes, codeInGroups, parseReceiptCode, receiptCode } from './receipt-code.ts'
import { receiptSecrets } from './receipt-secrets.ts'

const code = fc
  .uint8Array({ minLength: codeChanceBytes, maxLength: codeChanceBytes })
  .map((chance) => receiptCode(chance) ?? '')
  .filter((made) => made !== '')
const symbols = '0123456789ABCDEFGHJKMNPQRSTWXYZ'

describe('a receipt code', () => {
  it('reads back as it was shown, in small letters, and with the letters that look like figures', () => {
    fc.assert(
      fc.property(code, (made) => {
        const shown = codeInGroups(made)
        expect(shown).toMatch(/^([0-9A-Z]{4} ){4}[0-9A-Z]{4}$/)
        const written = [shown, shown.toLowerCase(), made.replaceAll('0', 'o').replaceAll('1', 'l')]
        for (const text of written) expect(parseReceiptCode(text)).toEqual({ ok: true, value: made })
      }),
    )
  })

  it('finds every wrong symbol and every two that changed places', () => {
    fc.assert(
      fc.property(code, fc.nat(19), fc.nat(19), fc.nat(30), (made, at, other, symbol) => {
        const letters = [...made]
        const wrong = letters.with(at, symbols.charAt(symbol)).join('')
        const swapped = letters
          .with(at, letters[other] ?? '')
          .with(other, letters[at] ?? '')
          .join('')
        for (const text of [wrong, swapped]) expect(parseReceiptCode(text).ok).toBe(text === made)
      }),
    )
  })

  it('draws every symbol as often as every other', () => {
    const chance = Uint8Array.from({ length: 64 }, (_, at) => at + 248)
    expect(receiptCode(chance.map((byte) => (byte < 248 ? 255 : byte)))).toBeUndefined()
    const drawn = new Set(
      Array.from({ length: 248 }, (_, byte) => receiptCode(new Uint8Array(19).fill(byte))),
    )
    expect(drawn.size).toBe(symbols.length)
  })

  it('gives two secrets of which neither is the other, the same each time', async () => {
    const made = receiptCode(webcrypto.getRandomValues(new Uint8Array(codeChanceBytes))) ?? ''
    const { lookup, keySecret } = await receiptSecrets(webcrypto, made)
    expect(lookup).toMatch(/^[0-9a-f]{64}$/)
    expect(Buffer.from(keySecret).toString('hex')).not.toBe(lookup)
    expect((await receiptSecrets(webcrypto, made)).lookup).toBe(lookup)
  })
})
