/**
 * A question as it can be put: its words complete, each answer with the facts that it gives.
 */

import type { Catalogue, ProjectAttribute, Wording } from '../../catalogue/index.ts'
import type { Facts, FactValue } from '../../rules/index.ts'
import type { NoneEntry, OptionEntry, QuestionEntry, QuestionnaireEntry } from './question-entry.ts'

/** One of the answers of a choice. */
export type QuestionOption = OptionEntry

/** A box to tick or to write a number into. */
export interface QuestionField {
  /** id of the attribute, or the value of the attribute that `picks` */
  readonly id: string
  readonly attribute: string
  readonly name: Wording
  readonly hint?: Wording | undefined
  /** of a number */
  readonly unit?: Wording | undefined
}

/** A question with everything that is said on its page. */
export interface Question {
  readonly id: string
  readonly name: Wording
  readonly question: Wording
  readonly hint?: Wording | undefined
  /** the first plan is drawn without it */
  readonly later: boolean
  readonly form: 'choice' | 'ticks' | 'numbers'
  /** of a choice */
  readonly options: readonly QuestionOption[]
  /** of ticks and numbers */
  readonly fields: readonly QuestionField[]
  /** the attribute that holds the list of what is ticked; absent where each tick is an attribute */
  readonly picks?: string | undefined
  readonly all?: Wording | undefined
  readonly none?: NoneEntry | undefined
  /** everything that it asks for */
  readonly attributes: readonly string[]
}

type YesNo = Pick<QuestionnaireEntry, 'yes' | 'no'>
type Attributes = ReadonlyMap<string, ProjectAttribute>

/** The questions that can be put with a catalogue; what asks for an attribute that it does not have is left out. */
export function questionsOf(
  { attributes }: Pick<Catalogue, 'attributes'>,
  questionnaire: QuestionnaireEntry,
): readonly Question[] {
  const known: Attributes = new Map(attributes.map((attribute) => [attribute.id, attribute]))
  return questionnaire.questions.flatMap((entry) => {
    const question = questionFrom(entry, known, questionnaire)
    return question === undefined || question.attributes.length === 0 ? [] : [question]
  })
}

/** The question an attribute asks by itself. */
export function questionOfAttribute(attribute: ProjectAttribute, words: YesNo): Question {
  const { id, name, question, hint, type } = attribute
  const worded = { id, name, question, hint, later: false, attributes: [id] }
  if (type === 'number') return { ...worded, form: 'numbers', options: [], fields: [numberField(attribute)] }
  if (type === 'choices')
    return { ...worded, form: 'ticks', options: [], fields: pickFields(attribute), picks: id }
  return { ...worded, form: 'choice', options: optionsOf(attribute, words), fields: [] }
}

function questionFrom(entry: QuestionEntry, known: Attributes, words: YesNo): Question | undefined {
  const { id, name, question, hint, later = false } = entry
  const form = formOf(entry, known, words)
  if (form === undefined) return undefined
  const said = { name: name ?? form.name, question: question ?? form.question, hint: hint ?? form.hint }
  return { ...form, id, later, ...said }
}

function formOf(entry: QuestionEntry, known: Attributes, words: YesNo): Question | undefined {
  if ('asks' in entry) return ofAttribute(known.get(entry.asks), words)
  if ('picks' in entry) {
    const picked = ofAttribute(known.get(entry.picks), words)
    const { none } = entry
    return picked && { ...picked, none, fields: picked.fields.filter(({ id }) => id !== none.value) }
  }
  const own = { id: entry.id, name: entry.name ?? {}, question: entry.question ?? {}, later: false }
  if ('options' in entry) {
    const named = (sets: Facts) => Object.keys(sets).every((attribute) => known.has(attribute))
    const options = entry.options.filter(({ sets }) => named(sets))
    const attributes = [...new Set(options.flatMap(({ sets }) => Object.keys(sets)))]
    return { ...own, form: 'choice', options, fields: [], attributes }
  }
  const fields = 'ticks' in entry ? tickFields(entry.ticks, known) : numberFields(entry.numbers, known)
  const attributes = fields.map(({ attribute }) => attribute)
  if (!('ticks' in entry)) return { ...own, form: 'numbers', options: [], fields, attributes }
  const { all, none } = entry
  return { ...own, form: 'ticks', options: [], fields, attributes, all, none }
}

function ofAttribute(attribute: ProjectAttribute | undefined, words: YesNo): Question | undefined {
  return attribute && questionOfAttribute(attribute, words)
}

function optionsOf({ id, type, choices }: ProjectAttribute, { yes, no }: YesNo): readonly QuestionOption[] {
  const option = (value: FactValue, name: Wording) => ({ id: String(value), name, sets: { [id]: value } })
  if (type === 'boolean') return [option(true, yes), option(false, no)]
  return choices.map(({ value, name }) => option(value, name))
}

function tickFields(
  ticks: Extract<QuestionEntry, { ticks: unknown }>['ticks'],
  known: Attributes,
): readonly QuestionField[] {
  return ticks.flatMap(({ attribute: id, name, hint }) => {
    const attribute = known.get(id)
    if (attribute === undefined) return []
    return [{ id, attribute: id, name: name ?? attribute.name, hint: hint ?? attribute.hint }]
  })
}

function numberFields(ids: readonly string[], known: Attributes): readonly QuestionField[] {
  return ids.flatMap((id) => {
    const attribute = known.get(id)
    return attribute === undefined ? [] : [numberField(attribute)]
  })
}

function numberField({ id, name, hint, unit }: ProjectAttribute): QuestionField {
  return { id, attribute: id, name, hint, unit }
}

function pickFields({ id, choices }: ProjectAttribute): readonly QuestionField[] {
  return choices.map(({ value, name }) => ({ id: value, attribute: id, name }))
}
