/**
 * What every combination of commitments would come to.
 */

import { accept, type Result, refuse } from '../../kernel/index.ts'
import { type Column, column } from './column.ts'
import { earlyTimes, endOf } from './critical-path.ts'
import { type DayAxis, everyDayWorked } from './day-axis.ts'
import type { Network } from './network.ts'
import { networkOrder } from './network-order.ts'

/** More commitments than this are not tried in all combinations: an eleventh would double 1,024. */
export const mostCommitments = 10

/** The ends of all combinations. */
export interface CombinationEnds {
  /** ids, sorted; the first is the lowest bit of a combination */
  readonly commitments: readonly string[]
  /** working days to the goal (else to the last finish), by the bits of the combination */
  readonly ends: Column
}

/** Solves the network once for each combination. Refuses more than ten commitments, and a circle in any of them. */
export function combinationEnds(
  network: Network,
  axis: DayAxis = everyDayWorked,
): Result<CombinationEnds, 'too-many-commitments' | 'circle'> {
  const { commitments } = network
  if (commitments.length > mostCommitments)
    return refuse('too-many-commitments', { given: commitments.length, most: mostCommitments })
  const ends = column(2 ** commitments.length, 0)
  const signed = column(commitments.length, 0)
  for (let bits = 0; bits < ends.length; bits += 1) {
    for (let place = 0; place < signed.length; place += 1) signed[place] = (bits >> place) & 1
    const order = networkOrder(network, signed)
    if (!order.ok) return refuse('circle', { ...order.because, signed: signedIn(commitments, bits) })
    ends[bits] = endOf(network, earlyTimes(network, signed, { order: order.value, axis }).earlyFinish)
  }
  return accept({ commitments, ends })
}

/** A combination of commitments and what it comes to. */
export interface Combination {
  readonly signed: readonly string[]
  /** to the goal, else to the last finish */
  readonly workingDays: number
}

/** All combinations: fewer commitments first, then by their ids. */
export function combinations({ commitments, ends }: CombinationEnds): readonly Combination[] {
  return Array.from(ends, (workingDays, bits) => ({
    signed: signedIn(commitments, bits),
    workingDays,
  })).toSorted(({ signed: a }, { signed: b }) => a.length - b.length || (isBefore(a, b) ? -1 : 1))
}

/** The combination that ends first; among equals the one with the fewest commitments, then the first by ids. */
export function bestCombination(ends: CombinationEnds): Combination {
  return combinations(ends).reduce((best, next) => (next.workingDays < best.workingDays ? next : best))
}

function signedIn(commitments: readonly string[], bits: number): readonly string[] {
  return commitments.filter((_, place) => (bits >> place) & 1)
}

function isBefore(left: readonly string[], right: readonly string[]): boolean {
  const place = left.findIndex((id, index) => id !== right[index])
  return (left[place] ?? '') < (right[place] ?? '')
}
