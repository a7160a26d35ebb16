/**
 * The people of a case, for rooms above that tell them something.
 */

import type { Transaction } from '../../platform/database/database.ts'
import { casesTables } from './cases-tables.ts'

/** Who asked for it; undefined where there is no such case. */
export async function findCaseApplicant(tx: Transaction, caseId: string): Promise<string | undefined> {
  const row = await casesTables(tx)
    .selectFrom('case_file')
    .select('applicant_id')
    .where('id', '=', caseId)
    .executeTakeFirst()
  return row?.applicant_id
}

/** The project it belongs to; null where it stands alone, or there is no such case. */
export async function findCaseProject(tx: Transaction, caseId: string): Promise<string | null> {
  const row = await casesTables(tx)
    .selectFrom('case_file')
    .select('project_id')
    .where('id', '=', caseId)
    .executeTakeFirst()
  return row?.project_id ?? null
}
