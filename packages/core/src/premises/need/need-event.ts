/**
 * What happens to a need for space. Events hold ids, days and marks; words of the firm stand nowhere in them.
 */

import type { PlainDate } from '../../calendar/index.ts'
import type { NeedRule } from './need-rule.ts'

/**
 * How a need came up: the firm says it, somebody who visits the firm says it for them, or it was heard as an issue and is
 * passed on from the register.
 */
export const needChannels = ['firm', 'visit', 'issue'] as const

/** A way of `needChannels`. */
export type NeedChannel = (typeof needChannels)[number]

/** Day, moment and doer: a person's id, `firm` or `system`. */
export interface NeedDated {
  readonly on: PlainDate
  /** ISO instant */
  readonly at: string
  readonly by: string
}

/** What happens, without when and by whom. */
export type NeedHappening =
  | {
      readonly type: 'filed'
      readonly channel: NeedChannel
      readonly rule: NeedRule
      /** when the issue came in from which the need is passed on */
      readonly heard?: { readonly on: PlainDate; readonly at: string }
    }
  | { readonly type: 'transferred'; readonly department: string }
  | { readonly type: 'received' }
  | { readonly type: 'proposed'; readonly rooms: readonly string[] }
  | { readonly type: 'viewing-arranged'; readonly room: string; readonly viewAt: string }
  | { readonly type: 'viewed'; readonly viewing: number; readonly suits: boolean; readonly note: string }
  | { readonly type: 'leased'; readonly room: string; readonly areaSquareDecimetres: number }
  | { readonly type: 'rated'; readonly mark: NeedMark }
  | { readonly type: 'urged'; readonly reason: string }
  | { readonly type: 'not-found'; readonly reason: string }

/** 5 very satisfied to 1 very dissatisfied. */
export type NeedMark = 1 | 2 | 3 | 4 | 5

/** An event. */
export type NeedEvent = NeedDated & NeedHappening
