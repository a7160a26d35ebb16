/**
 * A room beside all wishes of a firm, and what the soft ones come to.
 */

import type { Room } from '../supply/room.ts'
import type { Wish } from './wish.ts'
import { type WishVerdict, wholeMiss, wishVerdict } from './wish-verdict.ts'

/** A room beside the wishes. */
export interface Weighed {
  readonly room: Room
  /** thousandths of the soft wishes, each as often as it counts; 1000 where there is none */
  readonly score: number
  readonly verdicts: readonly WishVerdict[]
}

function points({ outcome, ...verdict }: WishVerdict): number {
  if (outcome === 'met') return wholeMiss
  // whoever leaves a fact out gains nothing by it
  return 'distance' in verdict ? wholeMiss - verdict.distance : 0
}

/** Thousandths that the soft wishes come to, rounded down. */
function scoreOf(verdicts: readonly WishVerdict[]): number {
  let reached = 0
  let possible = 0
  for (const verdict of verdicts) {
    const { weight } = verdict.wish
    if (weight === 'hard') continue
    reached += weight * points(verdict)
    possible += weight * wholeMiss
  }
  return possible === 0 ? wholeMiss : Math.floor((reached * wholeMiss) / possible)
}

/** Verdicts of hard wishes that did not come to "met". */
export function openHard(verdicts: readonly WishVerdict[]): readonly WishVerdict[] {
  return verdicts.filter(({ wish, outcome }) => wish.weight === 'hard' && outcome !== 'met')
}

/** A room beside the wishes. */
export function weigh(wishes: readonly Wish[], room: Room): Weighed {
  const verdicts = wishes.map((wish) => wishVerdict(wish, room))
  return { room, verdicts, score: scoreOf(verdicts) }
}
