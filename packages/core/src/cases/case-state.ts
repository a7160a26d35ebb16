/**
 * Where a case stands: one situation from a closed union, and the record of what every situation needs to know.
 */

import type { PlainDate } from '../calendar/index.ts'
import type {
  AcceptanceGround,
  DeclineGround,
  DutyDraft,
  EventOf,
  FollowingPaper,
  Gap,
  Opinion,
  RevocationGround,
  SuspensionGround,
  WithdrawalGround,
} from './case-event.ts'
import type { NationalStatus } from './national-status.ts'
import type { PromiseOffer, ServiceSnapshot } from './service-snapshot.ts'

/** A request for correction: who asked, for what, until when, and how it ended. */
export interface Correction {
  readonly id: string
  readonly by: string
  readonly on: PlainDate
  readonly due: PlainDate
  readonly gaps: readonly Gap[]
  /** whether it was asked before acceptance, or in the review */
  readonly within: 'completeness-check' | 'review'
  readonly endedOn: PlainDate | null
  readonly end: 'answered' | 'taken-back' | 'not-answered' | null
}

/** A department's part of the review. */
export interface Review {
  readonly authority: string
  readonly opinion: Opinion | null
  readonly reasons: string | null
  readonly conditions: readonly string[]
}

/** A question to another authority. */
export interface Consultation {
  readonly id: string
  readonly by: string
  readonly on: PlainDate
  readonly asked: string
  readonly question: string
  readonly due: PlainDate
  readonly answer: string | null
  readonly closed: boolean
}

/** A step outside the office; `endedOn` is null while it runs. */
export interface SpecialProcedure {
  readonly id: string
  readonly kind: string
  readonly reason: string
  readonly startedOn: PlainDate
  readonly expected: PlainDate
  readonly endedOn: PlainDate | null
}

/** A time in which the case rests; `endedOn` is null while it does. */
export interface Suspension {
  readonly id: string
  readonly ground: SuspensionGround
  readonly reason: string
  readonly startedOn: PlainDate
  readonly expected: PlainDate | null
  readonly endedOn: PlainDate | null
}

/** Something to be made up after the grant. */
export interface Duty extends DutyDraft {
  /** day of the decision it comes from */
  readonly on: PlainDate
  readonly state: 'open' | 'made-up' | 'lapsed' | 'failed'
  readonly extended: boolean
  /** day on which it was made up; null while it is not; not there in a case that was kept before this was noted */
  readonly madeUpOn?: PlainDate | null
  /** why what had been handed in was returned, until it is handed in again */
  readonly returned?: { readonly on: PlainDate; readonly reasons: string } | null
  /** last day of the rectification, once the duty has lapsed */
  readonly rectifyBy: PlainDate | null
}

/** A promise the applicant has signed. */
export interface SignedPromise extends PromiseOffer {
  readonly signedOn: PlainDate
}

/** The acceptance of a case: the clock's day zero is `from`. */
export interface Acceptance {
  readonly on: PlainDate
  readonly from: PlainDate
  readonly ground: AcceptanceGround
}

/** The situations of a case. */
export type CaseSituation =
  | { readonly at: 'draft' }
  /** `isCorrected`: a request for correction has ended, answered or taken back, and its end is not reported yet (code 7) */
  | { readonly at: 'received'; readonly since: PlainDate; readonly isCorrected: boolean }
  | { readonly at: 'correcting'; readonly correction: string }
  | { readonly at: 'accepted' }
  | { readonly at: 'in-review' }
  | { readonly at: 'granted' }
  | { readonly at: 'granted-on-promise' }
  | { readonly at: 'refused' }
  | { readonly at: 'declined'; readonly ground: DeclineGround }
  | { readonly at: 'withdrawn'; readonly ground: WithdrawalGround }
  | {
      readonly at: 'revocation-proposed'
      readonly by: string
      readonly ground: RevocationGround
      readonly from: 'granted' | 'granted-on-promise'
    }
  | { readonly at: 'revoked' }
  | { readonly at: 'discarded' }

/** The name of a situation. */
export type SituationName = CaseSituation['at']

/** A case as its events made it. */
export interface CaseState {
  readonly situation: CaseSituation
  readonly service: ServiceSnapshot
  readonly applicant: string
  /** day of the last event */
  readonly lastOn: PlainDate
  readonly receivedOn: PlainDate | null
  /** requirements that were handed in */
  readonly papers: readonly string[]
  /** requirements that the applicant promised to bring later, whatever came of it; absent in older states */
  readonly announced?: readonly string[]
  readonly acceptance: Acceptance | null
  /** papers that were accepted to follow and were not supplied; see `owedPapers` for those that still have to come */
  readonly follow: readonly FollowingPaper[]
  readonly corrections: readonly Correction[]
  readonly reviews: readonly Review[]
  readonly consultations: readonly Consultation[]
  readonly jointReviewOn: PlainDate | null
  readonly specialProcedures: readonly SpecialProcedure[]
  /** absent in older states */
  readonly suspensions?: readonly Suspension[]
  readonly extension: { readonly on: PlainDate; readonly workingDays: number; readonly reason: string } | null
  /** results of earlier services that are still missing: ids of kept requirements, or of services */
  readonly awaits: readonly string[]
  readonly promises: readonly SignedPromise[]
  readonly decision: (EventOf<'decision-issued'> & { readonly deliveredOn: PlainDate | null }) | null
  readonly endedOn: PlainDate | null
  readonly duties: readonly Duty[]
  /** national status codes in the order they were reached */
  readonly statuses: readonly NationalStatus[]
}

/** A case that may not have been opened yet. */
export type MaybeCase = CaseState | undefined

/** The special procedures that run. */
export function runningProcedures({ specialProcedures }: CaseState): readonly SpecialProcedure[] {
  return specialProcedures.filter(({ endedOn }) => endedOn === null)
}

/** The suspension that the case rests in. */
export function runningSuspension({ suspensions }: CaseState): Suspension | undefined {
  return suspensions?.find(({ endedOn }) => endedOn === null)
}

/** The correction the applicant is asked for at the moment. */
export function openCorrection({ corrections, situation }: CaseState): Correction | undefined {
  return situation.at === 'correcting' ? corrections.find(({ id }) => id === situation.correction) : undefined
}

/** Requirements that are neither handed in, nor follow, nor are stood in for by a promise. */
export function missingPapers({ service, papers, promises }: CaseState): readonly string[] {
  const replaced = promises.flatMap((promise) => promise.replaces)
  return service.requirements
    .filter(({ id, source }) => source === 'applicant' && !papers.includes(id) && !replaced.includes(id))
    .map(({ id }) => id)
}

/** Papers accepted to follow that are still to come: neither handed in since, nor stood in for by a promise signed since. */
export function owedPapers(state: CaseState): readonly FollowingPaper[] {
  const missing = missingPapers(state)
  return state.follow.filter(({ requirement }) => missing.includes(requirement))
}

/**
 * What the proof of a duty is attached to: the requirements its promise stood in for, or the duty itself where there are
 * none, as with a condition attached by hand.
 */
export function proofsOfDuty({ promises }: CaseState, duty: string): readonly [string, ...string[]] {
  const [first, ...more] = promises.find(({ id }) => id === duty)?.replaces ?? []
  return first === undefined ? [duty] : [first, ...more]
}

/** Results of earlier services that are missing and that no promise stands in for. */
export function missingResults({ awaits, promises }: CaseState): readonly string[] {
  const replaced = promises.flatMap((promise) => promise.replaces)
  return awaits.filter((id) => !replaced.includes(id))
}
