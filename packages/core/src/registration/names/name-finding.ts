/**
 * What the rules found about a name: which rule, which article, what follows, and the name in the way.
 */

import type { ComparisonRule, LegalityRule, Mark } from './name-content.ts'

/**
 * What follows from a finding: the name is refused; it is refused unless a registrar sees the proof that the law asks for,
 * such as an approval of the State Council; it is the same as or similar to another one; or a person has to look.
 */
export type NameEffect = 'refuses' | 'proof' | 'same' | 'similar' | 'human'

/** One finding of one rule. */
export interface NameFinding {
  readonly rule: LegalityRule | ComparisonRule
  readonly article: string
  readonly mark: Mark
  readonly effect: NameEffect
  /** key of the sentence for people, in the content */
  readonly code: string
  /** what the sentence needs; never personal data */
  readonly values: Readonly<Record<string, string>>
  /** the name in conflict; null where the name itself is at fault */
  readonly existing: string | null
}
