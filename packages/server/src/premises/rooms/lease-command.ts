/**
 * The leases of a carrier's rooms: which run, and ending one of them while the others run on.
 */

import { accept, assert, type Result, refuse } from '@guanjia/core/kernel'
import { freeArea } from '@guanjia/core/premises'
import type { CommandContext } from '../../platform/commands/command.ts'
import type { Database } from '../../platform/database/database.ts'
import { premisesTables, type RoomRow } from '../store/premises-tables.ts'
import { lockRoom, type RoomChange, writeRoom } from '../store/room-store.ts'

/** A lease that runs, and of a need whose it is. */
export interface RunningLease {
  readonly id: string
  readonly room_id: string
  readonly area_dm2: number
  readonly noted_at: Date
  readonly firm: string | null
  readonly number: string | null
}

/** The leases that run in the rooms of a carrier, the oldest first. */
export async function readLeases(database: Database, carrier: string): Promise<readonly RunningLease[]> {
  return premisesTables(database)
    .selectFrom('space_lease')
    .innerJoin('space_room', 'space_room.id', 'space_lease.room_id')
    .leftJoin('space_need', 'space_need.id', 'space_lease.need_id')
    .select(['space_lease.id', 'room_id', 'space_lease.area_dm2', 'noted_at', 'firm', 'number'])
    .where('space_room.carrier', '=', carrier)
    .where('ended_at', 'is', null)
    .orderBy('noted_at')
    .orderBy('space_lease.id')
    .execute()
}

/** A room once a lease of this area is over: one of which nothing was free goes back on the list by the carrier's hand. */
function freed({ facts, let_dm2, state }: RoomRow, area: number): RoomChange {
  const left = let_dm2 - area
  assert(left >= 0, 'no lease is larger than what is let')
  const opens = facts !== null && freeArea(facts, let_dm2) === 0 && freeArea(facts, left) > 0
  return { let_dm2: left, ...(opens && state === 'published' ? { state: 'draft' } : {}) }
}

/** Ends a lease. */
export async function endLease(
  context: CommandContext,
  { id, lease, version }: { readonly id: string; readonly lease: string; readonly version: number },
): Promise<Result<RoomRow, 'room-changed-meanwhile' | 'lease-not-running'>> {
  const row = await lockRoom(context, id)
  if (row.version !== version) return refuse('room-changed-meanwhile')
  const ended = await premisesTables(context.tx)
    .updateTable('space_lease')
    .set({ ended_at: context.now })
    .where('id', '=', lease)
    .where('room_id', '=', id)
    .where('ended_at', 'is', null)
    .returning('area_dm2')
    .executeTakeFirst()
  if (ended === undefined) return refuse('lease-not-running')
  context.record({ act: 'premises.lease-ended', subject: id, body: { version: version + 1, lease } })
  return accept(await writeRoom(context, row, freed(row, ended.area_dm2)))
}
