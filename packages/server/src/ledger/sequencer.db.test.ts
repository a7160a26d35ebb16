import { generateKeyPairSync, sign } from 'node:crypto'
import {
  decodeBase64,
  leafHashOfText,
  openCheckpoint,
  verifyConsistency,
  verifyInclusion,
  verifyLedger,
} from '@guanjia/core/ledger'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../devkit/src/test-database/index.ts'
import { runClosing } from '../platform/commands/closing-statement.ts'
import { type Signing, verifyEd25519 } from '../platform/signing/index.ts'
import { commitValue, leafParts } from './leaf-store.ts'
import { consistencyProof, exportLedger, findCheckpoint, findLeaf, inclusionProof } from './ledger-queries.ts'
import type { LedgerDatabase, LedgerTables } from './ledger-tables.ts'
import { checkpointKeys, type SequencerPorts, sequenceBatch } from './sequencer.ts'
import { countWaiting } from './waiting-leaves.ts'

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

let test: TestDatabase
let ports: SequencerPorts
let tables: LedgerDatabase

beforeAll(async () => {
  test = await testDatabase()
  ports = {
    database: test.database,
    signing,
    origin: 'test.ledger',
    now: () => new Date('2026-03-02T01:00:00Z'),
  }
  tables = test.database.withTables<LedgerTables>()
})
afterAll(() => test.close())

const now = new Date('2026-03-02T01:00:00Z')

async function act(count = 1): Promise<void> {
  const leaves = Array.from({ length: count }, (_, n) => ({
    act: 'test.done',
    subject: `s-${n}`,
    body: { n },
  }))
  await test.database
    .transaction()
    .execute((tx) => runClosing(tx, leafParts(leaves, [commitValue('x')], now)))
}

/** Transactions of other tests on this PostgreSQL hold the horizon back for a while. */
const patience = { timeout: 20_000 }

/** All that was taken by now: transactions of other databases may part what belongs together into two batches. */
function sequencedSoFar(): () => Promise<number> {
  let taken = 0
  return async () => {
    taken += await sequenceBatch(ports)
    return taken
  }
}

async function sequenceAll(): Promise<void> {
  await expect.poll(() => sequenceBatch(ports).then(() => countWaiting(tables)), patience).toBe(0)
}

const verifier = () => ({ keys: checkpointKeys(ports), verify: verifyEd25519 })

describe(sequenceBatch, () => {
  it('takes up what was recorded, once, and signs what it built', async () => {
    await act(7)
    await expect.poll(sequencedSoFar(), patience).toBe(7)
    expect(await sequenceBatch(ports)).toBe(0)
    const last = await findCheckpoint(tables)
    expect(last && openCheckpoint(last.note, checkpointKeys(ports), verifyEd25519)).toMatchObject({
      ok: true,
      value: { size: 7, origin: 'test.ledger' },
    })
  })

  it('leaves nothing behind of an act that was rolled back', async () => {
    const before = (await findCheckpoint(tables))?.size
    await expect(
      test.database.transaction().execute(async (tx) => {
        await runClosing(tx, leafParts([{ act: 'test.undone', subject: 's', body: {} }], [], now))
        throw new Error('refused')
      }),
    ).rejects.toThrow('refused')
    await sequenceAll()
    expect((await findCheckpoint(tables))?.size).toBe(before)
  })

  it('waits for a running transaction, so that no leaf appears behind it', async () => {
    await sequenceAll()
    let release: () => void = () => undefined
    const gate = new Promise<void>((resolve) => {
      release = resolve
    })
    let hasRecorded: () => void = () => undefined
    const recorded = new Promise<void>((resolve) => {
      hasRecorded = resolve
    })
    const slow = test.database.transaction().execute(async (tx) => {
      await runClosing(tx, leafParts([{ act: 'test.slow', subject: 'slow', body: {} }], [], now))
      hasRecorded()
      await gate
    })
    await recorded
    await act()
    expect(await sequenceBatch(ports)).toBe(0)
    release()
    await slow
    await expect.poll(sequencedSoFar(), patience).toBe(2)
  })

  it('never forks under 32 writers and three sequencers', async () => {
    const writers = Array.from({ length: 32 }, async () => {
      for (let round = 0; round < 8; round += 1) await act(2)
    })
    let writing = true
    const sequencers = Array.from({ length: 3 }, async () => {
      while (writing) await sequenceBatch(ports)
    })
    await Promise.all(writers)
    writing = false
    await Promise.all(sequencers)
    await sequenceAll()
    const bundle = await exportLedger(tables, 'test.ledger')
    const { count } = await tables
      .selectFrom('ledger_leaf')
      .select((column) => column.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    expect(bundle.leaves.length).toBe(count)
    expect(verifyLedger(bundle, { ...verifier(), held: bundle.checkpoints })).toMatchObject({
      valid: true,
      size: count,
    })
  })

  it('proves every leaf and the growth between any two sizes', async () => {
    const last = await findCheckpoint(tables)
    const opened = openCheckpoint(last?.note ?? '', checkpointKeys(ports), verifyEd25519)
    if (!opened.ok) throw new Error('checkpoint')
    const { size, root } = opened.value
    const bytes = (texts: readonly string[]) => texts.map((text) => decodeBase64(text) ?? new Uint8Array())
    for (const index of [0, 1, 6, 7, 100, size - 1]) {
      const leaf = leafHashOfText((await findLeaf(tables, index))?.text ?? '')
      const proof = bytes(await inclusionProof(tables, index, size))
      expect(verifyInclusion({ index, size, leaf, root }, proof)).toBe(true)
    }
    const first = await tables
      .selectFrom('ledger_checkpoint')
      .selectAll()
      .orderBy('size')
      .executeTakeFirstOrThrow()
    const early = openCheckpoint(first.note, checkpointKeys(ports), verifyEd25519)
    if (!early.ok) throw new Error('checkpoint')
    const proof = bytes(await consistencyProof(tables, early.value.size, size))
    const claim = { before: early.value.size, beforeRoot: early.value.root, size, root }
    expect(verifyConsistency(claim, proof)).toBe(true)
  })

  it('lets nobody change or delete a leaf', async () => {
    await expect(tables.deleteFrom('ledger_leaf').execute()).rejects.toThrow(/permission denied|append-only/)
    await expect(tables.updateTable('ledger_node').set({ level: 1 }).execute()).rejects.toThrow(
      /permission denied|append-only/,
    )
  })
})
