/**
 * Rooms in and out of the database.
 */

import { assert } from '@guanjia/core/kernel'
import type { CommandContext } from '../../platform/commands/command.ts'
import type { RoomLine } from '../rooms/room-line.ts'
import { premisesTables, type RoomRow } from './premises-tables.ts'

/** What a line comes to in the columns of its room. */
export function columnsOf({ place, cells, facts, faults }: RoomLine) {
  return {
    place,
    cells: JSON.stringify(cells),
    facts: facts === null ? null : JSON.stringify(facts),
    faults: JSON.stringify(faults),
    area_dm2: facts?.areaSquareDecimetres ?? null,
  }
}

/** Locks all rooms of a carrier, in one order for everybody. */
export function lockRooms({ tx }: CommandContext, carrier: string): Promise<RoomRow[]> {
  return premisesTables(tx)
    .selectFrom('space_room')
    .selectAll()
    .where('carrier', '=', carrier)
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** Locks a room, where there is one. */
export function findLockedRoom({ tx }: CommandContext, id: string): Promise<RoomRow | undefined> {
  return premisesTables(tx)
    .selectFrom('space_room')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** Locks a room that the route has found. */
export async function lockRoom(context: CommandContext, id: string): Promise<RoomRow> {
  const row = await findLockedRoom(context, id)
  assert(row !== undefined, 'the room was found a moment ago')
  return row
}

/** What of a room is changed by an act. */
export type RoomChange = Partial<Pick<RoomRow, 'state' | 'let_dm2' | 'offered_until'>> &
  Partial<ReturnType<typeof columnsOf>>

/** Writes a room that is locked; the row as it then stands. */
export function writeRoom({ tx, now }: CommandContext, row: RoomRow, change: RoomChange): Promise<RoomRow> {
  return premisesTables(tx)
    .updateTable('space_room')
    .set({ ...change, version: row.version + 1, updated_at: now })
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow()
}
