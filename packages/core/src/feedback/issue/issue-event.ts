/**
 * What can happen to an issue. Words and people of the asker stand in the register, not here: an event that is kept for
 * ever names ids and days, and what the office itself said.
 */

import type { PlainDate } from '../../calendar/index.ts'
import type { IssueRule } from '../clocks/issue-rule.ts'

/** When, and by whom. */
export interface Dated {
  /** the zone's day */
  readonly on: PlainDate
  /** ISO instant of the same moment */
  readonly at: string
  /** id of a person, `asker` without a session, or `system` */
  readonly by: string
}

/** What somebody brings: something they need (诉求), something to do better (建议), something done badly (投诉). */
export type IssueKind = 'appeal' | 'suggestion' | 'complaint'

/** What the office answers: it is done (办成), it is cleared up in words (解释), it cannot be done (办不成). */
export type Outcome = 'done' | 'explained' | 'cannot-be-done'

/** 5 very satisfied, 4 satisfied, 3 fairly, 2 dissatisfied, 1 very dissatisfied. */
export type Satisfied = 1 | 2 | 3 | 4 | 5

/** An answer in words, with what proves it. */
export interface Answer {
  readonly outcome: Outcome
  readonly words: string
  /** names of kept files */
  readonly evidence: readonly string[]
}

/** What happened. */
export type IssueEvent = Dated &
  (
    | {
        readonly type: 'filed'
        readonly kind: IssueKind
        /** exactly one source, an id of the content */
        readonly source: string
        readonly topic: string
        /** ISO instant at which somebody ran into it: before the filing where it was noted on the way */
        readonly noticedAt: string
        /** whether there is a way to reach the asker */
        readonly isReachable: boolean
        readonly rule: IssueRule
      }
    | {
        readonly type: 'dispatched'
        readonly lead: string
        readonly assisting: readonly string[]
        readonly isComplex: boolean
        /** after a return the dispatcher decides, and the lead may not return it again */
        readonly isDesignated: boolean
      }
    | { readonly type: 'returned'; readonly reason: string }
    | { readonly type: 'contacted'; readonly note: string }
    | { readonly type: 'contributed'; readonly authority: string; readonly words: string }
    | { readonly type: 'extended'; readonly workingDays: number; readonly reason: string }
    | { readonly type: 'urged'; readonly reason: string }
    | ({ readonly type: 'reply-proposed' } & Answer)
    | { readonly type: 'reply-sent-back'; readonly reason: string }
    | ({ readonly type: 'replied'; readonly signedOffBy: string | null } & Answer)
    | { readonly type: 'called-back'; readonly isReached: boolean; readonly note: string }
    | { readonly type: 'confirmed'; readonly satisfied: Satisfied }
    | { readonly type: 'reopened'; readonly satisfied: Satisfied; readonly reason: string }
    | { readonly type: 'closed'; readonly ground: 'confirmed' | 'silence' }
    | { readonly type: 'merged'; readonly into: string }
    | { readonly type: 'joined'; readonly issue: string }
    | { readonly type: 'signposted'; readonly ground: string; readonly reason: string }
    /** the asker has added something; their words stand in the register */
    | { readonly type: 'supplemented' }
    | { readonly type: 'published' }
  )

/** The name of an event. */
export type IssueEventType = IssueEvent['type']

/** The event of a name. */
export type IssueEventOf<Type extends IssueEventType> = Extract<IssueEvent, { type: Type }>
