/**
 * One wish against one room: met, not met and by how much, or not known.
 */

import type { Room } from '../supply/room.ts'
import { isMeasured, measures, type Wish } from './wish.ts'

/** How a wish fares; what the room has stands in the unit of its facts. */
export type WishVerdict =
  | { readonly wish: Wish; readonly outcome: 'met'; readonly has: RoomHas }
  | { readonly wish: Wish; readonly outcome: 'unknown' }
  | {
      readonly wish: Wish
      readonly outcome: 'failed'
      readonly has: RoomHas
      /** how far the room's figure is from the wished one, in its unit; null where there is nothing to measure */
      readonly by: number | null
      /** the miss in thousandths of the wish, 1 to 1000; 1000 is a wish given up */
      readonly distance: number
    }

/** What a room has: a figure, a name, a list, yes or no. */
export type RoomHas = number | string | boolean | readonly string[]

/** A wish that is given up. */
export const wholeMiss = 1000

function measured(wish: Extract<Wish, { readonly value: number }>, room: Room): WishVerdict {
  const { of, direction, scale } = measures[wish.field]
  const has = of(room.facts)
  if (has === null) return { wish, outcome: 'unknown' }
  const by = direction === 'at-least' ? wish.value - has : has - wish.value
  if (by <= 0) return { wish, outcome: 'met', has }
  const whole = scale === 'wished' ? Math.max(wish.value, 1) : scale
  const distance = Math.min(Math.ceil((by * wholeMiss) / whole), wholeMiss)
  return { wish, outcome: 'failed', has, by, distance }
}

/** Judges a wish. */
export function wishVerdict(wish: Wish, room: Room): WishVerdict {
  if (isMeasured(wish)) return measured(wish, room)
  const miss = (has: RoomHas) =>
    ({ wish, outcome: 'failed', has, by: null, distance: wholeMiss }) as const satisfies WishVerdict
  if (wish.field === 'carrier')
    return room.carrier === wish.value ? { wish, outcome: 'met', has: room.carrier } : miss(room.carrier)
  if (wish.field === 'industry') {
    const { industries } = room.facts
    if (industries === null) return { wish, outcome: 'unknown' }
    return industries.includes(wish.value) ? { wish, outcome: 'met', has: wish.value } : miss(industries)
  }
  const flag = room.facts[wish.field]
  if (flag === null) return { wish, outcome: 'unknown' }
  return flag ? { wish, outcome: 'met', has: true } : miss(false)
}
