/**
 * The checks of the automatic decision as a zone writes them down: order, article, limits, conditions, and what follows
 * where one holds.
 */

/** What a check says. */
export type CheckOutcome = 'pass' | 'wait' | 'human' | 'reject'

/** S a source was found, G general knowledge, U to be confirmed. */
export type RuleMark = 'S' | 'G' | 'U'

/** The checks, in the order of the checklist. */
export const checkIds = [
  'Q1',
  'Q2',
  'Q3',
  'Q4',
  'Q5',
  'Q6',
  'Q7',
  'Q8',
  'Q9',
  'Q10',
  'Q11',
  'Q12',
  'Q13',
  'Q14',
  'Q15',
  'Q16',
] as const

/** The number of a check. */
export type CheckId = (typeof checkIds)[number]

/** A reason against: when it holds, and what follows. */
export interface ReasonRule {
  /** FEEL over the facts of the check and `limits`; not known is left to a person */
  readonly when: string
  /** list of the check whose members are asked one after the other; the whole matter where left out */
  readonly of?: string
  readonly outcome: Exclude<CheckOutcome, 'pass'>
  /** what happened, zh-CN; a fact in braces is filled in */
  readonly text: string
  /** how to mend it, zh-CN */
  readonly mend: string
  /** the article of this reason, where it is not that of the check */
  readonly article?: string
  /** how sure this reason is, where it is not as the check */
  readonly mark?: RuleMark
}

/** One check as content. */
export interface CheckRule {
  readonly id: CheckId
  /** what is looked at, zh-CN */
  readonly title: string
  readonly article: string
  readonly mark: RuleMark
  /** by code of the reason */
  readonly reasons: Readonly<Record<string, ReasonRule>>
}

/** A figure that conditions compare with, read as `limits.<name>`. */
export interface DecisionLimit {
  readonly value: number | readonly string[]
  readonly unit: string
  readonly source: string
  readonly mark: RuleMark
}

/** The checks of a zone at a time. */
export interface DecisionRules {
  /** name of the version, for people; decisions are pinned to the digest of the whole */
  readonly version: string
  /** YYYY-MM-DD */
  readonly from: string
  readonly checks: readonly CheckRule[]
  readonly limits: Readonly<Record<string, DecisionLimit>>
  /** what is said where a condition cannot be answered for want of a fact */
  readonly notKnown: { readonly text: string; readonly mend: string }
  /** division of a name's industry to the divisions of first entries that agree with it besides itself */
  readonly relatedDivisions: Readonly<Record<string, readonly string[]>>
}

/** A limit as a whole number; content without it is a broken promise. */
export function limitOf({ limits }: Pick<DecisionRules, 'limits'>, name: string): number {
  const value = limits[name]?.value
  if (typeof value !== 'number') throw new Error(`broken promise: the checks name the limit ${name}`)
  return value
}
