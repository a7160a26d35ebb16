/**
 * A whole table taken in and offered at once, for whoever loads a zone.
 */

import type { RoomCells } from '@guanjia/core/premises'
import { sql } from 'kysely'
import type { CommandContext } from '../../platform/commands/command.ts'
import type { Database } from '../../platform/database/database.ts'
import type { PremisesPorts } from '../premises-ports.ts'
import { importLines } from './import-command.ts'
import { publishRooms } from './room-commands.ts'

/** Whether any carrier has a room. */
export async function hasRooms(database: Database): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`select exists (select from space_room) as there`.execute(
    database,
  )
  return rows[0]?.there === true
}

/** Imports the table of a carrier and publishes what has no faults; how many rooms that were. */
export async function offerTable(
  ports: PremisesPorts,
  context: CommandContext,
  table: { readonly carrier: string; readonly lines: readonly RoomCells[] },
): Promise<number> {
  const lines = table.lines.map((cells, place) => ({ row: place + 1, cells }))
  await importLines(ports, context, { ...table, lines })
  const published = await publishRooms(ports, context, table.carrier)
  return published.value.published
}
