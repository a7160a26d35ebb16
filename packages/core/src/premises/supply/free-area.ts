/**
 * What of a room can still be let.
 */

import type { RoomFacts } from './room.ts'

/**
 * The area that is free, in square decimetres: of a room that is let as a whole all or nothing, of one that is let in parts
 * what is left, as long as it holds the smallest part.
 *
 * @param letSquareDecimetres - area of the leases that run
 */
export function freeArea(
  { areaSquareDecimetres, partSquareDecimetres }: RoomFacts,
  letSquareDecimetres: number,
): number {
  const left = areaSquareDecimetres - letSquareDecimetres
  const least = partSquareDecimetres ?? areaSquareDecimetres
  return left >= least ? left : 0
}

/** Whether an area can be let of what is free: the whole of it, or not less than the smallest part. */
export function isLettable(facts: RoomFacts, letSquareDecimetres: number, wanted: number): boolean {
  const free = freeArea(facts, letSquareDecimetres)
  if (wanted === free) return free > 0
  const { partSquareDecimetres: part } = facts
  return part !== null && wanted >= part && wanted < free
}
