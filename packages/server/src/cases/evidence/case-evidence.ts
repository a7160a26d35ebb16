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

interface DutyProofs {
  readonly caseId: string
  readonly duty: string
  /** what has to be attached for the duty */
  readonly proofs: readonly string[]
}

/** What is attached for a duty. Once it was returned nothing of it counts until something of it has been handed in anew. */
export async function proofsAttached(
  database: Database,
  { caseId, duty, proofs }: DutyProofs,
): Promise<readonly string[]> {
  const fresh = await attachedPapers(database, caseId, await returnedAt(database, caseId, duty))
  return proofs.some((proof) => fresh.includes(proof)) ? attachedPapers(database, caseId) : fresh
}

/** When a department last returned what a duty had been made up with; the beginning of time where it never did. */
async function returnedAt(database: Database, caseId: string, duty: string): Promise<Date> {
  const row = await casesTables(database)
    .selectFrom('case_event')
    .select(({ fn }) => fn.max('at').as('at'))
    .where('case_id', '=', caseId)
    .where('type', '=', 'duty-returned')
    .where(sql<boolean>`body->>'duty' = ${duty}`)
    .executeTakeFirst()
  return row?.at ?? new Date(0)
}
