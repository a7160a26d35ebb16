/**
 * Evidence as it is listed: one's own library, and what is attached to a case.
 */

import type * as contract from '@guanjia/contract/cases'
import type { RouteOutput } from '@guanjia/contract/route'
import { sql } from 'kysely'
import type { CasesPorts } from '../cases-ports.ts'
import { evidenceTables, type FileKind } from './evidence-tables.ts'

type Listed = RouteOutput<typeof contract.listEvidence>['documents'][number]
type Attached = RouteOutput<typeof contract.listCaseEvidence>['evidence'][number]

/** The library of a person, each document with its latest version. */
export async function readLibrary(
  { database }: CasesPorts,
  ownerId: string,
  today: string,
): Promise<Listed[]> {
  const { rows } = await sql<{
    id: string
    type: string
    title: string
    expiresOn: string | null
    version: number
    kind: FileKind
    size: number
    name: string
    uploadedAt: Date
  }>`
    select d.id, d.type, d.title, d.expires_on as "expiresOn", v.version, v.kind, v.size, v.name,
      v.uploaded_at as "uploadedAt"
    from evidence_document d
    join lateral (select * from evidence_version where document_id = d.id order by version desc limit 1) v on true
    where d.owner_id = ${ownerId} order by v.uploaded_at desc limit 500`.execute(database)
  return rows.map((row) => ({
    ...row,
    expired: row.expiresOn !== null && row.expiresOn < today ? 'yes' : 'no',
    uploadedAt: row.uploadedAt.toISOString(),
  }))
}

/** What is attached to a case, by requirement, the latest first. */
export async function readCaseEvidence({ database }: CasesPorts, caseId: string): Promise<Attached[]> {
  const rows = await evidenceTables(database)
    .selectFrom('case_evidence')
    .innerJoin('evidence_document', 'evidence_document.id', 'case_evidence.document_id')
    .innerJoin('evidence_version', (join) =>
      join
        .onRef('evidence_version.document_id', '=', 'case_evidence.document_id')
        .onRef('evidence_version.version', '=', 'case_evidence.version'),
    )
    .select([
      'case_evidence.requirement',
      'case_evidence.document_id as document',
      'case_evidence.version',
      'evidence_document.title',
      'evidence_version.kind',
      'case_evidence.attached_at',
    ])
    .where('case_evidence.case_id', '=', caseId)
    .orderBy('case_evidence.requirement')
    .orderBy('case_evidence.attached_at', 'desc')
    .execute()
  return rows.map(({ attached_at, ...row }) => ({ ...row, attachedAt: attached_at.toISOString() }))
}
