/**
 * What observers see of their own, and what the desk sees of all of them.
 */

import { bigramsOf, isServing, issueClocks, likeness } from '@guanjia/core/feedback'
import { sql } from 'kysely'
import { authorityNamed, dayOf, type FeedbackPorts } from '../feedback-ports.ts'
import { replyShown, stepsOf } from '../reading/happenings.ts'
import { topicNamed } from '../reading/issue-lists.ts'
import { observerTables } from './observer-tables.ts'
import { type NamedTerm, namedTerms, termOf, termShown } from './observer-terms.ts'

const mostFindings = 200
const mostCompared = 400
const mostAlike = 3

/** Every observer, those who serve first. */
export async function readObservers(ports: FeedbackPorts) {
  const { database, observers } = ports
  const today = dayOf(ports, ports.clock.now())
  const tables = observerTables(database)
  const terms = await namedTerms(database)
    .select((term) => [
      tables
        .selectFrom('observer_finding')
        .whereRef('term_id', '=', term.ref('observer_term.id'))
        .select(sql<number>`count(*)::int`.as('n'))
        .as('findings'),
      tables
        .selectFrom('observer_attendance')
        .whereRef('term_id', '=', term.ref('observer_term.id'))
        .select(sql<number>`count(*)::int`.as('n'))
        .as('attended'),
    ])
    .orderBy('from_day', 'desc')
    .orderBy('observer_term.appointed_at')
    .execute()
  const shown = terms.map(({ findings, attended, ...term }) => ({
    ...termShown(ports, term),
    findings: findings ?? 0,
    attended: attended ?? 0,
  }))
  return {
    places: observers.places.value,
    kinds: observers.kinds.map(({ id, name }) => ({
      id,
      name,
      serving: terms.filter((term) => term.kind === id && isServing(termOf(term), today)).length,
    })),
    observers: shown.toSorted((one, other) => Number(other.isServing) - Number(one.isServing)),
  }
}

/** What has been filed under all terms of a person. */
export async function readOwnFindings(ports: FeedbackPorts, personId: string) {
  const today = dayOf(ports, ports.clock.now())
  const rows = await observerTables(ports.database)
    .selectFrom('observer_finding')
    .innerJoin('observer_term', 'observer_term.id', 'observer_finding.term_id')
    .innerJoin('issue', 'issue.id', 'observer_finding.issue_id')
    .select([
      'issue.id',
      'issue.number',
      'issue.words',
      'issue.place',
      'issue.situation',
      'issue.state',
      'task',
    ])
    .where('observer_term.person_id', '=', personId)
    .orderBy('issue.filed_at', 'desc')
    .limit(mostFindings)
    .execute()
  return rows.map(({ state, ...row }) => {
    const clocks = issueClocks(state, ports.zone.calendar, today)
    const [next] = clocks.ok ? clocks.value : []
    return {
      ...row,
      lead: state.dispatch === null ? null : authorityNamed(ports, state.dispatch.lead).name,
      due: next?.due ?? null,
      light: next?.light ?? null,
      steps: stepsOf(state),
      reply: replyShown(state),
      mayAnswer: state.situation === 'replied',
    }
  })
}

/** Issues that say nearly the same as words do; of others' words only what they may be read of. */
export async function readAlike(ports: FeedbackPorts, words: string) {
  const { atLeastPercent, withinDays } = ports.content.likeness
  const wanted = bigramsOf(words)
  if (wanted.length === 0) return []
  const since = new Date(ports.clock.now().getTime() - withinDays * 86_400_000)
  const rows = await observerTables(ports.database)
    .selectFrom('issue')
    .select([
      'number',
      'words',
      'source',
      'topic',
      'situation',
      'state',
      'filed_at',
      'bigrams',
      'public_question',
    ])
    .where('situation', 'not in', ['merged', 'signposted'])
    .where('filed_at', '>=', since)
    .where(sql<boolean>`bigrams && ${[...wanted]}::text[]`)
    .orderBy('filed_at', 'desc')
    .limit(mostCompared)
    .execute()
  return rows
    .map((row) => ({ row, percent: likeness(wanted, row.bigrams) * 100 }))
    .filter(({ percent }) => percent >= atLeastPercent)
    .toSorted((one, other) => other.percent - one.percent)
    .slice(0, mostAlike)
    .map(({ row: { number, words: said, source, topic, situation, state, filed_at, public_question } }) => ({
      number,
      words: source === 'observer' ? said : public_question,
      topic: topicNamed(ports, topic),
      situation,
      lead: state.dispatch === null ? null : authorityNamed(ports, state.dispatch.lead).name,
      filedAt: filed_at.toISOString(),
    }))
}

/** One's own page: the term, what there is to choose from, what is coming up. */
export async function readOwnObserver(ports: FeedbackPorts, term: NamedTerm) {
  const { observers, content } = ports
  return {
    term: termShown(ports, term),
    tasks: observers.tasks.map(({ id, name, hint }) => ({ id, name, hint })),
    topics: content.topics.map(({ id, name, hint }) => ({ id, name, hint })),
    photos: content.photosAtMost,
    activities: await upcoming(ports, term),
  }
}

async function upcoming(ports: FeedbackPorts, term: NamedTerm) {
  const rows = await observerTables(ports.database)
    .selectFrom('observer_activity')
    .leftJoin('observer_attendance', (join) =>
      join
        .onRef('observer_attendance.activity_id', '=', 'observer_activity.id')
        .on('observer_attendance.term_id', '=', term.id),
    )
    .select([
      'observer_activity.id',
      'kind',
      'title',
      'place',
      'starts_at',
      'ends_at',
      'observer_attendance.at',
    ])
    .where('ends_at', '>=', ports.clock.now())
    .orderBy('starts_at')
    .limit(20)
    .execute()
  return rows.map(({ id, kind, title, place, starts_at, ends_at, at }) => ({
    id,
    kind: activityKind(ports, kind),
    title,
    place,
    startsAt: starts_at.toISOString(),
    endsAt: ends_at.toISOString(),
    isSignedIn: at !== null,
  }))
}

/** A kind of activity by name. */
export function activityKind({ observers }: FeedbackPorts, id: string) {
  return observers.activities.find((each) => each.id === id)?.name ?? { 'zh-CN': id, en: id }
}
