/**
 * A line of the carrier's table as it is kept: what was written, what it says, and what is wrong with it.
 */

import { canonicalJson } from '@guanjia/core/ledger'
import { cellsOf, type RoomCells, type RoomFacts, readRoom } from '@guanjia/core/premises'
import type { KeptFault } from '../store/premises-tables.ts'

/** A line as it stands in a table. */
export interface WrittenLine {
  /** number of its row in the spreadsheet, the first is 1 */
  readonly row: number
  readonly cells: RoomCells
}

/** A line, read. */
export interface RoomLine {
  /** building, floor and unit; null where the line does not say them, or another line says the same */
  readonly place: string | null
  readonly cells: RoomCells
  readonly facts: RoomFacts | null
  readonly faults: readonly KeptFault[]
}

function placeOf({ building = '', floor = '', unit = '' }: RoomCells): string | null {
  const parts = [building, floor, unit]
  return parts.includes('') ? null : parts.join(' ')
}

function filledCells(cells: RoomCells): RoomCells {
  const filled = Object.entries(cells).map(([column, text]) => [column, text.trim()] as const)
  return Object.fromEntries(filled.filter(([, text]) => text !== ''))
}

/** Reads a line; one without faults is kept as it would be written out. */
export function roomLine(written: RoomCells): RoomLine {
  const read = readRoom(written)
  const cells = filledCells(read.facts === undefined ? written : cellsOf(read.facts))
  return { place: placeOf(cells), cells, facts: read.facts ?? null, faults: read.faults ?? [] }
}

/** Without its place: another room stands there. */
export function displaced(line: RoomLine): RoomLine {
  const fault: KeptFault = { column: 'unit', code: 'place-twice' }
  return { ...line, place: null, facts: null, faults: [...line.faults, fault] }
}

/** Reads lines; the second one of a place is faulty. */
export function roomLines(written: readonly RoomCells[]): readonly RoomLine[] {
  const places = new Set<string>()
  return written.map((cells) => {
    const line = roomLine(cells)
    if (line.place === null) return line
    if (places.has(line.place)) return displaced(line)
    places.add(line.place)
    return line
  })
}

/** Whether two lines say the same. */
export function isSameLine(one: RoomCells, other: RoomCells): boolean {
  return canonicalJson({ ...one }) === canonicalJson({ ...other })
}
