/**
 * Acts and the leaves they owe. The desk writes over a connection of its own, so an act and its leaves cannot share a
 * transaction: the act leaves what it owes beside itself, and a job writes what a crash kept from the ledger.
 */

import type { Result } from '@guanjia/core/kernel'
import { sql, type Transaction } from 'kysely'
import type { CommandContext } from '../../../platform/commands/command.ts'
import type { Transaction as HouseTransaction } from '../../../platform/database/database.ts'
import { newId } from '../../../platform/identifier.ts'
import { type DeskRoom, dayOf } from '../desk-ports.ts'
import { type DeskLeaf, leafOf } from './desk-leaf.ts'
import type { DeskTables } from './desk-tables.ts'

/** Carries a refusal out of the transaction of the desk, which rolls back. */
class Refusal extends Error {
  readonly refused: Result<never, string>

  constructor(refused: Result<never, string>) {
    super('an act of the desk was refused')
    this.refused = refused
  }
}

/**
 * Does an act of the desk, which leaves these leaves. It is the last thing that a command does: refused, nothing of it
 * remains, and once it is done its leaves are owed until the command has written them.
 */
export async function actWithLeaves<T, C extends string>(
  room: Pick<DeskRoom, 'leads' | 'zone'>,
  context: CommandContext,
  leaves: readonly DeskLeaf[],
  write: (tx: Transaction<DeskTables>) => Promise<Result<T, C>>,
): Promise<Result<T, C>> {
  const id = newId()
  // whoever heals while this command runs waits here for how it ends
  await claimLeaves(context.tx, id)
  for (const leaf of leaves) context.record(leafOf(context, leaf))
  try {
    return await room.leads.transaction().execute(async (tx) => {
      const done = await write(tx)
      if (!done.ok) throw new Refusal(done)
      await tx
        .insertInto('leads.owed_leaf')
        .values({ id, leaves: JSON.stringify(leaves), owed_on: dayOf(room, context.now) })
        .execute()
      return done
    })
  } catch (error) {
    if (error instanceof Refusal) return error.refused as Result<never, C>
    throw error
  }
}

/** Takes the leaves of an act to be written in this transaction; false where another one wrote them. */
export async function claimLeaves(tx: HouseTransaction, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into desk_leaf (id) values (${id}) on conflict do nothing`.execute(tx)
  return numAffectedRows === 1n
}
