/**
 * Counts over the register, each as its definition in the content says. Days are days of the zone; what takes effect
 * after the last day of the period does not count, what was recorded later about an earlier day does.
 */

import { type PlainDate, sameDayOfYear } from '@guanjia/core/calendar'
import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../platform/database/database.ts'

/** First and last day of a reporting period, both included. */
export interface Period {
  readonly from: PlainDate
  readonly to: PlainDate
}

/** The same days of the year before. */
export function yearBefore({ from, to }: Period): Period {
  return { from: sameDayOfYear(from, yearOf(from) - 1), to: sameDayOfYear(to, yearOf(to) - 1) }
}

function yearOf(date: PlainDate): number {
  return Number(date.slice(0, 4))
}

/** Entities on the register at the end of a day, by what is believed now. */
export function onRegister(day: PlainDate): RawBuilder<unknown> {
  return sql`
    select e.unified_code, e.kind, e.is_enterprise, e.established_on, e.fully_auto
    from market_entity e
    join market_entity_version v on v.unified_code = e.unified_code
    where v.recorded_to is null and v.status = 'registered'
      and v.valid_from <= ${day}::date and (v.valid_to is null or v.valid_to > ${day}::date)`
}

/** Entities established within a period, branches not counted. */
export function established({ from, to }: Period): RawBuilder<unknown> {
  return sql`
    select unified_code, kind, is_enterprise, established_on, electronic, fully_auto
    from market_entity
    where established_on between ${from}::date and ${to}::date and kind <> 'branch'`
}

/** Cases of projects that ended within the period. */
function projectCases({ from, to }: Period): RawBuilder<unknown> {
  return sql`
    select distinct case_id from project_step_actual
    where case_id is not null and finished_on between ${from}::date and ${to}::date`
}

/** The applicant came to a counter or to the office, for a case or to fetch its decision. */
const journeys = sql`
  select case_id from project_contact
    where case_id is not null and (channel = 'counter' or (channel = 'visit' and by = 'applicant'))
  union select id from case_file where channel = 'counter'
  union select case_id from case_event where type = 'delivered' and body->>'how' = 'counter'`

/** Every count that the indicators name. */
export async function countRegister(
  database: Database,
  period: Period,
  timeZone: string,
): Promise<Readonly<Record<string, number>>> {
  const before = yearBefore(period)
  const { rows } = await sql<Record<string, number>>`
    select
      (select count(*) from (${established(period)}) x) as "new",
      (select count(*) from (${established(before)}) x) as "new-before",
      (select count(*) from (${established(period)}) x where electronic) as "electronic",
      (select count(*) from (${onRegister(period.to)}) x) as "total",
      (select count(*) from (${onRegister(before.to)}) x) as "total-before",
      (select count(*) from (${onRegister(period.to)}) x where is_enterprise) as "enterprises",
      (select count(*) from (${onRegister(before.to)}) x where is_enterprise) as "enterprises-before",
      (select count(*) from (${projectCases(period)}) x) as "project-cases",
      (select count(*) from (${projectCases(period)}) x
        where case_id not in (${journeys})) as "project-cases-no-visit",
      (select count(*) from zero_touch_set_up where established_on <= ${period.to}::date) as "zero-touch",
      (select count(*) from booked_address
        where (booked_at at time zone ${timeZone})::date <= ${period.to}::date) as "booked"`.execute(database)
  return rows[0] ?? {}
}

/** What a breakdown may be asked of. */
const countedRows: Readonly<Record<string, (period: Period) => RawBuilder<unknown>>> = {
  new: established,
  total: ({ to }) => onRegister(to),
  electronic: (period) => sql`select * from (${established(period)}) x where electronic`,
  'zero-touch': ({ to }) => sql`select * from zero_touch_set_up where established_on <= ${to}::date`,
}

const groups = {
  kind: sql`kind`,
  month: sql`to_char(established_on, 'YYYY-MM')`,
  carrier: sql`coalesce((
    select s.carrier from registration_seat s join market_entity m on m.application_id = s.application_id
    where m.unified_code = x.unified_code), 'none')`,
} as const

/** How the rows of a count may be grouped. */
export type Grouping = keyof typeof groups

/** The rows of a count in groups; undefined where the count is unknown. */
export async function breakDown(
  database: Database,
  asked: { readonly count: string; readonly by: Grouping; readonly period: Period },
): Promise<readonly { label: string; count: number }[] | undefined> {
  const counted = countedRows[asked.count]
  if (counted === undefined) return undefined
  const { rows } = await sql<{ label: string; count: number }>`
    select ${groups[asked.by]} as label, count(*) as count
    from (${counted(asked.period)}) x group by 1 order by 1`.execute(database)
  return rows
}
