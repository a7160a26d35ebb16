import { generateKeyPairSync, sign } from 'node:crypto'
import { verifyLedger } from '@guanjia/core/ledger'
import { type TestDatabase, testDatabase } from '@guanjia/devkit/test-database'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runClosing } from '../platform/commands/closing-statement.ts'
import { type Signing, verifyEd25519 } from '../platform/signing/index.ts'
import { leafParts } from './leaf-store.ts'
import { healLedger } from './ledger-healing.ts'
import { exportLedger } from './ledger-queries.ts'
import type { LedgerDatabase, LedgerTables } from './ledger-tables.ts'
import { checkpointKeys, type SequencerPorts, sequenceBatch } from './sequencer.ts'
import { countMissing, countWaiting } from './waiting-leaves.ts'

const pair = generateKeyPairSync('ed25519')
const publicKey = Buffer.from(pair.publicKey.export({ format: 'jwk' }).x ?? '', 'base64url')
const key = { purpose: 'ledger', algorithm: 'Ed25519', keyId: 'test', publicKey, current: true } as const
const signing: Signing = {
  sign: async (_, message) => ({
    algorithm: 'Ed25519',
    keyId: 'test',
    signature: sign(null, message, pair.privateKey),
  }),
  currentKey: () => key,
  publicKeys: () => [key],
}
const now = new Date('2026-03-02T01:00:00Z')

let db: TestDatabase
let ports: SequencerPorts
let tables: LedgerDatabase

beforeEach(async () => {
  db = await testDatabase()
  ports = { database: db.database, signing, origin: 'test.ledger', now: () => now }
  tables = db.database.withTables<LedgerTables>()
})
afterEach(() => db.close())

async function act(name: string): Promise<void> {
  const leaf = { act: `test.${name}`, subject: name, body: {} }
  await db.database.transaction().execute((tx) => runClosing(tx, leafParts([leaf], [], now)))
}

/** Transactions of other tests on this PostgreSQL hold the horizon back for a while. */
async function sequenceAll(): Promise<void> {
  await expect.poll(() => sequenceBatch(ports).then(() => countWaiting(tables)), { timeout: 20_000 }).toBe(0)
}

/**
 * What a dump brings into a cluster that has given out fewer transaction numbers than the one it came from: the leaves
 * and checkpoints of long ago bear numbers from the future.
 */
async function restoreIntoNewCluster(): Promise<void> {
  const raise = (table: string, column: string) => `
    alter table guanjia.${table} disable trigger all;
    update guanjia.${table} set ${column} = ((${column}::text::numeric + 9000000000)::text)::xid8;
    alter table guanjia.${table} enable trigger all;`
  await db.asSuperuser(raise('ledger_leaf', 'recorded_in') + raise('ledger_checkpoint', 'last_transaction'))
}

async function orderOfActs(): Promise<readonly string[]> {
  const bundle = await exportLedger(tables, 'test.ledger')
  const verifier = { keys: checkpointKeys(ports), verify: verifyEd25519, held: bundle.checkpoints }
  expect(verifyLedger(bundle, verifier)).toMatchObject({ valid: true, size: bundle.leaves.length })
  return bundle.leaves.map((text) => (JSON.parse(text) as { subject: string }).subject)
}

describe(sequenceBatch, () => {
  it('goes on with a ledger that was restored into a new cluster, once and again', async () => {
    await act('first')
    await sequenceAll()
    await act('not-yet-taken-up')
    await restoreIntoNewCluster()
    await act('after-the-restore')
    await sequenceAll()
    await act('later')
    await sequenceAll()
    expect(await orderOfActs()).toEqual(['first', 'not-yet-taken-up', 'after-the-restore', 'later'])
    await restoreIntoNewCluster()
    await act('after-the-second-restore')
    await sequenceAll()
    expect((await orderOfActs()).at(-1)).toBe('after-the-second-restore')
    expect(await countMissing(tables)).toBe(0)
  })
})

describe(healLedger, () => {
  it('finds nothing to mend in a sound ledger', async () => {
    await act('first')
    await sequenceAll()
    await act('second')
    expect(await healLedger(tables)).toBe(0)
    await sequenceAll()
    expect(await orderOfActs()).toEqual(['first', 'second'])
  })

  it('takes up leaves of another cluster where nothing was ever signed', async () => {
    await act('first')
    await restoreIntoNewCluster()
    expect(await sequenceBatch(ports)).toBe(0)
    expect(await healLedger(tables)).toBe(1)
    await sequenceAll()
    expect(await orderOfActs()).toEqual(['first'])
  })

  it('counts leaves left behind the place reached, and gives them their place', async () => {
    await act('first')
    await act('lost')
    await act('last')
    await sequenceAll()
    // as a server did that knew no epochs: it went on behind a number it could never reach again
    await db.asSuperuser(`
      alter table guanjia.ledger_leaf disable trigger all;
      insert into guanjia.ledger_leaf (text, recorded_in) values ('{"subject":"left-behind"}', '3');
      alter table guanjia.ledger_leaf enable trigger all`)
    expect(await sequenceBatch(ports)).toBe(0)
    expect([await countWaiting(tables), await countMissing(tables)]).toEqual([0, 1])
    expect(await healLedger(tables)).toBe(1)
    await sequenceAll()
    expect(await countMissing(tables)).toBe(0)
    expect(await orderOfActs()).toEqual(['first', 'lost', 'last', 'left-behind'])
  })
})
