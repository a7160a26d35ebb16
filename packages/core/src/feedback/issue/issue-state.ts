/**
 * Where an issue stands: one situation from a closed list, and what later steps need to know of earlier ones.
 */

import type { PlainDate } from '../../calendar/index.ts'
import type { IssueRule } from '../clocks/issue-rule.ts'
import type { Answer, IssueEventOf, IssueKind, Satisfied } from './issue-event.ts'

/** Waiting for the dispatcher; with a department; waiting for a leader's signature; answered; or over, in three ways. */
export const issueSituations = [
  'filed',
  'returned',
  'in-hand',
  'awaiting-sign-off',
  'replied',
  'closed',
  'merged',
  'signposted',
] as const

/** The name of a situation. */
export type IssueSituation = (typeof issueSituations)[number]

/** A dispatch to a lead and those who assist. */
export interface Dispatch {
  readonly on: PlainDate
  readonly lead: string
  readonly assisting: readonly string[]
  readonly isDesignated: boolean
}

/** An answer that went out. */
export interface Reply extends Answer {
  readonly on: PlainDate
  readonly signedOffBy: string | null
}

/** An answer that waits for a leader. */
export interface Proposal extends Answer {
  readonly on: PlainDate
  readonly by: string
}

/** An issue as its events made it. */
export interface IssueState {
  readonly situation: IssueSituation
  readonly kind: IssueKind
  readonly source: string
  readonly topic: string
  readonly rule: IssueRule
  readonly isReachable: boolean
  readonly filedOn: PlainDate
  readonly lastOn: PlainDate
  /** the last dispatch; null before the first */
  readonly dispatch: Dispatch | null
  readonly returns: number
  readonly isComplex: boolean
  /** day zero of the clock of the reply; null before it runs */
  readonly countedFrom: PlainDate | null
  readonly contactedOn: PlainDate | null
  readonly contributions: readonly {
    readonly authority: string
    readonly words: string
    readonly on: PlainDate
  }[]
  readonly extension: { readonly workingDays: number; readonly reason: string } | null
  readonly urgings: readonly { readonly on: PlainDate; readonly reason: string }[]
  readonly proposal: Proposal | null
  readonly reply: Reply | null
  /** calls since the last reply */
  readonly callBacks: readonly { readonly on: PlainDate; readonly isReached: boolean }[]
  readonly satisfied: Satisfied | null
  readonly reopenings: number
  readonly ground: IssueEventOf<'closed'>['ground'] | null
  readonly into: string | null
  readonly joined: readonly string[]
  readonly isPublished: boolean
  /** ISO instants of the loop: noticed, found, responded, handled */
  readonly moments: {
    readonly noticed: string
    readonly found: string | null
    readonly responded: string | null
    readonly handled: string | null
  }
}

/** An issue that may not have been filed yet. */
export type MaybeIssue = IssueState | undefined

/** Whether nothing more is done about it. */
export function isOver({ situation }: Pick<IssueState, 'situation'>): boolean {
  return situation === 'closed' || situation === 'merged' || situation === 'signposted'
}

/** Whether a leader signs every reply of it: it came back more often than the rule bears. */
export function isEscalated({ reopenings, rule }: Pick<IssueState, 'reopenings' | 'rule'>): boolean {
  return reopenings > rule.escalateAfterReopenings
}

/** The departments that work on it, the lead first. */
export function authoritiesOfIssue({
  dispatch,
  situation,
}: Pick<IssueState, 'dispatch' | 'situation'>): readonly string[] {
  if (dispatch === null || situation === 'returned') return []
  return [dispatch.lead, ...dispatch.assisting]
}
