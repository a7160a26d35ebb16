/**
 * The rooms that are offered on a day: published, not over, and with what of them is still free. A zone has some hundreds;
 * they are read whole and matched in memory.
 */

import type { PlainDate } from '@guanjia/core/calendar'
import { freeArea, type Room } from '@guanjia/core/premises'
import type { Database } from '../../platform/database/database.ts'
import { premisesTables, type RoomRow } from '../store/premises-tables.ts'

/** A room that is offered, and until when. */
export interface OfferedRoom extends Room {
  readonly offeredUntil: string
}

/** What of a published room is free, also where its offer is over; nothing where nothing is. */
export function freeOf({ id, carrier, state, facts, ...row }: RoomRow): OfferedRoom | undefined {
  const { offered_until: offeredUntil } = row
  if (state !== 'published' || facts === null || offeredUntil === null) return undefined
  const free = freeArea(facts, row.let_dm2)
  if (free === 0) return undefined
  // what is left of a room is let as a whole once no second part fits into it
  const { partSquareDecimetres: part } = facts
  const parts = part !== null && part < free ? part : null
  return {
    id,
    carrier,
    offeredUntil,
    facts: { ...facts, areaSquareDecimetres: free, partSquareDecimetres: parts },
  }
}

/** What of a row is offered; nothing where it is not. */
export function offeredOf(row: RoomRow, today: PlainDate): OfferedRoom | undefined {
  const free = freeOf(row)
  return free === undefined || free.offeredUntil < today ? undefined : free
}

/** Every room that is offered. */
export async function readOfferedRooms(
  database: Database,
  today: PlainDate,
): Promise<readonly OfferedRoom[]> {
  const rows = await premisesTables(database)
    .selectFrom('space_room')
    .selectAll()
    .where('state', '=', 'published')
    .where('offered_until', '>=', today)
    .execute()
  return rows.flatMap((row) => offeredOf(row, today) ?? [])
}

/** Rooms by their ids, offered or not: with all of their area. */
export async function readRooms(
  database: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, OfferedRoom>> {
  if (ids.length === 0) return new Map()
  const rows = await premisesTables(database)
    .selectFrom('space_room')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute()
  return new Map(
    rows.flatMap(({ id, carrier, facts, offered_until: offeredUntil }) =>
      facts === null ? [] : [[id, { id, carrier, facts, offeredUntil: offeredUntil ?? '' }] as const],
    ),
  )
}
