/**
 * The nodes of the tree as they are kept.
 */

import { assert } from '@guanjia/core/kernel'
import type { NodeAddress, NodeReader } from '@guanjia/core/ledger'
import { sql } from 'kysely'
import type { LedgerDatabase } from './ledger-tables.ts'

/** Loads nodes with one statement; the reader throws for one that was not asked for or is not kept. */
export async function loadNodes(
  database: LedgerDatabase,
  addresses: readonly NodeAddress[],
): Promise<NodeReader> {
  const levels = addresses.map(({ level }) => level)
  const indexes = addresses.map(({ index }) => index)
  const { rows } = await sql<{ level: number; index: number; hash: Buffer }>`
    select n.level, n.index, n.hash from ledger_node n
    join unnest(${levels}::smallint[], ${indexes}::bigint[]) as wanted (level, index) using (level, index)`.execute(
    database,
  )
  const hashes = new Map(rows.map((row) => [keyOf(row), row.hash]))
  return (address) => {
    const hash = hashes.get(keyOf(address))
    assert(hash !== undefined, `the ledger keeps node ${keyOf(address)}`)
    return hash
  }
}

function keyOf({ level, index }: NodeAddress): string {
  return `${level}/${index}`
}
