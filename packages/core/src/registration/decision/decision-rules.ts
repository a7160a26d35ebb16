/**
 * The checks of the automatic decision as a zone writes them down: order, article, limits, and what follows from a failure.
 */

/** What a check says. */
export type CheckOutcome = 'pass' | 'wait' | 'human' | 'reject'

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

/** What follows from one reason of a check. */
export interface ReasonRule {
  readonly outcome: Exclude<CheckOutcome, 'pass'>
  /** what happened, zh-CN */
  readonly text: string
  /** how to mend it, zh-CN */
  readonly mend: string
}

/** One check as content. */
export interface CheckRule {
  readonly id: CheckId
  /** what is looked at, zh-CN */
  readonly title: string
  readonly article: string
  readonly mark: 'S' | 'G' | 'U'
  /** by code of the reason; a code without a row goes to a person */
  readonly reasons: Readonly<Record<string, ReasonRule>>
}

/** Figures the checks compare with. */
export interface DecisionLimits {
  /** years */
  readonly fullAge: number
  readonly shareholdersAtMost: number
  readonly capitalPaidInWithinYears: number
  /** provinces whose companies may be shareholders without a person looking, two digits */
  readonly provinces: readonly string[]
  /** set-ups within the window, each at most */
  readonly setUpsOfOnePerson: number
  readonly setUpsOfOneApplicant: number
  readonly setUpsInOneRoom: number
  /** days */
  readonly riskWindowDays: number
}

/** The checks of a zone at a time. */
export interface DecisionRules {
  /** name of the version, pinned to each decision */
  readonly version: string
  /** YYYY-MM-DD */
  readonly from: string
  readonly checks: readonly CheckRule[]
  readonly limits: DecisionLimits
  /** division of a name's industry to the divisions of first entries that agree with it besides itself */
  readonly relatedDivisions: Readonly<Record<string, readonly string[]>>
}
