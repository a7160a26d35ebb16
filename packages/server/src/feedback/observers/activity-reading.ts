/**
 * Activities as the desk sees them.
 */

import { sql } from 'kysely'
import { drawQrCode } from '../../platform/documents/index.ts'
import { dayOf, type FeedbackPorts } from '../feedback-ports.ts'
import { activityKind } from './observer-reading.ts'
import { observerTables } from './observer-tables.ts'
import { findAllServing } from './observer-terms.ts'

const mostActivities = 100

/** The calendar, the latest first. */
export async function readActivities(ports: FeedbackPorts) {
  const tables = observerTables(ports.database)
  const rows = await tables
    .selectFrom('observer_activity')
    .selectAll()
    .select((activity) => [
      tables
        .selectFrom('observer_attendance')
        .whereRef('activity_id', '=', activity.ref('observer_activity.id'))
        .select(sql<number>`count(*)::int`.as('n'))
        .as('attended'),
      tables
        .selectFrom('observer_finding')
        .whereRef('activity_id', '=', activity.ref('observer_activity.id'))
        .select(sql<number>`count(*)::int`.as('n'))
        .as('issues'),
    ])
    .orderBy('starts_at', 'desc')
    .limit(mostActivities)
    .execute()
  return {
    kinds: ports.observers.activities,
    activities: rows.map(({ attended, issues, minutes_at, ...row }) => ({
      ...activityShown(ports, row),
      attended: attended ?? 0,
      issues: issues ?? 0,
      minutesAt: minutes_at?.toISOString() ?? null,
    })),
  }
}

interface ActivityRow {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly place: string
  readonly starts_at: Date
  readonly ends_at: Date
}

function activityShown(ports: FeedbackPorts, { id, kind, title, place, starts_at, ends_at }: ActivityRow) {
  return {
    id,
    kind: activityKind(ports, kind),
    title,
    place,
    startsAt: starts_at.toISOString(),
    endsAt: ends_at.toISOString(),
  }
}

/** One activity whole; undefined where there is none. */
export async function readActivity(ports: FeedbackPorts, id: string) {
  const tables = observerTables(ports.database)
  const row = await tables.selectFrom('observer_activity').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) return undefined
  const url = `${ports.origin}/my/observe?sign-in=${row.code}`
  return {
    ...activityShown(ports, row),
    signIn: { url, svg: drawQrCode(url).svg },
    observers: await listOf(ports, row),
    minutes: row.minutes,
    issues: await raisedAt(ports, id),
  }
}

/** Those who served on the day, with who of them was there. */
async function listOf(ports: FeedbackPorts, activity: { readonly id: string; readonly starts_at: Date }) {
  const attendance = await observerTables(ports.database)
    .selectFrom('observer_attendance')
    .select(['term_id', 'at', 'way'])
    .where('activity_id', '=', activity.id)
    .execute()
  const serving = await findAllServing(ports.database, dayOf(ports, activity.starts_at))
  return serving.map(({ id, name, organisation }) => {
    const there = attendance.find(({ term_id }) => term_id === id)
    const signedIn = there === undefined ? null : { at: there.at.toISOString(), way: there.way }
    return { id, name, organisation, signedIn }
  })
}

function raisedAt({ database }: FeedbackPorts, activityId: string) {
  return observerTables(database)
    .selectFrom('observer_finding')
    .innerJoin('issue', 'issue.id', 'observer_finding.issue_id')
    .innerJoin('observer_term', 'observer_term.id', 'observer_finding.term_id')
    .innerJoin('person', 'person.id', 'observer_term.person_id')
    .select(['issue.id', 'issue.number', 'issue.words', 'issue.situation', 'person.name as observer'])
    .where('observer_finding.activity_id', '=', activityId)
    .orderBy('issue.filed_at')
    .execute()
}
