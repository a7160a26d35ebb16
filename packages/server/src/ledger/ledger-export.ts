/**
 * The ledger as a file, written piece by piece: it may be larger than the memory. Nothing in a ledger changes or goes, so
 * what stands before the last checkpoint is the same however long the writing takes.
 */

import {
  type CheckpointKey,
  encodeBase64,
  ledgerFileEnd,
  ledgerFileHead,
  ledgerFileMiddle,
} from '@guanjia/core/ledger'
import { leavesFrom } from './ledger-queries.ts'
import type { LedgerDatabase } from './ledger-tables.ts'

/** Whose ledger it is, and with which keys it says it was signed. */
export interface ExportAsked {
  readonly origin: string
  readonly keys: readonly CheckpointKey[]
}

const pageSize = 5_000

/** The text of the file; up to the last checkpoint. */
export async function* ledgerFileText(
  database: LedgerDatabase,
  { origin, keys }: ExportAsked,
): AsyncGenerator<string> {
  const rows = await database
    .selectFrom('ledger_checkpoint')
    .select(['size', 'note'])
    .orderBy('size')
    .execute()
  const size = rows.at(-1)?.size ?? 0
  yield ledgerFileHead({ bundle: { origin, checkpoints: rows.map(({ note }) => note) }, keys })
  yield* jsonStrings(database, size, ({ text }) => text)
  yield ledgerFileMiddle
  yield* jsonStrings(database, size, ({ hash }) => encodeBase64(hash))
  yield ledgerFileEnd
}

async function* jsonStrings(
  database: LedgerDatabase,
  size: number,
  textOf: (leaf: { readonly text: string; readonly hash: Buffer }) => string,
): AsyncGenerator<string> {
  for (let from = 0; from < size; from += pageSize) {
    const leaves = await leavesFrom(database, from, Math.min(pageSize, size - from))
    const texts = leaves.map((leaf) => JSON.stringify(textOf(leaf)))
    yield (from === 0 ? '' : ',') + texts.join(',')
  }
}
