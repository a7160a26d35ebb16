/**
 * Whether a case may be approved without a second look, with what only the database knows: evidence that has expired.
 */

import {
  type ApprovalAct,
  type ApprovalObstacle,
  type ApprovalWords,
  plainApproval,
} from '@guanjia/core/cases'
import { type Result, refuse } from '@guanjia/core/kernel'
import { sql } from 'kysely'
import type { Database } from '../../platform/database/database.ts'
import { type CasesPorts, dayOf } from '../cases-ports.ts'
import type { CaseRow } from '../store/cases-tables.ts'

/** Why a case waits for a second look. */
export type CaseObstacle = ApprovalObstacle | 'evidence-expired'

/** What is looked at, by whom and when. */
export interface Looking {
  readonly row: Pick<CaseRow, 'id' | 'state'>
  readonly words: ApprovalWords
  readonly by: string
  readonly now: Date
  /** cases to which expired evidence is attached */
  readonly expired: ReadonlySet<string>
}

/** The acts of a plain approval, or why there is none. */
export function approvalOf(
  ports: CasesPorts,
  { row, words, by, now, expired }: Looking,
): Result<readonly ApprovalAct[], CaseObstacle> {
  if (expired.has(row.id)) return refuse('evidence-expired')
  return plainApproval(row.state, words, { on: dayOf(ports, now), by, calendar: ports.zone.calendar })
}

/** Those of the cases to which a version of a document is attached that is of no use any more. */
export async function casesWithExpiredEvidence(
  database: Database,
  ids: readonly string[],
  today: string,
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`
    select distinct attached.case_id as id from case_evidence attached
    join evidence_version used on used.document_id = attached.document_id and used.version = attached.version
    where attached.case_id = any(${[...ids]}::uuid[]) and attached.detached_at is null
      and used.expires_on < ${today}::date`.execute(database)
  return new Set(rows.map(({ id }) => id))
}
