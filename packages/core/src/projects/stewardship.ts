/**
 * The stewards of one project over time: exactly one primary and at least one backup at every moment between its first
 * assignment and its end, each change at one instant and with a reason.
 */

import { accept, type Result, refuse } from '../kernel/index.ts'

/** What a steward is for a project. */
export type StewardDuty = 'primary' | 'backup'

/** A steward's time with a project; instants in epoch milliseconds, `to` is the first one it does not hold any more. */
export interface Stewardship {
  readonly stewardId: string
  readonly duty: StewardDuty
  readonly from: number
  readonly to?: number
  readonly reason: string
}

/** Who is to take over. */
export interface HandOver {
  readonly primary: string
  readonly backup: string
  readonly at: number
  readonly reason: string
}

/** Why a hand-over cannot be. */
export type HandOverRefusal =
  | 'same-steward-twice'
  | 'reason-missing'
  | 'hand-over-in-the-past'
  | 'nothing-changes'

/**
 * The stewardships after a hand-over: what changes ends and begins at the same instant, what stays is not touched.
 *
 * @param now - stewardships so far; none for the first assignment
 */
export function handOver(
  now: readonly Stewardship[],
  { primary, backup, at, reason }: HandOver,
): Result<readonly Stewardship[], HandOverRefusal> {
  if (primary === backup) return refuse('same-steward-twice')
  if (reason.trim() === '') return refuse('reason-missing')
  if (now.some(({ from }) => from > at)) return refuse('hand-over-in-the-past')
  const wanted: readonly Pick<Stewardship, 'stewardId' | 'duty'>[] = [
    { stewardId: primary, duty: 'primary' },
    { stewardId: backup, duty: 'backup' },
  ]
  const isWanted = ({ stewardId, duty }: Stewardship) =>
    wanted.some((one) => one.stewardId === stewardId && one.duty === duty)
  const held = now.filter((one) => holdsAt(one, at))
  const begun = wanted.filter(
    ({ stewardId, duty }) => !held.some((one) => one.stewardId === stewardId && one.duty === duty),
  )
  if (begun.length === 0 && held.every(isWanted)) return refuse('nothing-changes')
  return accept([
    ...now.map((one) => (holdsAt(one, at) && !isWanted(one) ? { ...one, to: at } : one)),
    ...begun.map((one) => ({ ...one, from: at, reason })),
  ])
}

/** Ends every stewardship, because the project has ended. */
export function endStewardships(now: readonly Stewardship[], at: number): readonly Stewardship[] {
  return now.map((one) => (holdsAt(one, at) ? { ...one, to: at } : one))
}

/** Whose project it is at an instant. */
export function stewardsAt(
  stewardships: readonly Stewardship[],
  at: number,
): { readonly primary: string | undefined; readonly backups: readonly string[] } {
  const held = stewardships.filter((one) => holdsAt(one, at))
  return {
    primary: held.find(({ duty }) => duty === 'primary')?.stewardId,
    backups: held.filter(({ duty }) => duty === 'backup').map(({ stewardId }) => stewardId),
  }
}

/**
 * The instants at which a project lacked its one primary steward or a backup; none is the promise kept (H8, H9).
 *
 * @param until - how far to look, for stewardships that have not ended
 */
export function gapsOf(stewardships: readonly Stewardship[], until: number): readonly number[] {
  const first = Math.min(...stewardships.map(({ from }) => from))
  const turns = new Set(stewardships.flatMap(({ from, to }) => (to === undefined ? [from] : [from, to])))
  return [...turns]
    .filter((at) => at >= first && at < until)
    .filter((at) => {
      const held = stewardships.filter((one) => holdsAt(one, at))
      const primaries = held.filter(({ duty }) => duty === 'primary').length
      return primaries !== 1 || held.length === primaries
    })
    .toSorted((one, other) => one - other)
}

function holdsAt({ from, to }: Stewardship, at: number): boolean {
  return from <= at && (to === undefined || at < to)
}
