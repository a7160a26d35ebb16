/**
 * The names that stand in the way of others, in the memory of this process, kept up with the database.
 *
 * Every change of a name is a row of `registration_name_change`. A row is taken in once: rows of transactions older than all
 * running ones are settled and never looked at again; younger rows are remembered until they settle. Two readers at once do
 * no harm.
 */

import {
  compileNameIndex,
  conflictKeys,
  judgeName,
  type NameAvailability,
  type NameIndex,
  type NameTables,
  type NameWish,
  parseCompanyName,
  suggestNames,
} from '@guanjia/core/registration'
import { sql } from 'kysely'
import type { Database, Transaction } from '../platform/database/database.ts'

/** The names of one registrar. */
export interface NameRegister {
  readonly tables: NameTables
  /** judges by what this process knows; call `catchUp` before where it must be the newest */
  readonly judge: (name: string, wish: NameWish) => NameAvailability
  readonly suggest: (name: string, wish: NameWish) => readonly string[]
  /** the key that no two live names share */
  readonly sameKey: (name: string) => string
  readonly catchUp: (database: Database | Transaction) => Promise<void>
  readonly size: () => number
}

interface Change {
  readonly id: number
  readonly added: string | null
  readonly until: string | null
  readonly removed: string | null
  readonly transaction: string
  readonly oldest: string
}

/** Where this process stands in the log of changes. */
interface Position {
  /** every change of a transaction below this one is in the index */
  settled: bigint
  /** changes of later transactions that are in the index, with their transaction */
  readonly seen: Map<number, bigint>
}

/** Loads the live names and follows the log from there. */
export async function openNameRegister(
  database: Database,
  tables: NameTables,
  { region, today }: { readonly region: string; readonly today: string },
): Promise<NameRegister> {
  const { names, oldest, young } = await readNames(database, today)
  const index = compileNameIndex(tables, names)
  const position: Position = { settled: oldest, seen: young }
  return {
    tables,
    judge: (name, wish) => judgeName(tables, index, name, wish),
    suggest: (name, wish) => suggestNames(tables, index, name, { ...wish, region, count: 3 }),
    sameKey: (name) => conflictKeys(tables, parseCompanyName(tables, name)).same.join('\n'),
    catchUp: (from) => catchUp(from, index, position),
    size: index.size,
  }
}

/** Names and position of one snapshot. */
function readNames(database: Database, today: string) {
  return database
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const { rows: names } = await sql<{ name: string; until: string | null }>`
        select name, until from registration_name where until is null or until >= ${today}::date`.execute(tx)
      const { rows } = await sql<{ oldest: string }>`
        select pg_snapshot_xmin(pg_current_snapshot())::text as oldest`.execute(tx)
      const oldest = BigInt(rows[0]?.oldest ?? '0')
      const { rows: changes } = await sql<{ id: number; transaction: string }>`
        select id, at_transaction::text as transaction from registration_name_change
        where at_transaction >= ${String(oldest)}::xid8`.execute(tx)
      const young = new Map(changes.map(({ id, transaction }) => [id, BigInt(transaction)]))
      return { names, oldest, young }
    })
}

async function catchUp(
  database: Database | Transaction,
  index: NameIndex,
  position: Position,
): Promise<void> {
  const { rows } = await sql<Change>`
    select change.id, change.added, change.until, change.removed,
           change.at_transaction::text as transaction, snapshot.oldest
    from (select pg_snapshot_xmin(pg_current_snapshot())::text as oldest) as snapshot
    left join registration_name_change as change
      on change.at_transaction >= ${String(position.settled)}::xid8
    order by change.id`.execute(database)
  for (const change of rows) if (change.id !== null) take(change, index, position)
  const oldest = BigInt(rows[0]?.oldest ?? '0')
  if (oldest <= position.settled) return
  position.settled = oldest
  for (const [id, transaction] of position.seen) if (transaction < oldest) position.seen.delete(id)
}

function take(change: Change, index: NameIndex, position: Position): void {
  const transaction = BigInt(change.transaction)
  if (transaction < position.settled || position.seen.has(change.id)) return
  position.seen.set(change.id, transaction)
  if (change.removed !== null) index.remove(change.removed)
  if (change.added !== null) index.add({ name: change.added, until: change.until })
}
