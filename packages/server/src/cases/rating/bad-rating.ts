/**
 * A bad rating as the register of issues is told of it.
 */

import { assert } from '@guanjia/core/kernel'
import type { Database } from '../../platform/database/database.ts'
import { ratingTables } from './rating-tables.ts'

/** The rating of a case that somebody was dissatisfied with; undefined where nobody was. */
export async function findBadRating(database: Database, caseId: string) {
  const row = await ratingTables(database)
    .selectFrom('case_rating')
    .innerJoin('case_file', 'case_file.id', 'case_rating.case_id')
    .select(['number', 'service_name', 'applicant_id', 'comment', 'authorities'])
    .where('case_id', '=', caseId)
    .where('call_back_by', 'is not', null)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const [lead] = row.authorities
  assert(lead !== undefined, 'a case is led by an authority')
  const { number: caseNumber, applicant_id: applicantId, comment } = row
  return { caseNumber, applicantId, comment, lead, service: row.service_name['zh-CN'] ?? caseNumber }
}
