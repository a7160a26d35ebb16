/**
 * Puts the invented rooms of the carriers into the database, once, as one act: imported and published like any carrier's
 * table.
 */

import { join } from 'node:path'
import { systemPrincipal } from '@guanjia/core/access'
import { addDays } from '@guanjia/core/calendar'
import { accept } from '@guanjia/core/kernel'
import { type RoomCells, roomColumns } from '@guanjia/core/premises'
import { array, enum as choice, object, record, string } from 'zod'
import { readContentFile } from '../platform/content-file.ts'
import { hasRooms, offerTable, type PremisesPorts, zoneDay } from '../premises/index.ts'

const roomsFile = object({
  columns: array(choice(roomColumns)),
  rooms: record(string(), array(array(string()))),
})

/** Imports the rooms where there is none yet; the number of rooms that are offered then. */
export async function importDemonstrationRooms(ports: PremisesPorts): Promise<number> {
  if (await hasRooms(ports.database)) return 0
  const path = join(ports.contentFolder, 'demonstration/rooms.yaml')
  const { columns, rooms } = roomsFile.parse(readContentFile(path))
  const command = {
    name: 'demonstration.import-rooms',
    principal: systemPrincipal('demonstration'),
    correlationId: ports.newId(),
    subject: 'rooms',
    legal: true,
  }
  const offered = await ports.runCommand(command, async (context) => {
    let published = 0
    for (const [carrier, lines] of Object.entries(rooms)) {
      const cells = lines.map(
        (line): RoomCells => Object.fromEntries(columns.map((column, place) => [column, line[place] ?? ''])),
      )
      const dated = cells.map(({ available = '', ...rest }) => ({
        ...rest,
        available: available.startsWith('+')
          ? addDays(zoneDay(ports, context.now), Number(available.slice(1)))
          : available,
      }))
      published += await offerTable(ports, context, { carrier, lines: dated })
    }
    return accept({ published })
  })
  return offered.ok ? offered.value.published : 0
}
