/**
 * What a company asked: answered on the spot, or an issue of the register from the same moment on.
 */

import { systemPrincipal } from '@guanjia/core/access'
import type { PlainDate } from '@guanjia/core/calendar'
import { personalTraces } from '@guanjia/core/feedback'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import type { CommandContext } from '../../platform/commands/command.ts'
import { type FilingRefusal, fileIssue } from '../commands/filing-command.ts'
import { doerOf, moveIssue } from '../commands/issue-commands.ts'
import { authoritiesOf, type FeedbackPorts } from '../feedback-ports.ts'
import { lockIssue } from '../store/issue-store.ts'
import { openDayTables } from './open-day-tables.ts'

/** What was asked, and what was answered on the spot. */
export interface NewQuestion {
  readonly id: string
  readonly issueId: string
  readonly round: number
  readonly session: string
  readonly company: string
  readonly topic: string
  readonly words: string
  readonly phone?: string | undefined
  readonly answer?: { readonly authority: string; readonly words: string } | undefined
}

/** What is left of it. */
export interface RecordedQuestion {
  readonly id: string
  readonly issue: string | null
  readonly replyDue: PlainDate | null
}

/** Why a question was not recorded. */
export type QuestionRefusal =
  | FilingRefusal
  | 'open-day-unknown'
  | 'company-not-there'
  | 'authority-not-listed'
  | 'words-tell-who-asked'

interface Filed {
  readonly number: string | null
  readonly replyDue: PlainDate | null
}

const nothing = accept<Filed>({ number: null, replyDue: null })

/** Records a question. What was not answered on the spot goes into the register at once. */
export async function recordQuestion(
  ports: FeedbackPorts,
  context: CommandContext,
  question: NewQuestion,
): Promise<Result<RecordedQuestion, QuestionRefusal>> {
  const checked = await checkQuestion(ports, context, question)
  if (!checked.ok) return checked
  const filed =
    question.answer === undefined ? await fileQuestion(ports, context, question, checked.value) : nothing
  if (!filed.ok) return filed
  const { id, session, company: code, topic, words, answer } = question
  await openDayTables(context.tx)
    .insertInto('open_day_question')
    .values({
      id,
      session_id: session,
      company_code: code,
      topic,
      words,
      asked_at: context.now,
      answer: answer?.words ?? null,
      answered_by: answer?.authority ?? null,
      issue_id: answer === undefined ? question.issueId : null,
      link_salt: null,
      token_hash: null,
      link_until: null,
      link_used_at: null,
    })
    .execute()
  context.record({
    act: 'feedback.open-day-question-recorded',
    subject: id,
    body: {
      round: question.round,
      company: context.commit(code),
      content: context.commit(words),
      answered: answer !== undefined,
    },
  })
  return accept({ id, issue: filed.value.number, replyDue: filed.value.replyDue })
}

/** The name of the company, where everything fits together. Everybody reads question and answer. */
async function checkQuestion(
  ports: FeedbackPorts,
  context: CommandContext,
  question: NewQuestion,
): Promise<Result<string, QuestionRefusal>> {
  const { topic, words, answer } = question
  const visit = await findVisit(context, question)
  if (visit === undefined) return refuse('company-not-there')
  if (!ports.content.topics.some((each) => each.id === topic)) return refuse('topic-not-listed')
  if (answer !== undefined && !authoritiesOf(ports).some((each) => each.id === answer.authority))
    return refuse('authority-not-listed')
  const traces = personalTraces(`${words}\n${answer?.words ?? ''}`, [visit.company])
  return traces.length > 0 ? refuse('words-tell-who-asked', { traces }) : accept(visit.company)
}

function findVisit(
  { tx }: CommandContext,
  { round, session, company }: Pick<NewQuestion, 'round' | 'session' | 'company'>,
) {
  return openDayTables(tx)
    .selectFrom('open_day_visit')
    .innerJoin('open_day_session', 'open_day_session.id', 'open_day_visit.session_id')
    .select('company')
    .where('session_id', '=', session)
    .where('company_code', '=', company)
    .where('round', '=', round)
    .executeTakeFirst()
}

/** The department of the content leads, the one that usually leads the topic assists; the company closes. */
async function fileQuestion(
  ports: FeedbackPorts,
  context: CommandContext,
  { issueId: id, topic, words, phone }: NewQuestion,
  name: string,
): Promise<Result<Filed, FilingRefusal>> {
  const filed = await fileIssue(ports, context, {
    id,
    kind: 'appeal',
    source: 'open-day',
    intake: 'page',
    topic,
    words,
    name: name.slice(0, 60),
    phone,
    askerId: null,
    recordedBy: doerOf(context.principal),
  })
  if (!filed.ok) return filed
  const { lead } = ports.openDays
  const usual = ports.content.topics.find((each) => each.id === topic)?.usually
  const assisting = usual === undefined || usual === lead ? [] : [usual]
  const house = { ...context, principal: systemPrincipal('feedback') }
  const row = await lockIssue(house, id)
  const wish = { type: 'dispatch', lead, assisting, isComplex: false } as const
  const moved = await moveIssue(ports, house, { row, wish })
  return moved.ok ? accept({ number: filed.value.number, replyDue: filed.value.replyDue }) : moved
}
