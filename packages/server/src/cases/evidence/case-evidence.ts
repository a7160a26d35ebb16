/**
 * What is attached to a case.
 */

import { sql } from 'kysely'
import type { Database } from '../../platform/database/database.ts'
import { casesTables } from '../store/cases-tables.ts'
import { evidenceTables } from './evidence-tables.ts'

/** The requirements to which something is attached, since a moment where one is given. */
export async function attachedPapers(
  database: Database,
  caseId: string,
  since = new Date(0),
): Promise<readonly string[]> {
  const rows = await evidenceTables(database)
    .selectFrom('case_evidence')
    .select('requirement')
    .distinct()
    .where('case_id', '=', caseId)
    .where('detached_at', 'is', null)
    .where('attached_at', '>=', since)
    .orderBy('requirement')
    .execute()
  return rows.map(({ requirement }) => requirement)
}

/** When a department last returned what a duty had been made up with; the beginning of time where it never did. */
export async function returnedAt(database: Database, caseId: string, duty: string): Promise<Date> {
  const row = await casesTables(database)
    .selectFrom('case_event')
    .select(({ fn }) => fn.max('at').as('at'))
    .where('case_id', '=', caseId)
    .where('type', '=', 'duty-returned')
    .where(sql<boolean>`body->>'duty' = ${duty}`)
    .executeTakeFirst()
  return row?.at ?? new Date(0)
}
