/**
 * What happens to a case. Every event says on which day and by whom; the state is the fold of them and nothing else.
 */

import type { CalendarGround, PlainDate } from '../calendar/index.ts'
import type { PromiseKind, ServiceSnapshot } from './service-snapshot.ts'

/** Day and doer. */
export interface Dated {
  readonly on: PlainDate
  /** id of a person, or `system` */
  readonly by: string
}

/** A clock of the whole case, whose last day is counted with the calendar. */
export type CountedClock = 'one-time-notice' | 'committed' | 'statutory'

/** The last days of these clocks as they were counted on a day; a clock that is held or does not run is left out. */
export type ClockEnds = { readonly [Clock in CountedClock]?: PlainDate }

/** A last day that a corrected calendar has moved. */
export interface MovedEnd {
  readonly clock: CountedClock
  readonly before: PlainDate
  readonly now: PlainDate
}

/** How a case came in. */
export type Channel = 'online' | 'counter'

/** One thing that is missing or wrong, told to the applicant. */
export interface Gap {
  /** id of the requirement */
  readonly requirement: string
  /** what is missing, and how to mend it */
  readonly what: string
}

/** Why a case counts as accepted. */
export type AcceptanceGround = 'complete' | 'tolerance' | 'silence'

/** A paper that was accepted to follow, and until when. */
export interface FollowingPaper {
  readonly requirement: string
  readonly due: PlainDate
}

/** Why a case was not taken on: no permit is needed (code 4), or another authority has to decide (code 5). */
export type DeclineGround = 'not-needed' | 'no-jurisdiction'

/** Why a case ended without a decision: the applicant's wish, or a time that ran out. */
export type WithdrawalGround = 'applicant' | 'correction-not-answered' | 'paper-not-followed'

/** What a department says. */
export type Opinion = 'agree' | 'agree-with-conditions' | 'disagree'

/** Something that whoever is granted still has to do. */
export interface DutyDraft {
  readonly id: string
  readonly kind: PromiseKind | 'attached-condition'
  /** name of the promise, or the words of the condition */
  readonly what: string
  readonly due: PlainDate
}

/** Why a decision may be revoked. */
export type RevocationGround = 'duty-not-made-up' | 'unlawfully-granted' | 'deception'

/**
 * Why a case is suspended: it turns on a judgement or decision that others have not made yet, the applicant has asked for it
 * in writing, force majeure, or another ground that a law names.
 */
export type SuspensionGround = 'decision-awaited' | 'applicant-asked' | 'force-majeure' | 'named-by-law'

/** An event of a case. */
export type CaseEvent = Dated &
  (
    | {
        readonly type: 'opened'
        readonly applicant: string
        readonly service: ServiceSnapshot
        /** results that must be there before a grant: ids of kept requirements, or of services */
        readonly awaits: readonly string[]
      }
    | {
        readonly type: 'received'
        readonly channel: Channel
        readonly papers: readonly string[]
        /** requirements that the applicant promises in writing to bring later; absent in older events */
        readonly later?: readonly string[]
        /** as its paper prints them; absent in older events */
        readonly ends?: ClockEnds
      }
    | {
        readonly type: 'correction-requested'
        readonly correction: string
        readonly gaps: readonly Gap[]
        readonly due: PlainDate
      }
    | { readonly type: 'correction-taken-back'; readonly correction: string; readonly reason: string }
    | {
        readonly type: 'correction-answered'
        readonly correction: string
        readonly papers: readonly string[]
      }
    | {
        readonly type: 'accepted'
        readonly ground: AcceptanceGround
        /** first day of the clock's day zero; earlier than `on` only by silence */
        readonly from: PlainDate
        readonly follow: readonly FollowingPaper[]
        /** as its paper prints them; absent in older events */
        readonly ends?: ClockEnds
      }
    | {
        readonly type: 'declined'
        readonly ground: DeclineGround
        readonly reasons: string
        /** who has to be asked instead, where there is no jurisdiction */
        readonly properAuthority: string | null
      }
    | { readonly type: 'review-begun'; readonly authorities: readonly string[] }
    | {
        readonly type: 'opinion-given'
        readonly authority: string
        readonly opinion: Opinion
        readonly reasons: string
        readonly conditions: readonly string[]
      }
    | {
        readonly type: 'consultation-opened'
        readonly consultation: string
        readonly asked: string
        readonly question: string
        readonly due: PlainDate
      }
    | { readonly type: 'consultation-answered'; readonly consultation: string; readonly answer: string }
    | { readonly type: 'consultation-closed'; readonly consultation: string; readonly reason: string }
    | {
        readonly type: 'joint-review-held'
        readonly attended: readonly string[]
        readonly conclusion: string
      }
    | {
        readonly type: 'special-procedure-started'
        readonly procedure: string
        /** id of the kind in the snapshot */
        readonly kind: string
        readonly reason: string
        readonly expected: PlainDate
      }
    | { readonly type: 'special-procedure-ended'; readonly procedure: string; readonly outcome: string }
    | {
        readonly type: 'limit-extended'
        readonly workingDays: number
        readonly reason: string
        /** as its paper prints them; absent in older events */
        readonly ends?: ClockEnds
      }
    | {
        readonly type: 'suspended'
        readonly suspension: string
        readonly ground: SuspensionGround
        readonly reason: string
        readonly expected: PlainDate | null
      }
    | {
        readonly type: 'resumed'
        readonly suspension: string
        readonly reason: string
        /** papers that were accepted to follow, with the days they now have */
        readonly follow: readonly FollowingPaper[]
        /** as its paper prints them; absent in older events */
        readonly ends?: ClockEnds
      }
    | { readonly type: 'prerequisite-supplied'; readonly service: string; readonly proof: string }
    | { readonly type: 'paper-supplied'; readonly requirement: string }
    | { readonly type: 'promise-signed'; readonly promise: string }
    | {
        readonly type: 'promise-taken-back'
        readonly promise: string
        /** papers that it stood in for and that are to follow again, with their new days; absent in older events */
        readonly follow?: readonly FollowingPaper[]
      }
    | {
        readonly type: 'decision-issued'
        readonly decision: string
        readonly outcome: 'granted' | 'refused'
        readonly reasons: string
        readonly basis: string
        readonly remedies: string | null
        readonly lateBecause: string | null
        readonly duties: readonly DutyDraft[]
      }
    | { readonly type: 'delivered'; readonly how: 'electronic' | 'counter' | 'post' }
    | { readonly type: 'duty-made-up'; readonly duty: string }
    | {
        readonly type: 'duty-returned'
        readonly duty: string
        readonly reasons: string
        /** last day of the rectification where its own day has passed; null where that still runs */
        readonly rectifyBy: PlainDate | null
      }
    | {
        readonly type: 'duty-extended'
        readonly duty: string
        readonly due: PlainDate
        readonly reason: string
      }
    | { readonly type: 'duty-lapsed'; readonly duty: string; readonly rectifyBy: PlainDate }
    | { readonly type: 'rectification-failed'; readonly duty: string }
    | { readonly type: 'revocation-proposed'; readonly ground: RevocationGround; readonly reasons: string }
    | { readonly type: 'revocation-dropped'; readonly reason: string }
    | { readonly type: 'revoked'; readonly proposedBy: string; readonly ground: RevocationGround }
    | { readonly type: 'withdrawn'; readonly ground: WithdrawalGround }
    | { readonly type: 'discarded' }
    | {
        readonly type: 'calendar-revised'
        /** version of the calendar that holds from now on */
        readonly calendar: string
        /** the last day of the committed clock; null where it was open */
        readonly dueBefore: PlainDate | null
        readonly dueNow: PlainDate | null
        /** every last day that moved; absent in older events, which told of the calendar where none had */
        readonly moved?: readonly MovedEnd[]
        /** what the new days rest on; absent in older events */
        readonly grounds?: readonly CalendarGround[]
      }
  )

/** The name of an event. */
export type CaseEventType = CaseEvent['type']

/** The event of a name. */
export type EventOf<Type extends CaseEventType> = Extract<CaseEvent, { type: Type }>
