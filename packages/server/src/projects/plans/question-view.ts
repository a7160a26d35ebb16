/**
 * The questions that matter to a project, in the reader's language.
 */

import type { readQuestions } from '@guanjia/contract/projects'
import type { RouteOutput } from '@guanjia/contract/route'
import type { Wording } from '@guanjia/core/catalogue'
import type {
  AskedQuestion,
  AwaitingAnswers,
  KeptAnswers,
  Question,
  QuestionField,
} from '@guanjia/core/projects'

type QuestionView = RouteOutput<typeof readQuestions>['questions'][number]
type FieldView = QuestionView['fields'][number]
type Answer = QuestionView['options'][number]['sets'][string]
type Language = 'zh-CN' | 'en'

/** The answers of a project, and who filled in those that wait for its word. */
interface AnswersShown {
  readonly kept: KeptAnswers
  readonly awaiting: AwaitingAnswers
  /** names of people, by id */
  readonly namedBy: ReadonlyMap<string, string>
}

/** A question as the wire has it. */
export function questionView(
  asked: AskedQuestion,
  { kept, awaiting, namedBy }: AnswersShown,
  language: Language,
): QuestionView {
  const { question, state, chosen, derivation } = asked
  const { id, form, later, picks = null, attributes } = question
  const word = wordIn(language)
  const fields = question.fields.map((field) => fieldView(field, question, kept, word))
  const options = question.options.map((option) => ({
    id: option.id,
    name: word(option.name),
    hint: hintOf(option.hint, word),
    chosen: option.id === chosen,
    sets: { ...option.sets } as Record<string, Answer>,
  }))
  const none = question.none && { value: question.none.value ?? null, name: word(question.none.name) }
  const shown = { options, fields, none: none ?? null }
  return {
    id,
    name: word(question.name),
    question: word(question.question),
    hint: hintOf(question.hint, word),
    form,
    later,
    state,
    ...shown,
    picks,
    all: hintOf(question.all, word),
    attributes: [...attributes],
    answer: answerText(form, shown, language),
    filledBy: attributes.flatMap((one) => namedBy.get(awaiting[one] ?? '') ?? []).at(0) ?? null,
    because: derivation ? { basis: derivation.basis, mark: derivation.mark } : null,
  }
}

/** The words of a wording in a language, in Chinese where it has none. */
export function wordIn(language: Language): (wording: Wording) => string {
  return (wording) => wording[language] ?? wording['zh-CN'] ?? ''
}

type Word = ReturnType<typeof wordIn>

function hintOf(wording: Wording | undefined, word: Word): string | null {
  return wording === undefined ? null : word(wording)
}

function fieldView(field: QuestionField, { picks }: Question, kept: KeptAnswers, word: Word): FieldView {
  const { id, attribute, name, hint, unit } = field
  return {
    id,
    attribute,
    name: word(name),
    hint: hintOf(hint, word),
    unit: hintOf(unit, word),
    value: valueOf(kept[attribute], picks === undefined ? undefined : id),
  }
}

function valueOf(value: unknown, picked: string | undefined): FieldView['value'] {
  if (picked !== undefined) return Array.isArray(value) ? value.includes(picked) : null
  return typeof value === 'boolean' || typeof value === 'number' ? value : null
}

type Shown = Pick<QuestionView, 'options' | 'fields' | 'none'>

/** The answer as it stands in the list of answers; what is not known is left out of it. */
function answerText(
  form: QuestionView['form'],
  { options, fields, none }: Shown,
  language: Language,
): string | null {
  if (form === 'choice') return options.find(({ chosen }) => chosen)?.name ?? null
  const known = fields.filter(({ value }) => value !== null)
  if (known.length === 0) return null
  if (form === 'numbers')
    return joined(
      known.map(({ name, value, unit }) => `${name} ${numberText(Number(value), unit ?? '')}`),
      language,
    )
  const ticked = known.filter(({ value }) => value === true).map(({ name }) => name)
  if (ticked.length > 0) return joined(ticked, language)
  return known.length === fields.length ? (none?.name ?? null) : null
}

function joined(parts: readonly string[], language: Language): string {
  return parts.join(language === 'en' ? ', ' : '、')
}

/** A number with its unit; one counted in ten thousands says so where its unit is a number too. */
function numberText(value: number, unit: string): string {
  return `${value.toLocaleString('en-US')} ${/^\d/.test(unit) ? '× ' : ''}${unit}`.trim()
}
