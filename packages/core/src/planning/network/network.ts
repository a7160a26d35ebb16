/**
 * A network of activities in numbers, ready to be solved.
 *
 * Terms: an activity waits for its *prerequisites*. A prerequisite that is *waived by* a commitment falls away when it is
 * signed; one that stands *instead of* it counts only then. The *goal* is the activity everything runs to; without one
 * everything runs to the last finish.
 */

import { accept, type Result, refuse } from '../../kernel/index.ts'
import type { Column } from './column.ts'

/** A network in numbers: an activity is its place in `ids`, and what it waits for lies side by side. */
export interface Network {
  readonly ids: readonly string[]
  /** place of the goal, or -1 */
  readonly goal: number
  /** ids, sorted */
  readonly commitments: readonly string[]
  readonly durations: Column
  /** 1 where the duration is in natural days */
  readonly naturalDays: Column
  /** activity `a` waits for the links from `firstLink[a]` up to, and without, `firstLink[a + 1]` */
  readonly firstLink: Column
  /** the activity that each link waits for */
  readonly from: Column
  /** working days between the two; empty where no link has any */
  readonly lag: Column
  /** place of the commitment that waives the link, or -1; empty where there are no commitments */
  readonly waivedBy: Column
  /** place of the commitment that the link needs, or -1; empty where there are no commitments */
  readonly insteadOf: Column
  /** all activities, prerequisites first, whatever is signed; absent where some signing may make a circle */
  readonly order?: Column
}

/** Which commitments are signed: 1 at the place of each that is. */
export type Signed = Column

/** Marks the commitments that are signed. Refuses one that the network does not have. */
export function signed(
  { commitments }: Network,
  ids: readonly string[],
): Result<Signed, 'commitment-unknown'> {
  const unknown = ids.find((id) => !commitments.includes(id))
  if (unknown !== undefined) return refuse('commitment-unknown', { commitment: unknown, known: commitments })
  return accept(commitments.map((id) => (ids.includes(id) ? 1 : 0)))
}

/** Whether a link is waited for, given what is signed. */
export function isWaitedFor({ waivedBy, insteadOf }: Network, link: number, signed: Signed): boolean {
  if (signed.length === 0) return true
  const waiving = waivedBy[link] ?? -1
  if (waiving >= 0 && signed[waiving] === 1) return false
  const needed = insteadOf[link] ?? -1
  return needed < 0 || signed[needed] === 1
}
