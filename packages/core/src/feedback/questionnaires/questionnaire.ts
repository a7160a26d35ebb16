/**
 * A questionnaire and what somebody answers to it.
 *
 * Terms: what is *marked* or *chosen* can be counted; what is *written* is words, kept apart from everything else that the
 * same hand answered, so that nobody is known by putting the two together.
 */

import { accept, type Result, refuse } from '../../kernel/index.ts'

/** One question; `options` stand in the order in which they are offered. */
export type Question =
  | { readonly id: string; readonly kind: 'scale' }
  | {
      readonly id: string
      readonly kind: 'choice' | 'several'
      readonly options: readonly { readonly id: string }[]
    }
  | { readonly id: string; readonly kind: 'text' }

/** The marks of a scale: 1 is the worst, 5 the best. */
export const scaleMarks = [1, 2, 3, 4, 5] as const

/** The most characters that are taken of one text. */
export const mostCharacters = 1000

/** Answers as they came in, by question: what is ticked is a list, everything else a text. */
export type GivenAnswers = Readonly<Record<string, string | readonly string[]>>

/** Answers that fit their questions. */
export interface CheckedAnswers {
  /** by question: a mark from 1 to 5, the option chosen, the options ticked */
  readonly counted: Readonly<Record<string, number | string | readonly string[]>>
  /** what was written, by question; nothing where nothing was */
  readonly written: Readonly<Record<string, string>>
}

/** Why answers are not taken; `because.question` names the first question they do not fit. */
export type AnswerRefusal = 'answer-missing' | 'answer-not-offered' | 'answer-too-long'

/**
 * Fits answers to their questions. Scales and choices are answered; who ticks nothing and writes nothing has answered too.
 * What no question asks for is left out.
 */
export function checkAnswers(
  questions: readonly Question[],
  given: GivenAnswers,
): Result<CheckedAnswers, AnswerRefusal> {
  const counted = new Map<string, number | string | readonly string[]>()
  const written = new Map<string, string>()
  for (const question of questions) {
    const { id } = question
    const answer = checkAnswer(question, given[id] ?? '')
    if (!answer.ok) return refuse(answer.code, { question: id })
    if (question.kind !== 'text') counted.set(id, answer.value)
    else if (typeof answer.value === 'string' && answer.value !== '') written.set(id, answer.value)
  }
  return accept({ counted: Object.fromEntries(counted), written: Object.fromEntries(written) })
}

function checkAnswer(
  question: Question,
  given: string | readonly string[],
): Result<number | string | readonly string[], AnswerRefusal> {
  if (question.kind === 'several') return ticked(question.options, [given].flat())
  const text = typeof given === 'string' ? given.trim() : ''
  if (question.kind === 'text')
    return [...text].length > mostCharacters ? refuse('answer-too-long') : accept(text)
  if (text === '') return refuse('answer-missing')
  if (question.kind === 'choice')
    return isOffered(question.options, text) ? accept(text) : refuse('answer-not-offered')
  const mark = scaleMarks.find((each) => String(each) === text)
  return mark === undefined ? refuse('answer-not-offered') : accept(mark)
}

function ticked(
  options: readonly { readonly id: string }[],
  given: readonly string[],
): Result<readonly string[], AnswerRefusal> {
  const wanted = new Set(given.filter((each) => each !== ''))
  return [...wanted].every((each) => isOffered(options, each))
    ? accept([...wanted])
    : refuse('answer-not-offered')
}

function isOffered(options: readonly { readonly id: string }[], id: string): boolean {
  return options.some((option) => option.id === id)
}
