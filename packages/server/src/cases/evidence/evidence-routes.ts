/**
 * Evidence over the wire.
 */

import { join } from 'node:path'
import * as contract from '@guanjia/contract/cases'
import type { Resource } from '@guanjia/core/access'
import { accept, refuse } from '@guanjia/core/kernel'
import type { CasesPorts } from '../cases-ports.ts'
import { act, consultedIn, findCaseResource, idOf } from '../routes/case-acts.ts'
import { casesTables } from '../store/cases-tables.ts'
import { attachTo, detachFrom } from './attachment-commands.ts'
import { documentAnswer } from './document-answer.ts'
import { appendTo, keepUpload } from './evidence-commands.ts'
import { readCaseEvidence, readLibrary } from './evidence-queries.ts'
import { evidenceTables } from './evidence-tables.ts'
import { libraryOwner } from './library-owner.ts'
import { type UploadFolder, uploadFolder } from './upload-folder.ts'

const largestFile = 50 * 1024 * 1024
/** a part as base64 stays below the limit of a request */
const partBytes = 180_000

/** Answers the routes of uploads, of the library and of what is attached. */
export function implementEvidenceRoutes(ports: CasesPorts): void {
  const folder = uploadFolder(join(ports.dataFolder, 'uploads'))
  implementUploadRoutes(ports, folder)
  implementLibraryRoutes(ports, folder)
  implementAttachmentRoutes(ports)
}

function implementUploadRoutes(ports: CasesPorts, folder: UploadFolder): void {
  const { implement } = ports
  const owned = findUploadOwner(ports)
  implement(
    contract.startUpload,
    (input) => {
      const id = ports.newId()
      const { name, size } = input.body
      return act(ports, { name: 'evidence.start-upload', id, input, legal: false }, async ({ tx, now }) => {
        if (size > largestFile) return refuse('file-too-large', { most: largestFile })
        const owner_id = idOf(input.principal)
        await evidenceTables(tx)
          .insertInto('evidence_upload')
          .values({ id, owner_id, name, size, received: 0, kept_at: null, started_at: now })
          .execute()
        return accept({ id, received: 0, partBytes })
      })
    },
    { 'file-too-large': 422 },
  )
  implement(
    contract.readUpload,
    async ({ params }) =>
      accept(
        await evidenceTables(ports.database)
          .selectFrom('evidence_upload')
          .select(['id', 'name', 'size', 'received'])
          .where('id', '=', params.id)
          .executeTakeFirstOrThrow(),
      ),
    {},
    owned,
  )
  implement(
    contract.appendPart,
    ({ params, body }) => {
      const bytes = Buffer.from(body.bytes, 'base64')
      return appendTo(ports, folder, { id: params.id, offset: body.offset, bytes })
    },
    { 'upload-offset-wrong': 409, 'upload-beyond-size': 422 },
    owned,
  )
}

function findUploadOwner({ database }: CasesPorts) {
  return async ({ params }: { readonly params: { readonly id: string } }): Promise<Resource | undefined> => {
    const row = await evidenceTables(database)
      .selectFrom('evidence_upload')
      .select('owner_id as ownerId')
      .where('id', '=', params.id)
      .executeTakeFirst()
    return row
  }
}

function implementLibraryRoutes(ports: CasesPorts, folder: UploadFolder): void {
  const { implement } = ports
  implement(
    contract.keepEvidence,
    async (input) => {
      const keeping = { ...input.body, owner: libraryOwner(input.principal) }
      const kept = await act(
        ports,
        { name: 'evidence.keep', id: keeping.upload, input, legal: false },
        (context) => keepUpload(ports, { context, folder }, keeping),
      )
      // after the commit: a crash in between leaves a file too many, never one too few
      if (kept.ok) await folder.remove(keeping.upload)
      return kept
    },
    {
      'upload-unknown': 404,
      'upload-unfinished': 409,
      'file-kind-unknown': 422,
      'file-damaged': 422,
      'document-unknown': 404,
      'organisation-not-own': 403,
    },
  )
  implement(
    contract.listEvidence,
    async ({ principal }) => {
      const owner = libraryOwner(principal)
      return accept(await readLibrary(ports, owner))
    },
    {},
  )
  implement(
    contract.readEvidence,
    async ({ params }) => {
      const sent = await documentAnswer(ports, { document: params.id, version: Number(params.version) })
      return sent === undefined ? refuse('document-unknown') : accept(sent)
    },
    { 'document-unknown': 404 },
    findDocumentResource(ports),
  )
}

interface AttachedVersion {
  readonly case_id: string
  readonly document_id: string
  readonly version: number
  readonly detached_at: Date | null
}

interface VersionAsked {
  readonly params: { readonly id: string; readonly version: string }
}

/** Whose document it is, and who works on the cases that this version of it was handed in with, or was asked in them. */
function findDocumentResource({ database }: CasesPorts) {
  return async ({ params }: VersionAsked): Promise<Resource | undefined> => {
    const document = await evidenceTables(database)
      .selectFrom('evidence_document')
      .select(['owner_id', 'organisation_code'])
      .where('id', '=', params.id)
      .executeTakeFirst()
    if (document === undefined) return undefined
    const cases = await casesTables(database)
      .withTables<{ case_evidence: AttachedVersion }>()
      .selectFrom('case_file')
      .innerJoin('case_evidence', 'case_evidence.case_id', 'case_file.id')
      .select(['case_file.authorities', 'case_file.state'])
      .where('case_evidence.document_id', '=', params.id)
      .where('case_evidence.version', '=', Number(params.version))
      .where('case_evidence.detached_at', 'is', null)
      .where('case_file.situation', 'not in', ['draft', 'discarded'])
      .execute()
    const { owner_id: ownerId, organisation_code: organisation } = document
    return {
      ownerId,
      handedIn: cases.length > 0,
      authorities: cases.flatMap((each) => each.authorities),
      consulted: cases.flatMap(({ state }) => consultedIn(state)),
      ...(organisation === null ? {} : { organisation }),
    }
  }
}

function implementAttachmentRoutes(ports: CasesPorts): void {
  const { implement } = ports
  const owned = findCaseResource(ports)
  implement(
    contract.attachEvidence,
    (input) => {
      const { id: caseId } = input.params
      const attachment = { caseId, ...input.body, owner: libraryOwner(input.principal) }
      return act(ports, { name: 'cases.attach-evidence', id: caseId, input, legal: false }, (context) =>
        attachTo(ports, context, attachment),
      )
    },
    { 'document-unknown': 404, 'document-expired': 422, 'gap-not-of-service': 422, 'case-ended': 409 },
    owned,
  )
  implement(
    contract.detachEvidence,
    (input) => {
      const { id: caseId } = input.params
      return act(ports, { name: 'cases.detach-evidence', id: caseId, input, legal: false }, (context) =>
        detachFrom(context, { caseId, ...input.body }),
      )
    },
    { 'document-unknown': 404, 'case-received-already': 409 },
    owned,
  )
  implement(
    contract.listCaseEvidence,
    async ({ params }) => accept({ evidence: await readCaseEvidence(ports, params.id) }),
    {},
    owned,
  )
}
