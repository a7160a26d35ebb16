/**
 * The tables of the ledger as queries see them. `xid8` travels as text.
 */

import type { Generated, Kysely } from 'kysely'
import type { PlatformTables } from '../platform/database/database.ts'

/** A type, not an interface: Kysely adds only closed shapes to a database. */
export type LedgerTables = {
  ledger_leaf: { id: Generated<number>; text: string; recorded_in: Generated<string> }
  ledger_index: { leaf_index: number; leaf_id: number; hash: Buffer }
  ledger_node: { level: number; index: number; hash: Buffer }
  ledger_checkpoint: {
    size: number
    note: string
    signed_at: Date
    last_transaction: string
    last_leaf_id: number
    epoch: Generated<number>
  }
  ledger_epoch: {
    epoch: number
    after_leaf_id: number
    began_in: Generated<string>
    began_at: Generated<Date>
    settled: Generated<boolean>
  }
  ledger_salt: { commitment: string; salt: string; recorded_at: Generated<Date> }
}

/** The database, or a transaction on it, with the tables of the ledger. */
export type LedgerDatabase = Kysely<PlatformTables & LedgerTables>
