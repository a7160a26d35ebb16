/**
 * Rounds as everybody reads them, and as their organisers do. Every figure is counted from the records at the moment it is
 * asked for.
 */

import type { PlainDate } from '@guanjia/core/calendar'
import { type IssueState, isOver, issueClocks, openDayFigures, personalTraces } from '@guanjia/core/feedback'
import { authorityNamed, dayOf, type FeedbackPorts } from '../feedback-ports.ts'
import { topicNamed } from '../reading/issue-lists.ts'
import { openDayTables } from './open-day-tables.ts'

/** The rounds, the latest first. */
export async function readRounds(ports: FeedbackPorts) {
  const rows = await openDayTables(ports.database)
    .selectFrom('open_day_round')
    .select('round')
    .orderBy('round', 'desc')
    .execute()
  const rounds = await Promise.all(rows.map(({ round }) => loadRound(ports, round)))
  return rounds.flatMap((loaded) => (loaded === undefined ? [] : [headOf(ports, loaded)]))
}

/** A round with everything that was recorded of it. */
export async function loadRound({ database }: FeedbackPorts, round: number) {
  const tables = openDayTables(database)
  const row = await tables
    .selectFrom('open_day_round')
    .selectAll()
    .where('round', '=', round)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const sessions = await tables
    .selectFrom('open_day_session')
    .selectAll()
    .where('round', '=', round)
    .orderBy('held_on')
    .orderBy('carrier')
    .execute()
  const visits = await tables
    .selectFrom('open_day_visit')
    .innerJoin('open_day_session', 'open_day_session.id', 'open_day_visit.session_id')
    .selectAll('open_day_visit')
    .where('round', '=', round)
    .orderBy('company')
    .execute()
  return { round: row, sessions, visits, questions: await loadQuestions({ database }, round) }
}

/** Questions with their issues. */
export function loadQuestions(
  { database }: Pick<FeedbackPorts, 'database'>,
  round: number | undefined,
  id?: string,
) {
  return openDayTables(database)
    .selectFrom('open_day_question as q')
    .innerJoin('open_day_session as s', 's.id', 'q.session_id')
    .innerJoin('open_day_visit as v', (join) =>
      join.onRef('v.session_id', '=', 'q.session_id').onRef('v.company_code', '=', 'q.company_code'),
    )
    .leftJoin('issue', 'issue.id', 'q.issue_id')
    .selectAll('q')
    .select(['s.carrier', 's.held_on', 's.round', 'v.company', 'issue.number', 'issue.state'])
    .$if(round !== undefined, (query) => query.where('s.round', '=', round ?? 0))
    .$if(id !== undefined, (query) => query.where('q.id', '=', id ?? ''))
    .orderBy('q.asked_at')
    .execute()
}

export type LoadedRound = NonNullable<Awaited<ReturnType<typeof loadRound>>>
export type LoadedQuestion = Awaited<ReturnType<typeof loadQuestions>>[number]

/** Figures and days of a round. */
export function headOf(ports: FeedbackPorts, { round, sessions, visits, questions }: LoadedRound) {
  const days = sessions.map(({ held_on }) => held_on).toSorted()
  return {
    round: round.round,
    from: days[0] ?? null,
    until: days.at(-1) ?? null,
    hosts: round.hosts.map((host) => authorityNamed(ports, host)),
    figures: openDayFigures({
      hosts: round.hosts,
      sessions: sessions.map(({ id, carrier }) => ({
        carrier,
        companies: visits.filter((visit) => visit.session_id === id).map(({ company_code }) => company_code),
      })),
      questions: questions.map(({ issue_id, state }) => ({
        isAnsweredOnSite: issue_id === null,
        isClosed: state !== null && isOver(state),
      })),
    }),
  }
}

/** A round for everybody. */
export function publicRound(ports: FeedbackPorts, loaded: LoadedRound) {
  const { sessions, visits, questions } = loaded
  return {
    ...headOf(ports, loaded),
    carriers: sessions.map(({ id, carrier, held_on }) => ({
      name: carrier,
      heldOn: held_on,
      companies: visits.filter((visit) => visit.session_id === id).length,
    })),
    questions: questions.map((question) => questionShown(ports, question)),
  }
}

/** A question as everybody may read it: neither the company nor a person stands in it. */
export function questionShown(ports: FeedbackPorts, question: LoadedQuestion) {
  const { id, topic, words, carrier, asked_at } = question
  return {
    id,
    topic: topicNamed(ports, topic),
    words,
    carrier,
    askedOn: dayOf(ports, asked_at),
    ...answerShown(ports, question),
    ...dueShown(ports, question),
  }
}

function answerShown(
  ports: FeedbackPorts,
  { answer, answered_by, asked_at, company, state }: LoadedQuestion,
) {
  if (answer !== null)
    return {
      answered: 'on-site' as const,
      answer,
      isWithheld: false,
      answeredBy: answered_by === null ? null : authorityNamed(ports, answered_by).name,
      answeredOn: dayOf(ports, asked_at),
    }
  const reply = standingReply(state)
  if (reply === null)
    return {
      answered: 'not-yet' as const,
      answer: null,
      isWithheld: false,
      answeredBy: null,
      answeredOn: null,
    }
  // a department writes to the company; what would tell of it stays between them
  const isWithheld = personalTraces(reply.words, [company]).length > 0
  return {
    answered: 'later' as const,
    answer: isWithheld ? null : reply.words,
    isWithheld,
    answeredBy: leadOf(ports, state),
    answeredOn: reply.on,
  }
}

const unanswered: readonly IssueState['situation'][] = ['in-hand', 'awaiting-sign-off', 'returned']

/** The reply that holds: what the asker sent back is none any more. */
function standingReply(state: IssueState | null): IssueState['reply'] {
  return state === null || unanswered.includes(state.situation) ? null : state.reply
}

function leadOf(ports: FeedbackPorts, state: IssueState | null) {
  return state?.dispatch == null ? null : authorityNamed(ports, state.dispatch.lead).name
}

/** Until when an answer is owed; green once it is there. */
function dueShown(ports: FeedbackPorts, { state }: Pick<LoadedQuestion, 'state'>) {
  const lead = leadOf(ports, state)
  if (state === null || standingReply(state) !== null || isOver(state))
    return { lead, due: null, light: 'green' as const }
  const clocks = issueClocks(state, ports.zone.calendar, dayOf(ports, ports.clock.now()))
  const reply = clocks.ok ? clocks.value.find(({ kind }) => kind === 'reply') : undefined
  return { lead, due: (reply?.due ?? null) as PlainDate | null, light: reply?.light ?? ('green' as const) }
}
