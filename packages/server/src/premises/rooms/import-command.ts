/**
 * Lines into rooms: new ones become drafts, changed ones change their room, equal ones nothing. A line with faults is kept
 * as a draft with its reasons, and takes its room off the list: what was offered is no longer what the carrier says.
 */

import { createHash } from 'node:crypto'
import type { CommandContext } from '../../platform/commands/command.ts'
import type { PremisesPorts } from '../premises-ports.ts'
import { premisesTables, type RoomRow } from '../store/premises-tables.ts'
import { columnsOf, lockRooms, type RoomChange, writeRoom } from '../store/room-store.ts'
import { isSameLine, type RoomLine, roomLines, type WrittenLine } from './room-line.ts'

/** What the lines came to. */
export interface Imported {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  /** lines with faults, among those that were added, changed or equal */
  readonly faulty: number
  /** lines that changed nothing, because leases run in their room that they do not hold */
  readonly leftAlone: readonly LeftAlone[]
}

/** A line that changed nothing. */
export interface LeftAlone {
  readonly row: number
  readonly place: string
}

/** How a line changes its room; undefined where leases run that the line does not hold. */
export function changeFor(row: RoomRow, line: RoomLine): RoomChange | undefined {
  const { facts } = line
  if (row.let_dm2 > (facts?.areaSquareDecimetres ?? 0)) return undefined
  return { ...columnsOf(line), ...(facts === null && row.state === 'published' ? { state: 'draft' } : {}) }
}

/** The room that a line is about: at its place, or the same faulty line without a place. */
function roomFor(rows: readonly RoomRow[], { place, cells }: RoomLine): RoomRow | undefined {
  return rows.find((row) =>
    place === null ? row.place === null && isSameLine(row.cells, cells) : row.place === place,
  )
}

/** Takes the lines of a carrier in. */
export async function importLines(
  ports: Pick<PremisesPorts, 'newId'>,
  context: CommandContext,
  { carrier, lines: written }: { readonly carrier: string; readonly lines: readonly WrittenLine[] },
): Promise<Imported> {
  const rows = await lockRooms(context, carrier)
  const lines = roomLines(written.map(({ cells }) => cells))
  const fresh: RoomLine[] = []
  const leftAlone: LeftAlone[] = []
  let [changed, unchanged, faulty] = [0, 0, 0]
  for (const [index, line] of lines.entries()) {
    const row = roomFor(rows, line)
    const taken = row === undefined ? fresh.push(line) : await takeIn(context, row, line)
    if (taken === 'left-alone') leftAlone.push({ row: written[index]?.row ?? 0, place: line.place ?? '' })
    else if (line.facts === null) faulty += 1
    if (taken === 'changed') changed += 1
    if (taken === 'unchanged') unchanged += 1
  }
  await insertDrafts(ports, context, carrier, fresh)
  const counts = { added: fresh.length, changed, unchanged, faulty }
  const digest = createHash('sha256')
    .update(JSON.stringify(written.map(({ cells }) => cells)))
    .digest('hex')
  const body = { ...counts, leftAlone: leftAlone.length, digest }
  context.record({ act: 'premises.rooms-imported', subject: carrier, body })
  return { ...counts, leftAlone }
}

/** Takes a line into the room that is there. */
async function takeIn(
  context: CommandContext,
  row: RoomRow,
  line: RoomLine,
): Promise<'changed' | 'unchanged' | 'left-alone'> {
  if (isSameLine(row.cells, line.cells)) return 'unchanged'
  const change = changeFor(row, line)
  if (change === undefined) return 'left-alone'
  await writeRoom(context, row, change)
  return 'changed'
}

async function insertDrafts(
  { newId }: Pick<PremisesPorts, 'newId'>,
  { tx, now }: CommandContext,
  carrier: string,
  lines: readonly RoomLine[],
): Promise<void> {
  if (lines.length === 0) return
  const rows = lines.map((line) => ({
    ...columnsOf(line),
    id: newId(),
    carrier,
    version: 1,
    state: 'draft' as const,
    let_dm2: 0,
    offered_until: null,
    updated_at: now,
  }))
  await premisesTables(tx).insertInto('space_room').values(rows).execute()
}
