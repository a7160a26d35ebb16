/**
 * A room that a carrier offers, with the facts firms ask for. Every figure is whole, in the unit its name tells; null is
 * "not known", which is neither yes nor no.
 */

import type { PlainDate } from '../../calendar/index.ts'

/** What runs through the walls of a room, or does not. */
export const roomFlags = ['water', 'gas', 'steam', 'sewage', 'exhaust', 'registrable', 'title'] as const

/** Yes, no or not known. */
export type RoomFlag = (typeof roomFlags)[number]

/** Classes of fire hazard of production, from the mildest to the gravest: 戊丁丙乙甲 (GB 50016, 3.1.1). */
export const fireClasses = ['戊', '丁', '丙', '乙', '甲'] as const

/** Rank of a fire class: 1 for 戊 to 5 for 甲; what is built for a graver class may take every milder one. */
export type FireRank = 1 | 2 | 3 | 4 | 5

/** Cleanliness of the air by ISO 14644-1: 5 to 8; 9 where the air is ordinary. */
export type CleanClass = 5 | 6 | 7 | 8 | 9

/** What is known of a room. */
export interface RoomFacts extends Readonly<Record<RoomFlag, boolean | null>> {
  /** the building as the carrier calls it */
  readonly building: string
  /** 1 is the ground floor; below it negative */
  readonly floor: number
  /** the room as the carrier calls it, once in a building */
  readonly unit: string
  readonly areaSquareDecimetres: number
  /** the smallest part that is let by itself; null where the room is let as a whole */
  readonly partSquareDecimetres: number | null
  readonly heightCentimetres: number | null
  readonly loadKilogramsPerSquareMetre: number | null
  /** distance between columns, the shorter one first */
  readonly columnsCentimetres: readonly [number, number] | null
  /** what the freight lift carries; 0 where there is none */
  readonly liftKilograms: number | null
  readonly powerKilovoltAmperes: number | null
  /** divisions of GB/T 4754 that the environmental review of the park admits, such as C35 */
  readonly industries: readonly string[] | null
  readonly fire: FireRank | null
  readonly clean: CleanClass | null
  readonly rentFenPerSquareMetreDay: number | null
  readonly availableFrom: PlainDate | null
  readonly metroMetres: number | null
  readonly highwayMetres: number | null
}

/** A room that stands in the list of a carrier. */
export interface Room {
  readonly id: string
  readonly carrier: string
  readonly facts: RoomFacts
}
