/**
 * What a check is: the facts it draws from everything gathered. What follows from them stands in the zone's content, as
 * conditions over these facts by their names.
 */

import type { Canonical } from '../../ledger/index.ts'
import type { DecisionFacts } from './decision-facts.ts'
import type { DecisionRules } from './decision-rules.ts'

/** A fact as a condition reads it; `null` where a register does not know. Never a name or number of a person. */
export type MeasuredFact = Canonical

/** One of several things a condition is asked of, one after the other. */
export type MeasuredItem = Readonly<Record<string, MeasuredFact>>

/** What a check drew from the facts of a case. */
export interface Measured {
  /** facts about the matter as a whole */
  readonly whole: MeasuredItem
  /** facts about each party, entry or situation; `party` in one of them is the key of the party it is about */
  readonly each: Readonly<Record<string, readonly MeasuredItem[]>>
}

/** A check: pure, no look beyond the facts. */
export interface Check {
  /** names of the facts about the whole, and of those in each list: a condition may read no other */
  readonly names: {
    readonly whole: readonly string[]
    readonly each: Readonly<Record<string, readonly string[]>>
  }
  /** the facts it looks at; their digest is part of the trace */
  readonly measure: (facts: DecisionFacts, rules: DecisionRules) => Measured
}
