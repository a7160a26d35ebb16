/**
 * Confirmation by the hosting organisation of a cluster (托管机构确认): whoever receives the mail of a subject says beforehand
 * that they will. Only the filings that the zone's content names need it; every other seat goes on without.
 */

import { accept, type Result, refuse } from '../../kernel/index.ts'
import type { StageName } from './application-life.ts'
import type { ConfirmingHost, Seat } from './registered-address.ts'

/** How the host stands to the seat of an application; `not-asked` until the address is filed. */
export type HostConfirmation = 'not-needed' | 'not-asked' | HostAnswerState

/** How far a filing is with its host. */
export type HostAnswerState = 'asked' | 'confirmed' | 'refused'

/** The host who has to confirm filings at a seat; undefined where nobody has to. */
export function confirmingHostOf({ building, carrier: { host } }: Seat): ConfirmingHost | undefined {
  if (building.cluster !== true || host?.confirms === undefined) return undefined
  return { name: host.name, unifiedCode: host.unifiedCode, phone: host.confirms.phone }
}

/** What a host answers. */
export type HostAnswer =
  | { readonly outcome: 'confirmed' }
  /** what the applicant is told */
  | { readonly outcome: 'refused'; readonly reason: string }

/** Stages in which the answer of a host still counts. */
const openStages: readonly StageName[] = ['draft', 'signing', 'with-officer']

/**
 * Takes the answer of a host.
 *
 * @returns `filing-answered` where the host has answered before, `filing-settled` where the application is decided or over
 */
export function takeHostAnswer(
  { state, stage }: { readonly state: HostAnswerState; readonly stage: StageName },
  { outcome }: HostAnswer,
): Result<Exclude<HostAnswerState, 'asked'>, 'filing-answered' | 'filing-settled'> {
  if (state !== 'asked') return refuse('filing-answered', { state })
  if (!openStages.includes(stage)) return refuse('filing-settled', { stage })
  return accept(outcome)
}
