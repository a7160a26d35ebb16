/**
 * The records behind the figures of the dashboard. A figure is never counted otherwise than by these queries: what can be
 * listed one by one is what is counted.
 *
 * Every query gives a record with its number, what it is about, the day that puts it into the period, the unit that answers
 * for it, and whether it is *met*: whether it counts for the figure. A time limit that has not run out is not counted yet.
 */

import { type RawBuilder, sql } from 'kysely'
import { established, onRegister, type Period } from '../register-counts.ts'

/** The sets that a zone may show figures of. */
export const recordSets = [
  'registrations',
  'ratings',
  'replies',
  'marks',
  'decisions',
  'tasks',
  'orders',
  'recommendations',
  'established',
  'entities',
  'nodes',
  'leases',
] as const

/** A set of records. */
export type RecordSet = (typeof recordSets)[number]

/** What a set is asked for. */
export interface RecordsAsked {
  readonly period: Period
  readonly timeZone: string
  readonly language: 'zh-CN' | 'en'
}

type RecordQuery = (asked: RecordsAsked) => RawBuilder<unknown>

const localDay = (moment: string, timeZone: string) =>
  sql`(${sql.ref(moment)} at time zone ${timeZone})::date`

const within = (day: RawBuilder<unknown>, { from, to }: Period) =>
  sql`${day} between ${from}::date and ${to}::date`

const registrations: RecordQuery = ({ period, timeZone }) => {
  const day = localDay('d.decided_at', timeZone)
  return sql`
    select a.number, (select n.name from registration_name n where n.application_id = a.id limit 1) as title,
      ${day} as day, null as unit, d.fully_auto as met
    from registration_decision d join registration_application a on a.id = d.application_id
    where d.outcome = 'approved' and ${within(day, period)}`
}

const ratings: RecordQuery = ({ period, timeZone, language }) => {
  const day = localDay('r.rated_at', timeZone)
  return sql`
    select f.number, f.service_name->>${language} as title, ${day} as day, f.authorities[1] as unit, r.level >= 3 as met
    from case_rating r join case_file f on f.id = r.case_id
    where ${within(day, period)}`
}

/** Merged and signposted issues are no issues of their own. */
const ownIssue = sql`i.situation not in ('merged', 'signposted')`

const replies: RecordQuery = ({ period }) => {
  const day = sql`coalesce(i.first_reply_due, i.first_replied_on)`
  return sql`
    select i.number, i.topic as title, ${day} as day, i.state->'dispatch'->>'lead' as unit,
      i.first_replied_on is not null and (i.first_reply_due is null or i.first_replied_on <= i.first_reply_due) as met
    from issue i
    where ${ownIssue} and ${within(day, period)}
      and (i.first_replied_on is not null or i.first_reply_due < ${period.to}::date)`
}

const marks: RecordQuery = ({ period, timeZone }) => {
  const day = localDay('e.at', timeZone)
  return sql`
    select i.number, i.topic as title, ${day} as day, i.state->'dispatch'->>'lead' as unit,
      (i.state->>'satisfied')::int >= 3 as met
    from issue i
    join lateral (
      select max(at) as at from issue_event where issue_id = i.id and type in ('confirmed', 'reopened')) e on true
    where ${ownIssue} and i.state->>'satisfied' is not null and ${within(day, period)}`
}

const decisions: RecordQuery = ({ period, timeZone, language }) => {
  const day = localDay('e.at', timeZone)
  return sql`
    select f.number, f.service_name->>${language} as title, ${day} as day, f.authorities[1] as unit,
      coalesce(e.body->>'lateBecause', '') = '' as met
    from case_event e join case_file f on f.id = e.case_id
    where e.type = 'decision-issued' and ${within(day, period)}`
}

const tasks: RecordQuery = ({ period }) => sql`
  select t.number, t.text as title, t.due_on as day, t.lead_unit as unit,
    t.closed_on is not null and t.closed_on <= t.due_on as met
  from duty_task t
  where ${within(sql`t.due_on`, period)} and (t.closed_on is not null or t.due_on < ${period.to}::date)`

const orders: RecordQuery = ({ period, timeZone }) => {
  const answered = localDay('o.answered_at', timeZone)
  return sql`
    select o.number, p.name as title, o.answer_by as day, p.unit as unit,
      o.answered_at is not null and ${answered} <= o.answer_by as met
    from supervision_order o join supervised_project p on p.id = o.supervised_id
    where ${within(sql`o.answer_by`, period)} and (o.answered_at is not null or o.answer_by < ${period.to}::date)`
}

const recommendations: RecordQuery = ({ period }) => sql`
  select r.number, null as title, r.reply_by as day, r.unit as unit,
    r.replied_on is not null and r.replied_on <= r.reply_by as met
  from recommendation r
  where ${within(sql`r.reply_by`, period)} and (r.replied_on is not null or r.reply_by < ${period.to}::date)`

const nameNow = sql`(
  select v.name from market_entity_version v
  where v.unified_code = x.unified_code and v.recorded_to is null order by v.valid_from desc limit 1)`

const newEntities: RecordQuery = ({ period }) => sql`
  select x.unified_code as number, ${nameNow} as title, x.established_on as day, null as unit, x.electronic as met
  from (${established(period)}) x`

const entities: RecordQuery = ({ period }) => sql`
  select x.unified_code as number, ${nameNow} as title, x.established_on as day, null as unit, x.is_enterprise as met
  from (${onRegister(period.to)}) x`

const nodes: RecordQuery = ({ period }) => sql`
  select p.number, p.name as title, d.on_day as day, p.unit as unit, coalesce(d.on_day <= plan.on_day, false) as met
  from supervised_done d
  join supervised_project p on p.id = d.supervised_id
  left join lateral (
    select on_day from supervised_plan where supervised_id = d.supervised_id and node = d.node
    order by recorded_at desc limit 1) plan on true
  where d.node in ('start', 'completion') and ${within(sql`d.on_day`, period)}`

const leases: RecordQuery = ({ period, timeZone }) => {
  const day = localDay('l.noted_at', timeZone)
  return sql`
    select coalesce(n.number, r.place, '') as number, r.carrier as title, ${day} as day, null as unit,
      l.need_id is not null as met
    from space_lease l
    join space_room r on r.id = l.room_id
    left join space_need n on n.id = l.need_id
    where ${within(day, period)}`
}

const queries: Readonly<Record<RecordSet, RecordQuery>> = {
  registrations,
  ratings,
  replies,
  marks,
  decisions,
  tasks,
  orders,
  recommendations,
  established: newEntities,
  entities,
  nodes,
  leases,
}

/** The query of a set. */
export function recordsOf(set: RecordSet, asked: RecordsAsked): RawBuilder<unknown> {
  return queries[set](asked)
}
