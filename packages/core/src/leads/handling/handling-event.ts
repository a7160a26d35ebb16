/**
 * What may happen to a lead after it was received, as the desk records it: codes and days, never its words.
 */

import type { PlainDate } from '../../calendar/index.ts'

/** Ways to dispose of a lead (线索处置方式); a closed list, named by the content. */
export const dispositions = ['talk', 'verification', 'parked', 'concluded', 'transferred'] as const

/** A way to dispose of a lead. */
export type Disposition = (typeof dispositions)[number]

/**
 * What was found where a lead is concluded. A mistaken report is no false accusation: that one was invented in order to have
 * somebody prosecuted (监察法 73), and is dealt with elsewhere.
 */
export const findings = ['substantiated', 'not-substantiated', 'mistaken', 'false-accusation'] as const

/** What was found. */
export type Finding = (typeof findings)[number]

/** What somebody who gave their name is owed to be told. */
export const toldThings = ['acceptance', 'result'] as const

/** Something that is told. */
export type Told = (typeof toldThings)[number]

/** How a lead is coded after it was read, for the pattern report. */
export interface Coding {
  /** marks of the content's list of six; may be none */
  readonly types: readonly string[]
  readonly field: string
  readonly department: string
}

/** Where a lead came from: filed by somebody, taken over from a light, or opened because somebody was retaliated against. */
export type LeadOrigin = 'filed' | 'light' | 'retaliation'

interface Happening {
  readonly on: PlainDate
  /** internal id of the handler */
  readonly by: string
}

/** One thing that happened. */
export type HandlingEvent =
  | (Happening & { readonly type: 'coded'; readonly coding: Coding })
  | (Happening & {
      readonly type: 'proposed'
      readonly disposition: Disposition
      readonly finding: Finding | null
    })
  | (Happening & { readonly type: 'confirmed' })
  | (Happening & { readonly type: 'sent-back' })
  | (Happening & { readonly type: 'told'; readonly what: Told })
  | (Happening & { readonly type: 'sent-on' })
