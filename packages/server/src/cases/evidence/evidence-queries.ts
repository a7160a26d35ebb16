/**
 * Evidence as it is listed: the libraries of somebody, and what is attached to a case.
 */

import type * as contract from '@guanjia/contract/cases'
import type { RouteOutput } from '@guanjia/contract/route'
import { type CasesPorts, dayOf } from '../cases-ports.ts'
import { type CasesTables, casesTables } from '../store/cases-tables.ts'
import { removableSince } from './attachment-commands.ts'
import { evidenceTables } from './evidence-tables.ts'
import { inLibraryOf, type LibraryOwner } from './library-owner.ts'

type Library = RouteOutput<typeof contract.listEvidence>
type Listed = Library['documents'][number]
type Attached = RouteOutput<typeof contract.listCaseEvidence>['evidence'][number]

const mostListed = 500

/** The libraries of somebody, the document with the latest version first, each with where it is used. */
export async function readLibrary(ports: CasesPorts, owner: LibraryOwner): Promise<Library> {
  const { database, clock, catalogue, nameOrganisations, nameOtherTypes } = ports
  const documents = await evidenceTables(database)
    .selectFrom('evidence_document')
    .selectAll()
    .where((row) => inLibraryOf(owner)(row))
    .orderBy('created_at', 'desc')
    .limit(mostListed)
    .execute()
  const ids = documents.map(({ id }) => id)
  const [versions, uses] = await Promise.all([versionsOf(ports, ids), usesOf(ports, ids, owner.id)])
  const today = dayOf(ports, clock.now())
  const types = (await catalogue.current())?.catalogue.evidenceTypes ?? []
  const names = new Map([...nameOtherTypes(), ...types.map(({ id, name }) => [id, name] as const)])
  const listed = documents.flatMap((document): Listed[] => {
    const own = versions.filter(({ documentId }) => documentId === document.id)
    const [latest] = own
    if (latest === undefined) return []
    return [
      {
        id: document.id,
        type: document.type,
        typeName: names.get(document.type) ?? {},
        title: document.title,
        organisation: document.organisation_code,
        expiresOn: latest.expiresOn,
        expired: latest.expiresOn !== null && latest.expiresOn < today ? 'yes' : 'no',
        version: latest.version,
        kind: latest.kind,
        size: latest.size,
        name: latest.name,
        uploadedAt: latest.uploadedAt,
        versions: own.map(({ version, kind, size, uploadedAt }) => ({ version, kind, size, uploadedAt })),
        usedIn: uses.flatMap(({ documentId, ...use }) => (documentId === document.id ? [use] : [])),
      },
    ]
  })
  return {
    organisations: [...(await nameOrganisations(owner.organisations))],
    types: types.map(({ id, name }) => ({ id, name })),
    documents: listed.toSorted((one, other) => (one.uploadedAt > other.uploadedAt ? -1 : 1)),
  }
}

async function versionsOf({ database }: CasesPorts, ids: readonly string[]) {
  if (ids.length === 0) return []
  const rows = await evidenceTables(database)
    .selectFrom('evidence_version')
    .select([
      'document_id as documentId',
      'version',
      'kind',
      'size',
      'name',
      'expires_on as expiresOn',
      'uploaded_at',
    ])
    .where('document_id', 'in', [...ids])
    .orderBy('version', 'desc')
    .execute()
  return rows.map(({ uploaded_at, ...row }) => ({ ...row, uploadedAt: uploaded_at.toISOString() }))
}

async function usesOf({ database }: CasesPorts, ids: readonly string[], personId: string) {
  if (ids.length === 0) return []
  const rows = await evidenceTables(database)
    .withTables<CasesTables>()
    .selectFrom('case_evidence')
    .innerJoin('case_file', 'case_file.id', 'case_evidence.case_id')
    .select([
      'case_evidence.document_id as documentId',
      'case_evidence.version',
      'case_file.id as caseId',
      'case_file.number',
      'case_file.service_name as service',
      'case_file.applicant_id',
    ])
    .where('case_evidence.document_id', 'in', [...ids])
    .where('case_evidence.detached_at', 'is', null)
    .where('case_file.situation', '!=', 'discarded')
    .orderBy('case_evidence.attached_at', 'desc')
    .execute()
  return rows.map(({ applicant_id, ...row }) => ({ ...row, own: applicant_id === personId }))
}

/** What is attached to a case, by requirement, the latest first. */
export async function readCaseEvidence({ database }: CasesPorts, caseId: string): Promise<Attached[]> {
  const file = await casesTables(database)
    .selectFrom('case_file')
    .select(['id', 'state'])
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow()
  const since = await removableSince(database, file)
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
      'evidence_version.size',
      'case_evidence.attached_at',
    ])
    .where('case_evidence.case_id', '=', caseId)
    .where('case_evidence.detached_at', 'is', null)
    .orderBy('case_evidence.requirement')
    .orderBy('case_evidence.attached_at', 'desc')
    .execute()
  return rows.map(({ attached_at: at, ...row }) => ({
    ...row,
    removable: since !== undefined && at >= since,
    attachedAt: at.toISOString(),
  }))
}
