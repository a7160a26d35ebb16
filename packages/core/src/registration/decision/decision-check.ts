/**
 * What a check is: the part of the facts it looks at, and its judgement on them.
 */

import type { DecisionFacts } from './decision-facts.ts'
import type { DecisionRules } from './decision-rules.ts'

/** Why a check did not pass; the content says what follows and how to mend it. */
export interface Reason {
  readonly code: string
  /** key of the party it is about */
  readonly partyId?: string
  /** the article of this reason, where it is not that of the check */
  readonly article?: string
  /** what the sentence for people needs; never personal data */
  readonly values?: Readonly<Record<string, string>>
}

/** A check: pure, no look beyond the facts. */
export interface Check {
  /** the facts it looks at, as plain JSON: their digest is part of the trace */
  readonly looksAt: (facts: DecisionFacts) => object
  /** every reason against; none means it passes */
  readonly judge: (facts: DecisionFacts, rules: DecisionRules) => readonly Reason[]
}

/** A reason about the matter. */
export function reason(code: string): Reason {
  return { code }
}

/** A reason about one party. */
export function reasonFor(code: string, partyId: string): Reason {
  return { code, partyId }
}
