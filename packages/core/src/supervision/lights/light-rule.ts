/**
 * The rule of the lights: dated, sourced, content. Zones and cities differ in what they count, so a node may have any of
 * the criteria, and the severest answer counts.
 */

import type { PlainDate } from '../../calendar/index.ts'

/** A length of time; months are whole calendar months. */
export interface Span {
  readonly value: number
  readonly unit: 'working-days' | 'natural-days' | 'months'
}

/** Where a criterion begins to hold. */
export type Threshold<Unit extends string> = { readonly unit: Unit } & (
  | { readonly atLeast: number }
  | { readonly moreThan: number }
)

/** How progress is compared with the plan: in points of a hundred, or in hundredths of what was planned. */
export type ProgressUnit = 'points' | 'percent-of-plan'

/** What is looked at in one node; what is left out is not looked at. */
export interface LightCriteria {
  /** amber before the planned day */
  readonly nearDue?: {
    readonly within: Span
    /** only while the node before this one is not done */
    readonly whilePredecessorOpen?: boolean
  }
  /** amber from the first late day up to this lateness, red beyond */
  readonly overdue?: { readonly amberUpTo: Span }
  /** ends of months, the planned one among them, that the node has let pass */
  readonly missedMonths?: { readonly amber: Threshold<'months'>; readonly red: Threshold<'months'> }
  /** how far progress lies behind what was planned for the day */
  readonly behind?: { readonly amber: Threshold<ProgressUnit>; readonly red: Threshold<ProgressUnit> }
  /** so many ends of months in amber, one after another, and amber still: red */
  readonly amberMonths?: number
}

/** A rule as one publication put it. */
export interface LightRule {
  readonly id: string
  /** the first day on which it holds */
  readonly from: PlainDate
  /** by node; `otherwise` for the rest */
  readonly nodes: Readonly<Record<string, LightCriteria>>
  readonly otherwise: LightCriteria
}

/** Whether a number reaches a threshold. */
export function reaches(value: number, threshold: Threshold<string>): boolean {
  return 'atLeast' in threshold ? value >= threshold.atLeast : value > threshold.moreThan
}

/** The version of a rule that holds on a day; undefined before the first. */
export function ruleOn(versions: readonly LightRule[], on: PlainDate): LightRule | undefined {
  return versions.filter(({ from }) => from <= on).toSorted((a, b) => (a.from < b.from ? 1 : -1))[0]
}
