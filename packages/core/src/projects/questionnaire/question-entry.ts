/**
 * The questionnaire as content writes it: one page a question, in the order in which they are asked.
 */

import type { Wording } from '../../catalogue/index.ts'
import type { FactValue } from '../../rules/index.ts'

/** What all questions may have; what is not written is taken from the attribute. */
interface Worded {
  readonly id: string
  /** short, for the list of answers */
  readonly name?: Wording | undefined
  readonly question?: Wording | undefined
  readonly hint?: Wording | undefined
  /** the first plan is drawn without it */
  readonly later?: boolean | undefined
}

/** An answer that says several things at once. */
export interface OptionEntry {
  readonly id: string
  readonly name: Wording
  readonly hint?: Wording | undefined
  readonly sets: Readonly<Record<string, FactValue>>
}

/** Something that is or is not so. */
export interface TickEntry {
  /** id of a boolean attribute */
  readonly attribute: string
  readonly name?: Wording | undefined
  readonly hint?: Wording | undefined
}

/** The answer that ticks nothing. */
export interface NoneEntry {
  /** the value that says so, where one attribute holds what is ticked */
  readonly value?: string | undefined
  readonly name: Wording
}

/** A question: among options, of one attribute, several ticks, several values of one attribute, or numbers. */
export type QuestionEntry = Worded &
  (
    | { readonly options: readonly OptionEntry[] }
    | { readonly asks: string }
    | {
        readonly ticks: readonly TickEntry[]
        readonly all?: Wording | undefined
        readonly none: NoneEntry
      }
    | { readonly picks: string; readonly none: NoneEntry }
    | { readonly numbers: readonly string[] }
  )

/** The questionnaire of a zone. */
export interface QuestionnaireEntry {
  readonly yes: Wording
  readonly no: Wording
  readonly questions: readonly QuestionEntry[]
}
