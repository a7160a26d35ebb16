/**
 * What the rooms come to, as the wire tells it: figures as people write them.
 */

import {
  figureText,
  isMeasured,
  loosen,
  type Matching,
  matchRooms,
  type RoomHas,
  type Weighed,
  type Wish,
  type WishVerdict,
  wishText,
} from '@guanjia/core/premises'
import { carrierOf, type PremisesPorts } from '../premises-ports.ts'
import type { OfferedRoom } from './offered-rooms.ts'

/** Rooms that a list shows at most; the counts tell how many there are. */
const mostShown = 60

/** A room as everybody reads it. */
export function roomView(ports: Pick<PremisesPorts, 'content'>, room: OfferedRoom) {
  const { id, facts, offeredUntil } = room
  return {
    id,
    carrier: carrierOf(ports, room.carrier),
    facts: { ...facts, columnsCentimetres: pairOf(facts) },
    offeredUntil,
  }
}

function pairOf({ columnsCentimetres: pair }: OfferedRoom['facts']): [number, number] | null {
  return pair === null ? null : [pair[0], pair[1]]
}

function hasText(wish: Wish, has: RoomHas): string {
  if (isMeasured(wish) && typeof has === 'number') return figureText(wish.field, has)
  if (typeof has === 'boolean') return has ? 'yes' : 'no'
  return typeof has === 'object' ? has.join('、') : String(has)
}

function missText(wish: Wish, by: number | null): string | null {
  if (by === null || !isMeasured(wish)) return null
  // days, and ranks of classes, are counted and not written like what they count
  return wish.field === 'available' || wish.field === 'fire' ? String(by) : figureText(wish.field, by)
}

function verdictView(verdict: WishVerdict) {
  const { wish, outcome } = verdict
  const { field, weight, value: wished } = wishText(wish)
  return {
    field,
    weight,
    wished,
    outcome,
    has: outcome === 'unknown' ? null : hasText(wish, verdict.has),
    by: outcome === 'failed' ? missText(wish, verdict.by) : null,
  }
}

/** A room beside the wishes. */
export function weighedView(
  ports: Pick<PremisesPorts, 'content'>,
  offered: ReadonlyMap<string, OfferedRoom>,
  { room, score, verdicts }: Weighed,
) {
  const found = offered.get(room.id)
  return found === undefined
    ? []
    : [{ room: roomView(ports, found), score, verdicts: verdicts.map(verdictView) }]
}

function relaxationView(wishes: readonly Wish[], { loosened, rooms }: Matching['relaxations'][number]) {
  return {
    loosened: loosened.map(({ wish, to }) => ({
      field: wish.field,
      from: wishText(wish).value,
      to: to === null || !isMeasured(wish) ? null : figureText(wish.field, to),
    })),
    wishes: loosen(wishes, loosened).map(wishText),
    rooms: rooms.length,
  }
}

/** Matches rooms and tells what they come to. */
export function matchingView(
  ports: Pick<PremisesPorts, 'content'>,
  wishes: readonly Wish[],
  rooms: readonly OfferedRoom[],
) {
  const offered = new Map(rooms.map((room) => [room.id, room]))
  const { hits, unsure, rejected, relaxations } = matchRooms(wishes, rooms, ports.content.relaxations)
  const shown = (list: readonly Weighed[]) =>
    list.slice(0, mostShown).flatMap((each) => weighedView(ports, offered, each))
  return {
    hits: shown(hits),
    unsure: shown(unsure),
    rejected: shown(rejected),
    counts: { hits: hits.length, unsure: unsure.length, rejected: rejected.length },
    relaxations: relaxations.map((each) => relaxationView(wishes, each)),
  }
}
