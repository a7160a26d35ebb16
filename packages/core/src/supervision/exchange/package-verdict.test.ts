import { describe, expect, it } from 'vitest'
import { plainDate } from '../../calendar/index.ts'
import { type ExchangePackage, exchangeDigest, packageFormat } from './exchange-package.ts'
import { type ExchangeReceipt, receiptFormat, receiptVerdict } from './exchange-receipt.ts'
import { exchangeSchemas, isOfKind } from './exchange-schema.ts'
import { type PackageQuestion, packageVerdict } from './package-verdict.ts'

const signature = { keyId: 'k1', signature: Uint8Array.of(1) }
const said: ExchangePackage = {
  format: packageFormat,
  id: '01990000-0000-7000-8000-000000000001',
  from: 'office',
  to: 'zone',
  agreement: 'office-problems',
  schema: 'problems',
  sequence: 4,
  releasedAt: '2026-04-20T02:00:00.000Z',
  records: [{ number: 'WT-1', words: '反复停水', raisedOn: '2026-04-01' }],
}
const question: PackageQuestion = {
  own: 'zone',
  keys: [{ partner: 'office', keyId: 'k1', publicKey: new Uint8Array(32) }],
  verify: () => true,
  on: plainDate('2026-04-20'),
  agreements: [
    {
      id: 'office-problems',
      partner: 'office',
      from: plainDate('2026-01-01'),
      until: plainDate('2026-12-31'),
      incoming: { schema: 'problems', fields: ['number', 'words', 'raisedOn'] },
    },
  ],
  last: 3,
}

function verdict(over: Partial<ExchangePackage>, known: Partial<PackageQuestion> = {}) {
  return packageVerdict({ ...said, ...over }, signature, { ...question, ...known })
}

describe('a package that comes in', () => {
  it('is taken in where it is the next one and says what was agreed', () => {
    expect(verdict({})).toEqual({ ok: true, value: 'new' })
  })

  it('is known where the same one was taken in, and altered where another bears its id', () => {
    expect(verdict({}, { earlier: exchangeDigest({ ...said }), last: 4 })).toEqual({
      ok: true,
      value: 'known',
    })
    expect(verdict({}, { earlier: exchangeDigest({ ...said, sequence: 5 }), last: 5 })).toMatchObject({
      code: 'package-altered',
    })
  })

  it.each([
    ['package-not-for-us', { to: 'elsewhere' }, {}],
    ['exchange-key-unknown', {}, { keys: [] }],
    ['exchange-key-unknown', { from: 'another' }, {}],
    ['exchange-signature-wrong', {}, { verify: () => false }],
    ['agreement-unknown', { agreement: 'another' }, {}],
    ['agreement-unknown', { schema: 'tasks' as const }, {}],
    ['agreement-not-in-force', {}, { on: plainDate('2027-01-01') }],
    ['agreement-not-in-force', {}, { on: plainDate('2025-12-31') }],
    ['sequence-gap', { sequence: 5 }, {}],
    ['sequence-replayed', { sequence: 3 }, {}],
    ['field-not-allowed', { records: [{ number: 'WT-1', contact: '王某' }] }, {}],
    ['field-malformed', { records: [{ number: 'WT-1', raisedOn: '2026-02-30' }] }, {}],
    ['field-malformed', { records: [{ number: 7 }] }, {}],
    ['field-malformed', { records: [{ words: 'a\u0000b' }] }, {}],
  ] as const)('is refused as %s', (code, over, known) => {
    expect(verdict(over, known)).toMatchObject({ ok: false, code })
  })

  it('is told which number was expected', () => {
    expect(verdict({ sequence: 7 })).toMatchObject({ because: { sequence: 7, expected: 4 } })
  })

  it('has to be signed by the one it says it is from', () => {
    const keys = [...question.keys, { partner: 'another', keyId: 'k2', publicKey: new Uint8Array(32) }]
    expect(packageVerdict(said, { ...signature, keyId: 'k2' }, { ...question, keys })).toMatchObject({
      code: 'exchange-key-unknown',
    })
  })
})

describe('a receipt', () => {
  const digest = exchangeDigest({ ...said })
  const receipt: ExchangeReceipt = {
    format: receiptFormat,
    package: said.id,
    from: 'office',
    to: 'zone',
    sequence: 4,
    digest,
    records: 1,
    receivedAt: '2026-04-21T02:00:00.000Z',
  }
  const sent = { to: 'office', sequence: 4, digest }

  it('is believed of the bytes that left', () => {
    expect(receiptVerdict(receipt, signature, { ...question, sent })).toMatchObject({ ok: true })
  })

  it('is refused of other bytes, of nothing, and from somebody else', () => {
    const other = { ...receipt, digest: '0'.repeat(64) }
    expect(receiptVerdict(other, signature, { ...question, sent })).toMatchObject({ code: 'receipt-differs' })
    for (const nothing of [undefined, { ...sent, to: 'another' }])
      expect(receiptVerdict(receipt, signature, { ...question, sent: nothing })).toMatchObject({
        code: 'receipt-of-nothing',
      })
    expect(receiptVerdict(receipt, signature, { ...question, sent, verify: () => false })).toMatchObject({
      code: 'exchange-signature-wrong',
    })
  })
})

describe('a field', () => {
  it('holds what its kind says', () => {
    expect(isOfKind('  ', 'text')).toBe(false)
    expect(isOfKind('第一行\n第二行', 'text')).toBe(true)
    expect(isOfKind('\ud800', 'text')).toBe(false)
    expect(isOfKind(-1, 'whole')).toBe(false)
    expect(isOfKind('12', 'whole')).toBe(false)
  })

  it('has one meaning wherever it is named', () => {
    const kinds = new Map<string, string>()
    for (const fields of Object.values(exchangeSchemas))
      for (const [field, kind] of Object.entries(fields)) {
        expect([field, kinds.get(field) ?? kind]).toEqual([field, kind])
        kinds.set(field, kind)
      }
  })
})
