/**
 * A steward may fill in answers for a company. They count at once, so that the plan goes on, and stay marked until the
 * company itself has confirmed or changed them.
 */

import type { VersionedAnswers } from './answer-version.ts'

/** Answers that wait for the company's word: by attribute, the steward who gave them. */
export type AwaitingAnswers = Readonly<Record<string, string>>

/** Answers that somebody gave, and what they made of those that were kept. */
export interface GivenAnswers {
  readonly attributes: readonly string[]
  readonly after: VersionedAnswers
  /** the steward who fills them in; null where the company answers for itself */
  readonly filledBy: string | null
}

/**
 * What waits after answers were given: what a steward changed is added, what the company gave is taken out; an answer that
 * a steward leaves as it is needs no new word of the company.
 */
export function awaitingAfter(
  before: AwaitingAnswers,
  { attributes, after, filledBy }: GivenAnswers,
): AwaitingAnswers {
  const given = new Set(attributes)
  if (filledBy === null)
    return Object.fromEntries(Object.entries(before).filter(([attribute]) => !given.has(attribute)))
  const moved = attributes.filter((attribute) => after.changed[attribute] === after.version)
  return { ...before, ...Object.fromEntries(moved.map((attribute) => [attribute, filledBy])) }
}

/**
 * The waiting answers that the company has not seen as they are now.
 *
 * @param seen - the version whose answers the company has seen
 */
export function unseenAwaiting(
  awaiting: AwaitingAnswers,
  { changed }: VersionedAnswers,
  seen: number,
): readonly string[] {
  return Object.keys(awaiting).filter((attribute) => (changed[attribute] ?? 0) > seen)
}
