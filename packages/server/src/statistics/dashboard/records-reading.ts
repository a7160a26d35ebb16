/**
 * Reading the records behind a figure: how many there are, how many of them count, and which they are.
 */

import type { PlainDate } from '@guanjia/core/calendar'
import { sql } from 'kysely'
import type { Database } from '../../platform/database/database.ts'
import { type RecordSet, type RecordsAsked, recordsOf } from './counted-records.ts'

/** So many records, and so many of them that count for the figure. */
export interface RecordCount {
  readonly total: number
  readonly met: number
}

/** A record behind a figure; what it is about and its unit are still ids where the zone has names for them. */
export interface CountedRecord {
  readonly number: string
  readonly title: string | null
  readonly day: PlainDate
  readonly unit: string | null
  readonly met: boolean
}

/** Which of them, and how many at most. */
export interface RecordsWished {
  readonly met?: 'yes' | 'no' | undefined
  readonly mostRows: number
}

/** Counts a set. */
export async function countRecords(
  database: Database,
  set: RecordSet,
  asked: RecordsAsked,
): Promise<RecordCount> {
  const { rows } = await sql<RecordCount>`
    select count(*)::int as total, (count(*) filter (where met))::int as met
    from (${recordsOf(set, asked)}) counted`.execute(database)
  return rows[0] ?? { total: 0, met: 0 }
}

/** Lists a set, the latest first. */
export async function listCounted(
  database: Database,
  set: RecordSet,
  { met, mostRows, ...asked }: RecordsAsked & RecordsWished,
): Promise<readonly CountedRecord[]> {
  const chosen = met === undefined ? sql`true` : sql`met = ${met === 'yes'}`
  const { rows } = await sql<CountedRecord>`
    select number, title, day::text as day, unit, met
    from (${recordsOf(set, asked)}) counted
    where ${chosen}
    order by day desc, number limit ${mostRows}`.execute(database)
  return rows
}
