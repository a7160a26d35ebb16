/**
 * Reading the ledger: checkpoints, leaves, proofs, the whole of it for export.
 */

import {
  buildProof,
  consistencyRanges,
  encodeBase64,
  inclusionRanges,
  type LeafRange,
  type LedgerBundle,
  nodesOfRange,
} from '@guanjia/core/ledger'
import { loadNodes } from './ledger-nodes.ts'
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
  return buildProof(ranges, hashes).map(encodeBase64)
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
