/**
 * What the answers of a round come to: medians and shares by question. A figure of fewer than three answers would tell who
 * gave them, and is not shown.
 */

import { discloseBreakdown, smallestShownCount } from '../../kernel/index.ts'
import { median } from '../figures/loop-times.ts'
import { type CheckedAnswers, type Question, scaleMarks } from './questionnaire.ts'

/** How often something was answered; `count` is undefined where it is hidden. */
export interface AnswerCount {
  /** a mark as text, or the id of an option */
  readonly answer: string
  readonly count: number | undefined
}

/** What one question comes to. */
export interface QuestionResult {
  readonly question: string
  /** how many answered; with fewer than three of them, nothing else is shown */
  readonly answered: number
  /** of a scale, from 1 to 5; null for other kinds, and where it is hidden */
  readonly median: number | null
  /** every answer on offer, in the order of the question; empty where all of it is hidden */
  readonly counts: readonly AnswerCount[]
}

type Counted = CheckedAnswers['counted']

/** The results of a round, question by question; what is written in words is not counted. */
export function questionnaireResults(
  questions: readonly Question[],
  answers: readonly Counted[],
): readonly QuestionResult[] {
  return questions.flatMap((question) => (question.kind === 'text' ? [] : [resultOf(question, answers)]))
}

function resultOf(
  question: Exclude<Question, { readonly kind: 'text' }>,
  answers: readonly Counted[],
): QuestionResult {
  const given = answers.flatMap((counted) => counted[question.id] ?? [])
  const answered = answers.filter((counted) => counted[question.id] !== undefined).length
  const about = { question: question.id, answered }
  if (answered < smallestShownCount) return { ...about, median: null, counts: [] }
  if (question.kind === 'scale') {
    const marks = given.filter((each) => typeof each === 'number')
    return { ...about, median: median(marks), counts: shown(scaleMarks.map(String), given) }
  }
  const ids = question.options.map(({ id }) => id)
  return {
    ...about,
    median: null,
    counts: question.kind === 'choice' ? shown(ids, given) : ticks(ids, given, answered),
  }
}

function countOf(answer: string, given: readonly (string | number)[]): number {
  return given.filter((each) => String(each) === answer).length
}

/** One answer each: the counts add up, so that what is hidden must not follow from the rest. */
function shown(among: readonly string[], given: readonly (string | number)[]): readonly AnswerCount[] {
  const rows = among.map((label) => ({ label, count: countOf(label, given) }))
  return discloseBreakdown(rows).map(({ label, count }) => ({ answer: label, count }))
}

/** Several answers each: who did not tick an option is a cell too. */
function ticks(
  among: readonly string[],
  given: readonly (string | number)[],
  answered: number,
): readonly AnswerCount[] {
  const isSmall = (count: number) => count > 0 && count < smallestShownCount
  return among.map((answer) => {
    const count = countOf(answer, given)
    return { answer, count: isSmall(count) || isSmall(answered - count) ? undefined : count }
  })
}
