/**
 * In which order the questions of a project are put, and what an answer keeps.
 */

import type { CallInput, CallOutput } from '../../../api/call.ts'

export type Questionnaire = CallOutput<'GET /api/projects/:id/questions'>
export type Question = Questionnaire['questions'][number]
export type Facts = CallInput<'PATCH /api/projects/:id/facts'>['body']['facts']

/** Where the answers are checked. */
export const checkTopic = 'check'

/** The address of a question, or of the page where the answers are checked. */
export function questionAddress(project: string, topic: string, fromCheck = false): string {
  return `/build/new/${project}/${encodeURIComponent(topic)}${fromCheck ? '?from=check' : ''}`
}

/** The questions of the round a question belongs to; what follows by rule is not put. */
export function roundOf(questions: readonly Question[], later: boolean): readonly Question[] {
  return questions.filter((question) => question.later === later && question.state !== 'derived')
}

/** What comes after a question: the next open one of its round, else the check. */
export function topicAfter(questions: readonly Question[], current: Question | undefined): string {
  const round = roundOf(questions, current?.later ?? false)
  const place = round.findIndex(({ id }) => id === current?.id)
  const inOrder = [...round.slice(place + 1), ...round.slice(0, Math.max(place, 0))]
  return inOrder.find(({ state }) => state === 'open')?.id ?? checkTopic
}

/** What came before a question in its round; the first of the later ones comes after the check. */
export function topicBefore(questions: readonly Question[], current: Question): string | undefined {
  const round = roundOf(questions, current.later)
  const place = round.findIndex(({ id }) => id === current.id)
  return round[place - 1]?.id ?? (current.later || place < 0 ? checkTopic : undefined)
}

/** Everything a question asks for, as not known. */
export function unsureOf({ attributes }: Question): Facts {
  return Object.fromEntries(attributes.map((attribute) => [attribute, null]))
}

/** What ticks keep; what is not ticked is not so, or not known. */
export function tickedFacts(
  { fields, picks, none }: Question,
  ticked: ReadonlySet<string>,
  rest: false | null,
): Facts {
  if (picks === null)
    return Object.fromEntries(fields.map(({ id }) => [id, ticked.has(id) ? true : rest] as const))
  const picked = fields.map(({ id }) => id).filter((id) => ticked.has(id))
  if (picked.length > 0) return { [picks]: picked }
  return { [picks]: rest === null ? null : none?.value == null ? [] : [none.value] }
}

/** A number as people write it, `30,000` or `３００００`: `null` where the box is empty, `undefined` where it is none. */
export function numberIn(written: string): number | null | undefined {
  const plain = written.normalize('NFKC').replace(/[\s,]/g, '')
  if (plain === '') return null
  const value = /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN
  return Number.isFinite(value) ? value : undefined
}
