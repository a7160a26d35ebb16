/**
 * What a case keeps of its service: times, evidence, authorities and promises as they stood when it was opened. An edited
 * catalogue changes no running case.
 */

import type { Mark, Wording } from '../catalogue/index.ts'

/** What a limit of a case is counted in; the last of natural days, when it is not worked, moves to the next that is. */
export type LimitUnit = 'working-days' | 'natural-days'

/** A time with its unit and where it is written; U is shown as to be confirmed. */
export interface CaseLimit {
  /** whole days, 0 or more; 0 ends with the day it starts on */
  readonly value: number
  readonly unit: LimitUnit
  readonly source: string
  readonly mark: Mark
}

/** The two clocks that a special procedure may hold; the whole-process clock is never held. */
export type HeldClock = 'committed' | 'statutory'

/** A step outside the office whose time does not count, such as an expert review (Administrative Licensing Law art. 45). */
export interface SpecialProcedureKind {
  readonly id: string
  readonly name: Wording
  /** how long it is expected to take; told to the applicant when it starts */
  readonly limit: CaseLimit
  /** a publicity period, for one, holds the committed clock alone */
  readonly holds: readonly HeldClock[]
}

/** One piece of evidence the service asks for; what the house keeps is awaited from it, not from the applicant. */
export interface CaseRequirement {
  /** id of the evidence type */
  readonly id: string
  readonly name: Wording
  /** who brings it: a shared register, the house's own files, or the applicant */
  readonly source: 'register' | 'kept' | 'applicant'
  /** whether it may follow after acceptance (容缺) */
  readonly mayFollow: boolean
}

/** A paper that comes late (容缺) or a condition that is promised (告知承诺); the law keeps the two apart. */
export type PromiseKind = 'paper-late' | 'condition-promised'

/** A promise the service accepts in place of a requirement until after the decision. */
export interface PromiseOffer {
  /** id of the commitment in the catalogue */
  readonly id: string
  readonly name: Wording
  readonly kind: PromiseKind
  /** ids of the requirements it stands in for */
  readonly replaces: readonly string[]
  /** until it must be made up; null where a milestone of the works ends it, and the decision names the day */
  readonly makeUp: (CaseLimit & { readonly from: 'signing' | 'decision' }) | null
  /** from the lapse until rectification must have succeeded */
  readonly rectification: CaseLimit
}

/** A service as a case sees it. */
export interface ServiceSnapshot {
  readonly id: string
  readonly name: Wording
  /** version of the catalogue it was taken from */
  readonly catalogueVersion: string
  /** ids; the first leads */
  readonly authorities: readonly [string, ...string[]]
  /** within which all gaps are told at once, or the case counts as accepted */
  readonly oneTimeNotice: CaseLimit
  readonly committed: CaseLimit
  readonly statutory: CaseLimit
  /** most working days the head of the authority may add, once; 0 = never */
  readonly extensionAtMost: number
  /** from the decision until it is delivered */
  readonly delivery: CaseLimit
  /** from a notice of gaps until the applicant must have answered */
  readonly correction: CaseLimit
  readonly requirements: readonly CaseRequirement[]
  readonly specialProcedures: readonly SpecialProcedureKind[]
  readonly promises: readonly PromiseOffer[]
  /** whether the authorities have to sit together before the decision */
  readonly jointReview: boolean
}
