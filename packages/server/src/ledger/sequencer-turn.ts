/**
 * The turn of the one sequencer: a lock that ends with its transaction.
 */

import { sql } from 'kysely'
import type { LedgerDatabase } from './ledger-tables.ts'

const sequencerLock = 4_720_318_010

/** Waits until it is ours. */
export async function waitForTurn(tx: LedgerDatabase): Promise<void> {
  // the other sequencer may be at a long ledger: this one waits
  await sql`set local lock_timeout = 0`.execute(tx)
  await sql`select pg_advisory_xact_lock(${sequencerLock})`.execute(tx)
}

/** Takes it where nobody has it. */
export async function tryTurn(tx: LedgerDatabase): Promise<boolean> {
  const { rows } = await sql<{ turn: boolean }>`
    select pg_try_advisory_xact_lock(${sequencerLock}) as turn`.execute(tx)
  return rows[0]?.turn === true
}
