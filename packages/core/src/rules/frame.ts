/**
 * One evaluation under way, and the reasons it leaves behind.
 */

import type { FactValue, Value } from './values/fact.ts'

/** A fact as it was when it was read; `null` = not known. */
export interface FactRead {
  readonly name: string
  readonly value: FactValue
}

/** One part of a condition, the facts it read, and what it came to. */
export interface Reason {
  /** the part as its author wrote it */
  readonly text: string
  /** UTF-16 offset of the part in the condition */
  readonly position: number
  /** `null` = not known */
  readonly value: FactValue
  readonly facts: readonly FactRead[]
  /**
   * why the part is not known although its facts are: a member of a list lacks something, values are of kinds that cannot
   * be compared, or the work was too much
   */
  readonly note?: 'member-not-known' | 'kinds-differ' | 'too-much-work'
}

/** What compiled steps read and write. */
export interface Frame {
  readonly facts: readonly Value[]
  /** bound names, by their level */
  readonly locals: Value[]
  readonly reasons: Reason[]
  /** members of lists that may still be visited */
  fuel: number
  /** whether a member of a list lacked what was asked of it */
  memberMissing: boolean
}

/** A compiled expression. */
export type Step = (frame: Frame) => Value

/** The members of lists one evaluation may visit. */
export const mostVisits = 100_000
