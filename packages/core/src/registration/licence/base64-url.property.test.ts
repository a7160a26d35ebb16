import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeBase64Url, encodeBase64Url } from './base64-url.ts'

describe(encodeBase64Url, () => {
  it('spells bytes as Node does and reads them back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const text = encodeBase64Url(bytes)
        expect(text).toBe(Buffer.from(bytes).toString('base64url'))
        expect(decodeBase64Url(text)).toEqual(bytes)
      }),
    )
  })
})

describe(decodeBase64Url, () => {
  it('reads one spelling alone', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (text) => {
        const bytes = decodeBase64Url(text)
        if (bytes !== undefined) expect(encodeBase64Url(bytes)).toBe(text)
      }),
    )
    for (const text of ['QQ==', 'QR', 'Q', '+/', 'Q Q']) expect(decodeBase64Url(text)).toBeUndefined()
  })
})
