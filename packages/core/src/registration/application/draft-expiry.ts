/**
 * How long a draft is kept: some days after it was last saved, and never less than some days after its owner was told. Saving
 * it starts both anew.
 */

import { addDays, type PlainDate } from '../../calendar/index.ts'

/** How long; figures of content. */
export interface DraftRule {
  /** natural days after the day of the last change */
  readonly keptDays: number
  /** natural days between the notice and the end, fewer than `keptDays` */
  readonly noticeDays: number
}

/** What happened to a draft, as days of the zone. */
export interface DraftDays {
  readonly savedOn: PlainDate
  /** when its owner was told; null where not since it was last saved */
  readonly noticedOn: PlainDate | null
}

/** Where a draft stands: kept, to be told of, told of, or over. `expiresOn` is the last day on which it is kept. */
export type DraftState =
  | { readonly state: 'kept' | 'notice-due' | 'noticed'; readonly expiresOn: PlainDate }
  | { readonly state: 'over' }

/** Where a draft stands on a day. A notice that came late moves the end, so that it is never a surprise. */
export function draftState(rule: DraftRule, { savedOn, noticedOn }: DraftDays, today: PlainDate): DraftState {
  const kept = addDays(savedOn, rule.keptDays)
  const told = noticedOn ?? today
  const earliest = addDays(told, rule.noticeDays)
  const expiresOn = kept < earliest ? earliest : kept
  if (noticedOn === null) {
    const isDue = today >= addDays(kept, -rule.noticeDays)
    return { state: isDue ? 'notice-due' : 'kept', expiresOn: isDue ? expiresOn : kept }
  }
  return today > expiresOn ? { state: 'over' } : { state: 'noticed', expiresOn }
}
