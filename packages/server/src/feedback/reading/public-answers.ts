/**
 * What everybody may read: answers that name nobody, and the figures of the loop.
 */

import { addDays } from '@guanjia/core/calendar'
import { bigramsOf, likeness, loopTimes, threeRates } from '@guanjia/core/feedback'
import { authorityNamed, dayOf, type FeedbackPorts } from '../feedback-ports.ts'
import { feedbackTables } from '../store/feedback-tables.ts'
import { topicNamed } from './issue-lists.ts'

const mostAnswers = 200
const mostSuggested = 3
const suggestedFrom = 0.2
const keptMs = 60_000
const yearDays = 364

/** Published answers, of a topic or about nearly the same as a text. */
export async function readAnswers(
  ports: FeedbackPorts,
  { topic, like }: { readonly topic?: string | undefined; readonly like?: string | undefined },
) {
  const rows = await feedbackTables(ports.database)
    .selectFrom('issue')
    .select(['number', 'topic', 'state', 'public_question', 'public_answer'])
    .where('published_at', 'is not', null)
    .$if(topic !== undefined, (query) => query.where('topic', '=', topic ?? ''))
    .orderBy('published_at', 'desc')
    .limit(mostAnswers)
    .execute()
  const answers = rows.flatMap(({ state, ...row }) => {
    const { reply, dispatch, filedOn } = state
    if (reply === null || dispatch === null) return []
    return [
      {
        number: row.number,
        topic: topicNamed(ports, row.topic),
        lead: authorityNamed(ports, dispatch.lead).name,
        question: row.public_question ?? '',
        answer: row.public_answer ?? '',
        outcome: reply.outcome,
        filedOn,
        repliedOn: reply.on,
      },
    ]
  })
  if (like === undefined || like.trim() === '') return answers
  const wanted = bigramsOf(like)
  return answers
    .map((answer) => ({ answer, nearness: likeness(wanted, bigramsOf(answer.question)) }))
    .filter(({ nearness }) => nearness >= suggestedFrom)
    .toSorted((one, other) => other.nearness - one.nearness)
    .slice(0, mostSuggested)
    .map(({ answer }) => answer)
}

type Figures = Awaited<ReturnType<typeof computeFigures>>

/** The figures, computed at most once a minute however many ask. */
export function figuresOf(ports: FeedbackPorts): () => Promise<Figures> {
  let kept: { readonly at: number; readonly figures: Promise<Figures> } | undefined
  return async () => {
    const now = ports.clock.now().getTime()
    if (kept === undefined || now >= kept.at + keptMs || now < kept.at) {
      const figures = computeFigures(ports)
      kept = { at: now, figures }
      figures.catch(() => (kept = undefined))
    }
    return kept.figures
  }
}

async function computeFigures(ports: FeedbackPorts) {
  const to = dayOf(ports, ports.clock.now())
  const from = addDays(to, -yearDays)
  const tables = feedbackTables(ports.database)
  const rows = await tables
    .selectFrom('issue')
    .select(['state', 'first_reply_due', 'first_replied_on'])
    .where('filed_at', '>=', new Date(`${from}T00:00:00Z`))
    .execute()
  const stubs = await tables
    .selectFrom('misconduct_stub')
    .select(({ fn }) => fn.sum<string | null>('count').as('count'))
    .where('day', '>=', from)
    .executeTakeFirst()
  const counted = rows.map(({ state, first_reply_due, first_replied_on }) => ({
    state,
    replyDue: first_reply_due as ReturnType<typeof dayOf> | null,
    firstRepliedOn: first_replied_on as ReturnType<typeof dayOf> | null,
  }))
  return {
    from,
    to,
    rates: threeRates(counted, to),
    steps: [...loopTimes(rows.map(({ state }) => state))],
    shownTheWay: Number(stubs?.count ?? 0),
  }
}
