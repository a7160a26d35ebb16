import { generateKeyPairSync, sign, verify } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainDate } from '../../calendar/index.ts'
import { canonicalJson } from '../../ledger/index.ts'
import {
  type ExchangePackage,
  exchangeBytes,
  listedFields,
  packageFormat,
  unlistedField,
} from './exchange-package.ts'
import { exchangeSchemas } from './exchange-schema.ts'
import { type PackageQuestion, packageVerdict } from './package-verdict.ts'

const all = Object.keys(exchangeSchemas.problems)
const value = fc.oneof(fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }), fc.integer({ min: 0 }))
const rows = fc.array(fc.dictionary(fc.oneof(fc.constantFrom(...all), fc.string({ maxLength: 12 })), value), {
  maxLength: 6,
})
const planted = '370202198005050319'

const pair = generateKeyPairSync('ed25519')
const publicKey = Buffer.from(String(pair.publicKey.export({ format: 'jwk' }).x), 'base64url')
const question: PackageQuestion = {
  own: 'zone',
  keys: [{ partner: 'office', keyId: 'k1', publicKey }],
  verify: (_key, message, signature) => verify(null, message, pair.publicKey, signature),
  on: plainDate('2026-04-20'),
  agreements: [
    {
      id: 'office-problems',
      partner: 'office',
      from: plainDate('2026-01-01'),
      until: plainDate('2026-12-31'),
      incoming: { schema: 'problems', fields: all },
    },
  ],
  last: 0,
}

function packageOf(words: string): ExchangePackage {
  return {
    format: packageFormat,
    id: '01990000-0000-7000-8000-000000000001',
    from: 'office',
    to: 'zone',
    agreement: 'office-problems',
    schema: 'problems',
    sequence: 1,
    releasedAt: '2026-04-20T02:00:00.000Z',
    records: [{ number: 'WT-1', words, raisedOn: '2026-04-01' }],
  }
}

function signed(said: ExchangePackage) {
  return { keyId: 'k1', signature: sign(null, exchangeBytes({ ...said }), pair.privateKey) }
}

describe('a record that leaves', () => {
  it('has the fields of the list and no other, whatever it is made of', () => {
    fc.assert(
      fc.property(rows, fc.subarray(all), (made, fields) => {
        const records = made.map((row) => listedFields({ ...row, identityNumber: planted }, fields))
        expect(unlistedField(records, fields)).toBeUndefined()
        expect(canonicalJson(records)).not.toContain(planted)
        for (const [at, record] of records.entries())
          for (const [field, kept] of Object.entries(record)) expect(kept).toBe(made[at]?.[field])
      }),
    )
  })

  it('is found out where a field got past the list', () => {
    fc.assert(
      fc.property(fc.subarray(all), (fields) => {
        const sound = listedFields({ number: 'WT-1', words: '办不下来' }, fields)
        expect(unlistedField([sound, { ...sound, identityNumber: planted }], fields)).toBe('identityNumber')
      }),
    )
  })
})

describe('a signed package', () => {
  const words = fc
    .string({ minLength: 1, maxLength: 30, unit: 'grapheme-ascii' })
    .filter((text) => text.trim() !== '')

  it('is taken in as it was signed', () => {
    fc.assert(
      fc.property(words, (text) => {
        const said = packageOf(text)
        expect(packageVerdict(said, signed(said), question)).toEqual({ ok: true, value: 'new' })
      }),
    )
  })

  it('is not believed with a single sign of it changed', () => {
    fc.assert(
      fc.property(words, words, (text, other) => {
        const said = packageOf(text)
        const altered = text === other ? { ...said, sequence: 2 } : packageOf(other)
        expect(packageVerdict(altered, signed(said), question)).toMatchObject({
          code: 'exchange-signature-wrong',
        })
      }),
    )
  })

  it('is not believed with a bit of its signature turned', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 511 }), (bit) => {
        const said = packageOf('反复停水')
        const { keyId, signature } = signed(said)
        const turned = Buffer.from(signature)
        turned[bit >> 3] = (turned[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        expect(packageVerdict(said, { keyId, signature: turned }, question)).toMatchObject({
          code: 'exchange-signature-wrong',
        })
      }),
    )
  })
})
