/**
 * What is asked of an applicant on the screen instead of a paper: questions that every case is asked, and questions whose
 * answers are a paper, such as the particulars of a project.
 */

import type { Mark, Wording } from '../../catalogue/index.ts'

/** What a question is answered with: a line, several lines, a number of 0 or more, or one of its choices. */
export type QuestionKind = 'line' | 'lines' | 'number' | 'choice'

/** One question. */
export interface FormQuestion {
  readonly id: string
  readonly label: Wording
  readonly hint: Wording | null
  readonly kind: QuestionKind
  readonly unit: Wording | null
  readonly choices: readonly { readonly value: string; readonly name: Wording }[]
  readonly optional: boolean
  /** asked only where another question has this answer; null = always */
  readonly onlyIf: { readonly question: string; readonly is: string } | null
  /** what an answer has to look like, and what is said where it does not */
  readonly form: { readonly pattern: string; readonly fault: Wording } | null
  readonly source: string
  readonly mark: Mark
}

/** A paper that is answered on the screen. */
export interface AnsweredPaper {
  /** id of the evidence type; null for what every case is asked */
  readonly evidence: string | null
  readonly questions: readonly FormQuestion[]
}

/** Answers by the id of their question. */
export type FormAnswers = Readonly<Record<string, string | number | boolean>>

/** The prefix under which an applicant says that a paper will follow: `later.construction-contract`. */
const laterPrefix = 'later.'

/** Why an answer does not do. */
export type AnswerFault = 'missing' | 'form' | 'not-a-number' | 'not-a-choice'

/** Whether a question is asked, given what was answered. */
export function isAsked({ onlyIf }: FormQuestion, answers: FormAnswers): boolean {
  return onlyIf === null || answers[onlyIf.question] === onlyIf.is
}

/** What is wrong with the answer to a question; undefined where nothing is, or where it is not asked. */
export function answerFault(question: FormQuestion, answers: FormAnswers): AnswerFault | undefined {
  if (!isAsked(question, answers)) return undefined
  const text = String(answers[question.id] ?? '').trim()
  if (text === '') return question.optional ? undefined : 'missing'
  return formFault(question, text)
}

function formFault({ kind, choices, form }: FormQuestion, text: string): AnswerFault | undefined {
  if (kind === 'number') return /^\d+(\.\d+)?$/.test(text) ? undefined : 'not-a-number'
  if (kind === 'choice') return choices.some(({ value }) => value === text) ? undefined : 'not-a-choice'
  return form === null || new RegExp(form.pattern, 'u').test(text) ? undefined : 'form'
}

/** Whether every question of a paper that is asked has an answer that does. */
export function isAnswered({ questions }: AnsweredPaper, answers: FormAnswers): boolean {
  return questions.every((question) => answerFault(question, answers) === undefined)
}

/**
 * The papers that the answers are: a paper counts where its own questions and those of every case are answered.
 *
 * @param papers - with the questions of every case among them
 */
export function answeredPapers(papers: readonly AnsweredPaper[], answers: FormAnswers): readonly string[] {
  const general = papers.filter(({ evidence }) => evidence === null)
  if (!general.every((paper) => isAnswered(paper, answers))) return []
  return papers.flatMap((paper) =>
    paper.evidence !== null && isAnswered(paper, answers) ? [paper.evidence] : [],
  )
}

/** The requirements of which the applicant says that they will follow. */
export function announcedPapers(answers: FormAnswers): readonly string[] {
  return Object.entries(answers).flatMap(([name, value]) =>
    name.startsWith(laterPrefix) && value === true ? [name.slice(laterPrefix.length)] : [],
  )
}
