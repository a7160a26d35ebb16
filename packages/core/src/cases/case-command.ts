/**
 * What somebody wants of a case, and every reason why it may be refused.
 */

import type { PlainDate } from '../calendar/index.ts'
import type {
  Channel,
  ClockEnds,
  Dated,
  DeclineGround,
  EventOf,
  Gap,
  Opinion,
  RevocationGround,
  SuspensionGround,
} from './case-event.ts'
import type { ServiceSnapshot } from './service-snapshot.ts'

/** A condition that is attached to a grant, with the day until which it is fulfilled. */
export interface AttachedCondition {
  readonly id: string
  readonly what: string
  readonly due: PlainDate
}

/** A command on a case. */
export type CaseCommand = Dated &
  (
    | {
        readonly type: 'open'
        readonly applicant: string
        readonly service: ServiceSnapshot
        readonly awaits: readonly string[]
      }
    | {
        readonly type: 'receive'
        readonly channel: Channel
        readonly papers: readonly string[]
        /** requirements that the applicant promises in writing to bring later */
        readonly later?: readonly string[]
      }
    | { readonly type: 'request-correction'; readonly correction: string; readonly gaps: readonly Gap[] }
    | { readonly type: 'take-back-correction'; readonly reason: string }
    | { readonly type: 'answer-correction'; readonly papers: readonly string[] }
    /** `follow`: requirements that the applicant has promised in writing to bring later */
    | { readonly type: 'accept'; readonly follow: readonly string[] }
    | { readonly type: 'accept-by-silence' }
    | {
        readonly type: 'decline'
        readonly ground: DeclineGround
        readonly reasons: string
        readonly properAuthority: string | null
      }
    | { readonly type: 'begin-review' }
    | {
        readonly type: 'give-opinion'
        readonly authority: string
        readonly opinion: Opinion
        readonly reasons: string
        readonly conditions: readonly string[]
      }
    | {
        readonly type: 'open-consultation'
        readonly consultation: string
        readonly asked: string
        readonly question: string
        readonly due: PlainDate
      }
    | { readonly type: 'answer-consultation'; readonly consultation: string; readonly answer: string }
    | { readonly type: 'close-consultation'; readonly consultation: string; readonly reason: string }
    | {
        readonly type: 'hold-joint-review'
        readonly attended: readonly string[]
        readonly conclusion: string
      }
    | {
        readonly type: 'start-special-procedure'
        readonly procedure: string
        readonly kind: string
        readonly reason: string
      }
    | { readonly type: 'end-special-procedure'; readonly procedure: string; readonly outcome: string }
    | { readonly type: 'extend-limit'; readonly workingDays: number; readonly reason: string }
    | {
        readonly type: 'suspend'
        readonly suspension: string
        readonly ground: SuspensionGround
        readonly reason: string
        /** the day until which it is likely to last; null where nobody can say */
        readonly expected: PlainDate | null
      }
    | { readonly type: 'resume'; readonly reason: string }
    | { readonly type: 'supply-prerequisite'; readonly service: string; readonly proof: string }
    | { readonly type: 'supply-paper'; readonly requirement: string }
    | {
        readonly type: 'sign-promise'
        readonly promise: string
        /** whether the credit rules exclude the applicant */
        readonly isExcluded: boolean
        /** whether every guard of the commitment holds, such as a published winning candidate */
        readonly doGuardsHold: boolean
      }
    | { readonly type: 'take-back-promise'; readonly promise: string }
    | {
        readonly type: 'issue-decision'
        readonly decision: string
        readonly outcome: 'granted' | 'refused'
        readonly reasons: string
        readonly basis: string
        readonly remedies: string | null
        readonly lateBecause: string | null
        readonly conditions: readonly AttachedCondition[]
        /** days for promises that a milestone of the works ends */
        readonly milestones: readonly { readonly promise: string; readonly due: PlainDate }[]
      }
    | { readonly type: 'deliver'; readonly how: EventOf<'delivered'>['how'] }
    /** `attached`: what evidence is attached to, requirements and duties */
    | { readonly type: 'make-up-duty'; readonly duty: string; readonly attached: readonly string[] }
    /** what was handed in is not what was promised */
    | { readonly type: 'return-duty'; readonly duty: string; readonly reasons: string }
    | {
        readonly type: 'extend-duty'
        readonly duty: string
        readonly due: PlainDate
        readonly reason: string
      }
    | { readonly type: 'lapse-duty'; readonly duty: string }
    | { readonly type: 'fail-rectification'; readonly duty: string }
    | { readonly type: 'propose-revocation'; readonly ground: RevocationGround; readonly reasons: string }
    | { readonly type: 'drop-revocation'; readonly reason: string }
    | { readonly type: 'confirm-revocation' }
    | { readonly type: 'withdraw' }
    | { readonly type: 'deem-withdrawn' }
    | {
        readonly type: 'revise-calendar'
        /** version the case was counted with, and the last days of its clocks by it */
        readonly before: string
        readonly ends: ClockEnds
      }
  )

/** The name of a command. */
export type CaseCommandType = CaseCommand['type']

/** The command of a name. */
export type CommandOf<Type extends CaseCommandType> = Extract<CaseCommand, { type: Type }>

/** Why a command was refused: the situation in which it was given. */
export type CaseRefusal =
  | 'calendar-not-published'
  | 'dated-before-last-event'
  | 'case-opened-already'
  | 'case-not-opened'
  | 'case-received-already'
  | 'case-not-received'
  | 'case-not-accepted'
  | 'case-not-in-review'
  | 'case-ended'
  | 'case-suspended'
  | 'case-not-suspended'
  | 'accepted-by-silence'
  | 'notice-period-running'
  | 'gaps-missing'
  | 'gap-not-of-service'
  | 'gap-not-told-before'
  | 'paper-from-register'
  | 'correction-running'
  | 'correction-not-running'
  | 'correction-overdue'
  | 'correction-answered-already'
  | 'papers-missing'
  | 'paper-may-not-follow'
  | 'paper-not-awaited'
  | 'authority-not-asked'
  | 'opinion-given-already'
  | 'opinions-missing'
  | 'consultation-running'
  | 'consultation-unknown'
  | 'joint-review-missing'
  | 'special-procedure-running'
  | 'special-procedure-unknown'
  | 'reasons-missing'
  | 'remedies-missing'
  | 'proper-authority-missing'
  | 'lateness-unexplained'
  | 'limit-extended-already'
  | 'limit-over'
  | 'extension-too-long'
  | 'expected-day-past'
  | 'named-day-past'
  | 'prerequisite-missing'
  | 'prerequisite-unknown'
  | 'promise-unknown'
  | 'promise-signed-already'
  | 'promise-excluded'
  | 'promise-guard-not-met'
  | 'milestone-missing'
  | 'decision-not-issued'
  | 'delivered-already'
  | 'duty-unknown'
  | 'duty-not-open'
  | 'duty-not-due'
  | 'duty-accepted-by-silence'
  | 'duty-unproven'
  | 'duty-extended-already'
  | 'duty-extension-too-long'
  | 'rectification-running'
  | 'revocation-ground-missing'
  | 'revocation-proposed-already'
  | 'revocation-not-proposed'
  | 'second-officer-required'
  | 'period-not-over'
  | 'calendar-unchanged'
