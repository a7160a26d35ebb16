/**
 * What signing one commitment does, said honestly: days saved by commitments do not add up, and some save nothing.
 */

import type { CombinationEnds } from './combinations.ts'

/**
 * One of four sentences, with its figures in ends of the network (working days):
 * `saves` signed in addition it brings the end from `later` to `sooner`; `delays-without` the same, for one that is signed;
 * `needs-others` alone it brings nothing, with `others` it does; `saves-nothing` it never does.
 */
export type CommitmentAdvice =
  | { readonly code: 'saves' | 'delays-without'; readonly sooner: number; readonly later: number }
  | { readonly code: 'needs-others'; readonly others: readonly string[] }
  | { readonly code: 'saves-nothing' }

/** The sentence for each commitment, given what is signed now. */
export function commitmentAdvice(
  table: CombinationEnds,
  signed: readonly string[],
): ReadonlyMap<string, CommitmentAdvice> {
  const chosen = bitsOf(table, signed)
  return new Map(table.commitments.map((id, place) => [id, adviceFor(table, place, chosen)]))
}

function adviceFor(table: CombinationEnds, place: number, chosen: number): CommitmentAdvice {
  const own = 1 << place
  const without = chosen & ~own
  const end = (bits: number) => table.ends[bits] ?? 0
  if (end(without | own) < end(without)) {
    const code = chosen === without ? 'saves' : 'delays-without'
    return { code, sooner: end(without | own), later: end(without) }
  }
  const others = fewestOthers(table, without, own)
  return others === 0 ? { code: 'saves-nothing' } : { code: 'needs-others', others: idsOf(table, others) }
}

/** The fewest further commitments with which this one brings the end nearer; none = 0. */
function fewestOthers({ ends }: CombinationEnds, without: number, own: number): number {
  let fewest = 0
  for (let others = 1; others < ends.length; others += 1) {
    if (others & (without | own)) continue
    const bits = without | others
    const helps = (ends[bits | own] ?? 0) < (ends[bits] ?? 0)
    if (helps && (fewest === 0 || countOf(others) < countOf(fewest))) fewest = others
  }
  return fewest
}

function countOf(bits: number): number {
  let count = 0
  for (let rest = bits; rest > 0; rest &= rest - 1) count += 1
  return count
}

function bitsOf({ commitments }: CombinationEnds, ids: readonly string[]): number {
  return commitments.reduce((bits, id, place) => (ids.includes(id) ? bits | (1 << place) : bits), 0)
}

function idsOf({ commitments }: CombinationEnds, bits: number): readonly string[] {
  return commitments.filter((_, place) => (bits >> place) & 1)
}
