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

/** What a host was asked about, and how the application stands now. */
export interface HostQuestion {
  readonly state: HostAnswerState
  readonly stage: StageName
  /** code of the seat the host was asked about */
  readonly asked: string
  /** code of the seat of the application now; undefined where it has none */
  readonly seat: string | undefined
}

/** What a host was asked about a correction, and how the correction stands now. */
export interface CorrectionHostQuestion {
  readonly state: HostAnswerState
  readonly stage: StageName
  /** whether the correction is neither settled nor ended */
  readonly isWaiting: boolean
}

/** Why the answer of a host is not taken. */
export type HostAnswerRefusal = 'filing-answered' | 'filing-settled' | 'filing-moved'

/**
 * Takes the answer of a host.
 *
 * @returns `filing-answered` where the host has answered before, `filing-settled` where the application is decided or over,
 *   `filing-moved` where the applicant has left the seat: nobody speaks for a seat that is not asked for any more
 */
export function takeHostAnswer(
  { state, stage, asked, seat }: HostQuestion,
  { outcome }: HostAnswer,
): Result<Exclude<HostAnswerState, 'asked'>, HostAnswerRefusal> {
  if (state !== 'asked') return refuse('filing-answered', { state })
  if (!openStages.includes(stage)) return refuse('filing-settled', { stage })
  return asked === seat ? accept(outcome) : refuse('filing-moved')
}

/** Stages in which a registered subject can still move. */
const registeredStages: readonly StageName[] = ['approved', 'revocation-proposed']

/**
 * Takes the answer of a host about the seat that a correction moves to.
 *
 * @returns `filing-answered` where the host has answered before, `filing-settled` where the correction is over
 */
export function takeCorrectionAnswer(
  { state, stage, isWaiting }: CorrectionHostQuestion,
  { outcome }: HostAnswer,
): Result<Exclude<HostAnswerState, 'asked'>, 'filing-answered' | 'filing-settled'> {
  if (state !== 'asked') return refuse('filing-answered', { state })
  if (!isWaiting || !registeredStages.includes(stage)) return refuse('filing-settled', { stage })
  return accept(outcome)
}
