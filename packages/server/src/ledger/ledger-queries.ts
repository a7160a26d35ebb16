/**
 * Reading the ledger: checkpoints, leaves, proofs, the whole of it for export.
 */

import { assert } from '@guanjia/core/kernel'
import {
  buildProof,
  consistencyRanges,
  encodeBase64,
  inclusionRanges,
  type LeafRange,
  type LedgerBundle,
  type NodeAddress,
  nodesOfRange,
} from '@guanjia/core/ledger'
import { sql } from 'kysely'
import type { LedgerDatabase } from './ledger-tables.ts'

/** A signed checkpoint as it is kept. */
export interface StoredCheckpoint {
  readonly size: number
  readonly note: string
  readonly signedAt: Date
}

/** The latest checkpoint, if any leaf was ever taken up. */
export async function findCheckpoint(database: LedgerDatabase): Promise<StoredCheckpoint | undefined> {
  const row = await database
    .selectFrom('ledger_checkpoint')
    .select(['size', 'note', 'signed_at as signedAt'])
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row
}

/** How many leaves are recorded and not in the tree yet. */
export async function countWaiting(database: LedgerDatabase): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`
    with last as (
      select last_transaction, last_leaf_id from ledger_checkpoint order by size desc limit 1
    )
    select count(*) as waiting from ledger_leaf
    where (recorded_in, id) > (
      coalesce((select last_transaction from last), '0'::xid8),
      coalesce((select last_leaf_id from last), 0::bigint)
    )`.execute(database)
  return rows[0]?.waiting ?? 0
}

/** A leaf by its index. */
export async function findLeaf(
  database: LedgerDatabase,
  index: number,
): Promise<{ index: number; text: string; hash: Buffer } | undefined> {
  return leavesFrom(database, index, 1).then(([leaf]) => leaf)
}

/** Leaves in their order. */
export async function leavesFrom(
  database: LedgerDatabase,
  from: number,
  count: number,
): Promise<readonly { index: number; text: string; hash: Buffer }[]> {
  return database
    .selectFrom('ledger_index')
    .innerJoin('ledger_leaf', 'ledger_leaf.id', 'ledger_index.leaf_id')
    .select(['ledger_index.leaf_index as index', 'ledger_leaf.text', 'ledger_index.hash'])
    .where('ledger_index.leaf_index', '>=', from)
    .orderBy('ledger_index.leaf_index')
    .limit(count)
    .execute()
}

/** The hashes, in base64, that prove a leaf in the tree of `size`. */
export async function inclusionProof(
  database: LedgerDatabase,
  index: number,
  size: number,
): Promise<string[]> {
  return proofOver(database, inclusionRanges(index, size))
}

/** The hashes, in base64, that prove one tree the beginning of another. */
export async function consistencyProof(
  database: LedgerDatabase,
  before: number,
  size: number,
): Promise<string[]> {
  return proofOver(database, consistencyRanges(before, size))
}

async function proofOver(database: LedgerDatabase, ranges: readonly LeafRange[]): Promise<string[]> {
  const hashes = await loadNodes(database, ranges.flatMap(nodesOfRange))
  const proof = buildProof(ranges, (address) => {
    const hash = hashes.get(keyOf(address))
    assert(hash !== undefined, `the ledger keeps node ${keyOf(address)}`)
    return hash
  })
  return proof.map(encodeBase64)
}

function keyOf({ level, index }: NodeAddress): string {
  return `${level}/${index}`
}

async function loadNodes(
  database: LedgerDatabase,
  addresses: readonly NodeAddress[],
): Promise<ReadonlyMap<string, Buffer>> {
  const levels = addresses.map(({ level }) => level)
  const indexes = addresses.map(({ index }) => index)
  const { rows } = await sql<{ level: number; index: number; hash: Buffer }>`
    select n.level, n.index, n.hash from ledger_node n
    join unnest(${levels}::smallint[], ${indexes}::bigint[]) as wanted (level, index) using (level, index)`.execute(
    database,
  )
  return new Map(rows.map((row) => [keyOf(row), row.hash]))
}

/** The whole ledger as one bundle, read in one snapshot. */
export async function exportLedger(database: LedgerDatabase, origin: string): Promise<LedgerBundle> {
  return database
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const leaves = await leavesFrom(tx, 0, Number.MAX_SAFE_INTEGER)
      const notes = await tx.selectFrom('ledger_checkpoint').select('note').orderBy('size').execute()
      return {
        origin,
        leaves: leaves.map(({ text }) => text),
        leafHashes: leaves.map(({ hash }) => hash),
        checkpoints: notes.map(({ note }) => note),
      }
    })
}
