/**
 * Where the sequencer has come to, and in which epoch.
 *
 * Transaction numbers grow only within one cluster of PostgreSQL. Where the last place bears a number that this cluster
 * has not given out yet, the ledger was restored from another one: a new epoch begins behind every leaf that is there.
 */

import { sql } from 'kysely'
import type { LedgerDatabase } from './ledger-tables.ts'

/** Where the sequencer goes on. */
export interface Place {
  readonly size: number
  readonly epoch: number
  readonly last_transaction: string
  readonly last_leaf_id: number
}

/** A stretch of the ledger within which transaction numbers grow. */
export interface Epoch {
  readonly epoch: number
  /** leaves up to this one are from before it */
  readonly after_leaf_id: number
  /** whether all leaves from before it have their place */
  readonly settled: boolean
}

const beginning = { size: 0, epoch: 0, last_transaction: '0', last_leaf_id: 0 }

/** The place of the last checkpoint. */
export async function findPlace(tx: LedgerDatabase): Promise<Place> {
  const last = await tx
    .selectFrom('ledger_checkpoint')
    .select(['size', 'epoch', 'last_transaction', 'last_leaf_id'])
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last ?? beginning
}

/** What to read on from: leaves of the epoch behind this transaction and leaf. */
export function startOf(place: Place, { epoch }: Epoch): readonly [transaction: string, id: number] {
  return place.epoch === epoch ? [place.last_transaction, place.last_leaf_id] : ['0', 0]
}

/** The epoch that runs; a new one where this cluster cannot have given out the number of the last place. */
export async function currentEpoch(tx: LedgerDatabase, place: Place): Promise<Epoch> {
  const epoch = await latestEpoch(tx)
  if (place.epoch < epoch.epoch) return epoch
  const { rows } = await sql<{ ahead: boolean }>`
    select ${place.last_transaction}::xid8 >= pg_snapshot_xmax(pg_current_snapshot()) as ahead`.execute(tx)
  return rows[0]?.ahead === true ? beginEpoch(tx) : epoch
}

/** The epoch begun last. */
export async function latestEpoch(tx: LedgerDatabase): Promise<Epoch> {
  return tx
    .selectFrom('ledger_epoch')
    .select(['epoch', 'after_leaf_id', 'settled'])
    .orderBy('epoch', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
}

/** Begins an epoch behind every leaf that is there. */
export async function beginEpoch(tx: LedgerDatabase): Promise<Epoch> {
  const { rows } = await sql<Epoch>`
    insert into ledger_epoch (epoch, after_leaf_id)
    select (select max(epoch) + 1 from ledger_epoch), coalesce((select max(id) from ledger_leaf), 0)
    returning epoch, after_leaf_id, settled`.execute(tx)
  const [begun] = rows
  if (begun === undefined) throw new Error('no epoch began')
  return begun
}

/** Closes the past once every transaction that ran when the epoch began has ended. */
export async function settle(tx: LedgerDatabase, { epoch }: Epoch): Promise<boolean> {
  const { rows } = await sql`
    update ledger_epoch set settled = true
    where epoch = ${epoch} and began_in < pg_snapshot_xmin(pg_current_snapshot())
    returning 1`.execute(tx)
  return rows.length > 0
}
