/**
 * What somebody wants of an issue, and every reason why it may be refused.
 */

import type { IssueRule } from '../clocks/issue-rule.ts'
import type { Answer, Dated, IssueKind, Satisfied } from './issue-event.ts'

/** A command on an issue. */
export type IssueCommand = Dated &
  (
    | {
        readonly type: 'file'
        /** a report of misconduct is no issue: it is refused here and belongs to the confidential domain */
        readonly kind: IssueKind | 'misconduct'
        readonly source: string
        readonly topic: string
        readonly noticedAt: string
        readonly isReachable: boolean
        readonly rule: IssueRule
      }
    | {
        readonly type: 'dispatch'
        readonly lead: string
        readonly assisting: readonly string[]
        readonly isComplex: boolean
      }
    | { readonly type: 'return'; readonly reason: string }
    | { readonly type: 'contact'; readonly note: string }
    | { readonly type: 'contribute'; readonly authority: string; readonly words: string }
    | { readonly type: 'extend'; readonly workingDays: number; readonly reason: string }
    | { readonly type: 'urge'; readonly reason: string }
    | ({ readonly type: 'reply' } & Answer)
    | { readonly type: 'sign-off' }
    | { readonly type: 'send-back'; readonly reason: string }
    | { readonly type: 'call-back'; readonly isReached: boolean; readonly note: string }
    | { readonly type: 'confirm'; readonly satisfied: Satisfied }
    | { readonly type: 'reopen'; readonly satisfied: Satisfied; readonly reason: string }
    | { readonly type: 'close-by-silence' }
    | { readonly type: 'merge'; readonly into: string }
    | { readonly type: 'join'; readonly issue: string }
    | { readonly type: 'signpost'; readonly ground: string; readonly reason: string }
    | { readonly type: 'supplement' }
    | { readonly type: 'publish' }
  )

/** The name of a command. */
export type IssueCommandType = IssueCommand['type']

/** The command of a name. */
export type IssueCommandOf<Type extends IssueCommandType> = Extract<IssueCommand, { type: Type }>

/** Every reason for a refusal, by the situation in which the command was given. */
export const issueRefusals = [
  'calendar-not-published',
  'issue-dated-before-last-event',
  'issue-filed-already',
  'issue-not-filed',
  'misconduct-belongs-elsewhere',
  'issue-over',
  'issue-not-waiting',
  'issue-not-in-hand',
  'issue-not-replied',
  'assisting-names-lead',
  'returned-already',
  'return-period-over',
  'words-missing',
  'authority-not-involved',
  'extended-already',
  'extension-period-over',
  'extension-too-long-for-source',
  'evidence-missing',
  'nothing-to-sign-off',
  'second-officer-needed',
  'not-confirmable-with-bad-mark',
  'mark-too-good-to-reopen',
  'silence-not-over',
  'merge-into-itself',
  'asker-answered-already',
  'published-already',
] as const

/** Why a command was refused. */
export type IssueRefusal = (typeof issueRefusals)[number]
