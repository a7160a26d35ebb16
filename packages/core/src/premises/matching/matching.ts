/**
 * Rooms against the wishes of a firm: hard wishes filter, soft ones rank, and every room that is left out says which wish
 * it fails and by how much. What is not known of a room is asked, never taken for a no.
 */

import type { Room } from '../supply/room.ts'
import { type Relaxation, relaxations } from './relaxation.ts'
import { openHard, type Weighed, weigh } from './weighed.ts'
import type { Wish } from './wish.ts'
import { wholeMiss } from './wish-verdict.ts'

/** What the rooms come to. */
export interface Matching {
  /** every hard wish holds; the best first */
  readonly hits: readonly Weighed[]
  /** no hard wish fails, but something hard is not known; the best first */
  readonly unsure: readonly Weighed[]
  /** a hard wish fails; the nearest first */
  readonly rejected: readonly Weighed[]
  /** where nothing hits: how to loosen the wishes, the least first */
  readonly relaxations: readonly Relaxation[]
}

function missOf({ verdicts }: Weighed): number {
  return openHard(verdicts).reduce(
    (sum, verdict) => sum + wholeMiss + (verdict.outcome === 'failed' ? verdict.distance : 0),
    0,
  )
}

function compareIds({ room: one }: Weighed, { room: other }: Weighed): number {
  return one.id < other.id ? -1 : 1
}

function better(one: Weighed, other: Weighed): number {
  const rent = ({ room }: Weighed) => room.facts.rentFenPerSquareMetreDay ?? Number.MAX_SAFE_INTEGER
  return other.score - one.score || rent(one) - rent(other) || compareIds(one, other)
}

/**
 * Matches rooms.
 *
 * @param most - relaxations that are proposed at most, where nothing hits
 */
export function matchRooms(wishes: readonly Wish[], rooms: readonly Room[], most = 3): Matching {
  const weighed = rooms.map((room) => weigh(wishes, room))
  const failsHard = ({ verdicts }: Weighed) => openHard(verdicts).some(({ outcome }) => outcome === 'failed')
  const hits = weighed.filter(({ verdicts }) => openHard(verdicts).length === 0).toSorted(better)
  return {
    hits,
    unsure: weighed.filter((each) => openHard(each.verdicts).length > 0 && !failsHard(each)).toSorted(better),
    rejected: weighed
      .filter(failsHard)
      .toSorted((one, other) => missOf(one) - missOf(other) || better(one, other)),
    relaxations: hits.length > 0 ? [] : relaxations(weighed, most),
  }
}
