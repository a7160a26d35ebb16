/**
 * What is attached to a case.
 */

import type { Database } from '../../platform/database/database.ts'
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
