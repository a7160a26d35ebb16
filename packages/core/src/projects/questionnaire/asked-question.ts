/**
 * The questions that matter to a project as it is known, and how far each is.
 */

import type { Catalogue, Derivation } from '../../catalogue/index.ts'
import { evaluate, type Facts, type FactValue, isKnown } from '../../rules/index.ts'
import { type OpenAttributes, openAttributes } from './open-attributes.ts'
import { type Question, questionOfAttribute, questionsOf } from './question.ts'
import type { QuestionnaireEntry } from './question-entry.ts'

/**
 * `open`: not answered; `unsure`: answered with "not known", at least in part, so that the longer way is planned; `derived`:
 * follows from other answers and is only answered to overrule that.
 */
export type QuestionState = 'open' | 'answered' | 'unsure' | 'derived'

/** A question as it stands. */
export interface AskedQuestion {
  /** its boxes limited to those that matter */
  readonly question: Question
  readonly state: QuestionState
  /** id of the option that was chosen, or that follows */
  readonly chosen: string | null
  /** how the value follows, where it does and nobody overruled it */
  readonly derivation?: Derivation | undefined
}

/** Answers as they are kept: `null` = asked, and not known; absent = not asked. */
export type KeptAnswers = Readonly<Record<string, unknown>>

interface Situation extends OpenAttributes {
  readonly catalogue: Catalogue
  readonly kept: KeptAnswers
  /** attributes that some question of the questionnaire asks for */
  readonly asked: ReadonlySet<string>
}

/**
 * The questions of the questionnaire that matter, in its order, then those of attributes that it does not name: what
 * would decide about a service, and what is derived or overruled.
 */
export function askedQuestions(
  catalogue: Catalogue,
  questionnaire: QuestionnaireEntry,
  kept: KeptAnswers,
): readonly AskedQuestion[] {
  const questions = questionsOf(catalogue, questionnaire)
  const asked = new Set(questions.flatMap(({ attributes }) => attributes))
  const open = openAttributes(catalogue, kept as Facts)
  const situation: Situation = { ...open, catalogue, kept, asked }
  const derivable = new Set(catalogue.derivedFacts.map(({ gives }) => gives))
  const others = catalogue.attributes
    .filter(({ id }) => !asked.has(id) && (open.deciding.has(id) || id in kept || derivable.has(id)))
    .filter(({ id }) => derivable.has(id) || id in kept || !isInputOnly(id, situation))
    .map((attribute) => questionOfAttribute(attribute, questionnaire))
  return [...questions, ...others].flatMap((question) => askedQuestion(question, situation))
}

/** Whether an attribute is wanted only for the sake of one that may be asked for itself. */
function isInputOnly(id: string, { inputs, asked }: Situation): boolean {
  return [...inputs].some(([derived, waiting]) => asked.has(derived) && waiting.includes(id))
}

function askedQuestion(question: Question, situation: Situation): readonly AskedQuestion[] {
  const matters = (attribute: string) => isWorthAsking(attribute, situation)
  const derivation = situation.derivations.get(question.attributes[0] ?? '')
  if (question.attributes.length === 1 && derivation !== undefined && derivation.value !== null)
    return [{ question, state: 'derived', chosen: String(derivation.value), derivation }]
  if (question.form === 'choice')
    return question.attributes.some(matters) ? [choice(question, situation)] : []
  const fields = question.fields.filter(({ attribute }) => matters(attribute))
  if (fields.length === 0) return []
  const limited = { ...question, fields, attributes: [...new Set(fields.map(({ attribute }) => attribute))] }
  return [{ question: limited, state: stateOf(limited.attributes, situation), chosen: null }]
}

/** Kept answers are shown as long as they apply; others are asked where they decide and nothing earlier could. */
function isWorthAsking(attribute: string, situation: Situation): boolean {
  const { catalogue, facts, kept, deciding, derivations } = situation
  const when = catalogue.attributes.find(({ id }) => id === attribute)?.when
  if (when && evaluate(when, facts).value === false) return false
  const derived = derivations.get(attribute)
  if (derived !== undefined && derived.value !== null) return false
  if (attribute in kept) return true
  return deciding.has(attribute) && !isWaiting(attribute, situation)
}

/** Whether it may still follow from a question that was not put yet. */
function isWaiting(attribute: string, { inputs, asked, kept }: Situation): boolean {
  return (inputs.get(attribute) ?? []).some((input) => asked.has(input) && !(input in kept))
}

function choice(question: Question, situation: Situation): AskedQuestion {
  const { kept, deciding } = situation
  const agrees = ([attribute, value]: readonly [string, FactValue]) =>
    attribute in kept ? kept[attribute] === value : !deciding.has(attribute)
  const chosen = question.options.find(({ sets }) => Object.entries(sets).every(agrees))
  if (chosen !== undefined && question.attributes.some((attribute) => attribute in kept))
    return { question, state: 'answered', chosen: chosen.id }
  const given = question.attributes.filter((attribute) => attribute in kept)
  const isUnsure = given.length > 0 && given.every((attribute) => !isKnown(kept as Facts, attribute))
  return { question, state: isUnsure ? 'unsure' : 'open', chosen: null }
}

function stateOf(attributes: readonly string[], { kept }: Situation): QuestionState {
  if (attributes.some((attribute) => !(attribute in kept))) return 'open'
  return attributes.every((attribute) => isKnown(kept as Facts, attribute)) ? 'answered' : 'unsure'
}
