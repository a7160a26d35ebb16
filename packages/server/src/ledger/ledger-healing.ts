/**
 * Brings a ledger in order that was restored, or from which leaves were lost on the way.
 */

import { sql } from 'kysely'
import { beginEpoch, currentEpoch, type Epoch, findPlace, type Place, startOf } from './ledger-epoch.ts'
import type { LedgerDatabase } from './ledger-tables.ts'
import { waitForTurn } from './sequencer-turn.ts'
import { countWaiting } from './waiting-leaves.ts'

/**
 * Looks at the whole ledger once, before the house opens: begins an epoch where leaves bear numbers of another cluster,
 * or where some were left behind, so that each gets its place.
 *
 * @returns the number of leaves that were saved so; 0 in a sound ledger
 */
export async function healLedger(database: LedgerDatabase): Promise<number> {
  return database.transaction().execute(async (tx) => {
    await waitForTurn(tx)
    await sql`set local statement_timeout = 0`.execute(tx)
    const place = await findPlace(tx)
    const epoch = await currentEpoch(tx, place)
    if (!epoch.settled) return countWaiting(tx)
    const { rows } = await sql<{ ahead: number }>`
      select count(*) as ahead from ledger_leaf
      where id > ${epoch.after_leaf_id} and recorded_in >= pg_snapshot_xmax(pg_current_snapshot())`.execute(
      tx,
    )
    const lost = (rows[0]?.ahead ?? 0) + (await leftBehind(tx, place, epoch))
    if (lost > 0) await beginEpoch(tx)
    return lost
  })
}

async function leftBehind(tx: LedgerDatabase, place: Place, epoch: Epoch): Promise<number> {
  const [transaction, id] = startOf(place, epoch)
  const { rows } = await sql<{ behind: number }>`
    select count(*) as behind from ledger_leaf
    where ((recorded_in, id) <= (${transaction}::xid8, ${id}::bigint) or id <= ${epoch.after_leaf_id})
      and not exists (select from ledger_index where leaf_id = ledger_leaf.id)`.execute(tx)
  return rows[0]?.behind ?? 0
}
