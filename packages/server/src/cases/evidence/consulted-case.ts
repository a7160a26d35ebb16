/**
 * A case that rooms above look into: what it is, and the documents attached to it.
 */

import type { Database } from '../../platform/database/database.ts'
import { casesTables } from '../store/cases-tables.ts'
import { evidenceTables } from './evidence-tables.ts'

/** The case with the versions of documents that were attached to it. */
export interface ConsultedCase {
  readonly id: string
  readonly projectId: string | null
  readonly documents: readonly {
    readonly document: string
    readonly version: number
    readonly title: string
  }[]
}

/** Finds a case by its number; undefined where there is none. */
export async function findConsultedCase(
  database: Database,
  number: string,
): Promise<ConsultedCase | undefined> {
  const file = await casesTables(database)
    .selectFrom('case_file')
    .select(['id', 'project_id'])
    .where('number', '=', number)
    .executeTakeFirst()
  if (file === undefined) return undefined
  const rows = await evidenceTables(database)
    .selectFrom('case_evidence')
    .innerJoin('evidence_document', 'evidence_document.id', 'case_evidence.document_id')
    .select(['case_evidence.document_id as document', 'case_evidence.version', 'evidence_document.title'])
    .where('case_evidence.case_id', '=', file.id)
    .where('case_evidence.detached_at', 'is', null)
    .orderBy('case_evidence.requirement')
    .orderBy('case_evidence.attached_at')
    .execute()
  // one document may stand for several requirements, and is read once
  const documents = [...new Map(rows.map((row) => [`${row.document} ${row.version}`, row])).values()]
  return { id: file.id, projectId: file.project_id, documents }
}
