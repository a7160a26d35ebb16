/**
 * Where no room fulfils every hard wish: the smallest loosening that lets one in. Fewest wishes first, then the least
 * distance, in thousandths of what was wished for; a wish that cannot be loosened by degrees, or whose answer is not known,
 * is given up whole. The search is exact: what lets a room in is exactly what it fails.
 */

import type { Weighed } from './weighed.ts'
import { measures, type Wish } from './wish.ts'
import { type WishVerdict, wholeMiss } from './wish-verdict.ts'

/** One wish, and what it is loosened to; null: given up. */
export interface Loosened {
  readonly wish: Wish
  readonly to: number | null
  /** 1 to 1000 */
  readonly distance: number
}

/** A way to find a room. */
export interface Relaxation {
  readonly loosened: readonly Loosened[]
  /** sum of the distances */
  readonly distance: number
  /** ids of the rooms that fulfil everything then */
  readonly rooms: readonly string[]
}

function loosenedFor(verdict: WishVerdict): readonly Loosened[] {
  const { wish, outcome } = verdict
  if (wish.weight !== 'hard' || outcome === 'met') return []
  if (outcome === 'unknown') return [{ wish, to: null, distance: wholeMiss }]
  const { has, distance } = verdict
  return [{ wish, to: typeof has === 'number' && distance < wholeMiss ? has : null, distance }]
}

/** Whether a verdict holds once wishes are loosened. */
function holds(verdict: WishVerdict, loosened: readonly Loosened[]): boolean {
  const { wish, outcome } = verdict
  if (wish.weight !== 'hard' || outcome === 'met') return true
  const given = loosened.find((each) => each.wish.field === wish.field)
  if (given === undefined) return false
  if (given.to === null) return true
  if (outcome === 'unknown' || typeof verdict.has !== 'number' || !(wish.field in measures)) return false
  const { direction } = measures[wish.field as keyof typeof measures]
  return direction === 'at-least' ? verdict.has >= given.to : verdict.has <= given.to
}

function fieldsOf({ loosened }: Pick<Relaxation, 'loosened'>): string {
  return loosened.map(({ wish }) => wish.field).join(' ')
}

/** The loosenings that let rooms in, the least first, each set of wishes once; at most so many. */
export function relaxations(weighed: readonly Weighed[], most: number): readonly Relaxation[] {
  const ways = weighed
    .map(({ room, verdicts }) => {
      const loosened = verdicts.flatMap(loosenedFor)
      return { id: room.id, loosened, distance: loosened.reduce((sum, each) => sum + each.distance, 0) }
    })
    .toSorted(
      (one, other) =>
        one.loosened.length - other.loosened.length ||
        one.distance - other.distance ||
        (one.id < other.id ? -1 : 1),
    )
  const seen = new Set<string>()
  const first = ways.filter((way) => {
    const fields = fieldsOf(way)
    const isNew = !seen.has(fields)
    seen.add(fields)
    return isNew
  })
  return first.slice(0, most).map(({ loosened, distance }) => ({
    loosened,
    distance,
    rooms: weighed
      .filter(({ verdicts }) => verdicts.every((verdict) => holds(verdict, loosened)))
      .map(({ room }) => room.id),
  }))
}

/** The wishes once they are loosened. */
export function loosen(wishes: readonly Wish[], loosened: readonly Loosened[]): readonly Wish[] {
  return wishes.flatMap((wish) => {
    const given = loosened.find((each) => each.wish.field === wish.field)
    if (given === undefined) return [wish]
    return given.to === null ? [] : [{ ...wish, value: given.to } as Wish]
  })
}
