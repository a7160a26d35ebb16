/**
 * The board of the register, and what says nearly the same.
 */

import type * as contract from '@guanjia/contract/feedback'
import type { RouteInput } from '@guanjia/contract/route'
import type { Principal } from '@guanjia/core/access'
import { addDays } from '@guanjia/core/calendar'
import { issueClocks, likeness } from '@guanjia/core/feedback'
import { sql } from 'kysely'
import { authorityNamed, dayOf, type FeedbackPorts } from '../feedback-ports.ts'
import { feedbackTables, type IssueRow } from '../store/feedback-tables.ts'

type Asked = RouteInput<typeof contract.listIssues>['query']

const mostListed = 200
const mostCompared = 400
const mostAlike = 5
const yearDays = 365

/** Everything a reader may see: the dispatcher all, departments their own. */
function visible({ database }: FeedbackPorts, principal: Principal) {
  const seesAll = principal.kind === 'person' && principal.roles.includes('dispatcher')
  const own = principal.kind === 'person' ? [...principal.authorities] : []
  return feedbackTables(database)
    .selectFrom('issue')
    .$if(!seesAll, (query) => query.where(sql<boolean>`authorities && ${own}::text[]`))
}

const over = ['closed', 'merged', 'signposted'] as const

/** The board. */
export async function readBoard(ports: FeedbackPorts, principal: Principal, asked: Asked) {
  const today = dayOf(ports, ports.clock.now())
  const { show = 'open', situation, source, search } = asked
  const rows = await visible(ports, principal)
    .selectAll()
    .$if(situation !== undefined, (query) => query.where('situation', '=', situation ?? 'filed'))
    .$if(situation === undefined && show === 'open', (query) => query.where('situation', 'not in', [...over]))
    .$if(source !== undefined, (query) => query.where('source', '=', source ?? ''))
    .$if(search !== undefined && search !== '', (query) =>
      query.where((where) =>
        where.or([
          where('number', 'ilike', `${likeText(search ?? '')}%`),
          where('words', 'ilike', `%${likeText(search ?? '')}%`),
        ]),
      ),
    )
    .orderBy(sql`next_due asc nulls last, filed_at desc`)
    .limit(mostListed)
    .execute()
  const counts = await visible(ports, principal)
    .select(['situation', ({ fn }) => fn.countAll<string>().as('count')])
    .where('situation', 'not in', [...over])
    .groupBy('situation')
    .execute()
  const sources = await visible(ports, principal)
    .select(['source', ({ fn }) => fn.countAll<string>().as('count')])
    .where('filed_at', '>=', new Date(`${addDays(today, -yearDays)}T00:00:00Z`))
    .groupBy('source')
    .execute()
  return {
    issues: rows.map((row) => listed(ports, row, today)),
    counts: counts.map((row) => ({ ...row, count: Number(row.count) })),
    sources: sources.map((row) => ({ ...row, count: Number(row.count) })),
  }
}

function likeText(search: string): string {
  return search.replace(/[\\%_]/g, (sign) => `\\${sign}`)
}

function listed(ports: FeedbackPorts, row: IssueRow, today: ReturnType<typeof dayOf>) {
  const { state } = row
  const clocks = issueClocks(state, ports.zone.calendar, today)
  const next = clocks.ok ? clocks.value[0] : undefined
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    kind: row.kind,
    source: row.source,
    topic: row.topic,
    words: row.words,
    place: row.place,
    situation: row.situation,
    lead:
      state.dispatch === null || row.situation === 'returned'
        ? null
        : authorityNamed(ports, state.dispatch.lead),
    filedAt: row.filed_at.toISOString(),
    next: next === undefined ? null : { kind: next.kind, due: next.due, light: next.light, left: next.left },
    urgings: state.urgings.length,
    reopenings: state.reopenings,
  }
}

/** Issues that say nearly the same as one, the likest first. */
export async function findAlike(ports: FeedbackPorts, id: string) {
  const tables = feedbackTables(ports.database)
  const own = await tables
    .selectFrom('issue')
    .select(['bigrams', 'filed_at'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const { atLeastPercent, withinDays } = ports.content.likeness
  const spanMs = withinDays * 86_400_000
  const rows = await tables
    .selectFrom('issue')
    .select(['id', 'number', 'words', 'situation', 'topic', 'filed_at', 'bigrams'])
    .where('id', '!=', id)
    .where('situation', 'not in', ['merged', 'signposted'])
    .where('filed_at', '>=', new Date(own.filed_at.getTime() - spanMs))
    .where(sql<boolean>`bigrams && ${own.bigrams}::text[]`)
    .orderBy('filed_at', 'desc')
    .limit(mostCompared)
    .execute()
  return rows
    .map(({ bigrams, filed_at, topic, ...row }) => ({
      ...row,
      topic: topicNamed(ports, topic),
      filedAt: filed_at.toISOString(),
      percent: Math.round(likeness(own.bigrams, bigrams) * 100),
    }))
    .filter(({ percent }) => percent >= atLeastPercent)
    .toSorted((one, other) => other.percent - one.percent)
    .slice(0, mostAlike)
}

/** A topic by name. */
export function topicNamed({ content }: Pick<FeedbackPorts, 'content'>, id: string) {
  return content.topics.find((each) => each.id === id)?.name ?? { 'zh-CN': id, en: id }
}
