import { describe, expect, it } from 'vitest'
import { type LedgerFile, packLedger, unpackLedger } from './ledger-file.ts'
import { leafHashOfText } from './tree-hash.ts'

const leaves = ['{"act":"a.b","subject":"青岛"}', '{"quote":"\\""}']
const file: LedgerFile = {
  bundle: {
    origin: 'test.ledger',
    leaves,
    leafHashes: leaves.map((text) => leafHashOfText(text)),
    checkpoints: ['test.ledger\n2\n…\n'],
  },
  keys: [{ name: 'test.ledger', publicKey: new Uint8Array(32).fill(7) }],
}
const text = packLedger(file)

describe(packLedger, () => {
  it('writes what can be read back, of a ledger with leaves and of one without', () => {
    expect(unpackLedger(text)).toEqual({ ok: true, value: file })
    const empty = { ...file, bundle: { ...file.bundle, leaves: [], leafHashes: [], checkpoints: [] } }
    expect(unpackLedger(packLedger(empty))).toEqual({ ok: true, value: empty })
  })
})

describe(unpackLedger, () => {
  it.each([
    'not JSON',
    'null',
    '{}',
    text.slice(0, -4),
    text.replace('"leaves":[', '"leaves":[1,'),
    text.replace('"publicKey":"', '"publicKey":"='),
  ])('refuses %s', (broken) => {
    expect(unpackLedger(broken)).toMatchObject({ ok: false, code: 'ledger-file-malformed' })
  })
})
