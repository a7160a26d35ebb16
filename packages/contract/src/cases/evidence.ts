/**
 * Evidence: uploads that can be resumed, the library they go to, and what is attached to a case.
 */

import { array, boolean, enum as choice, int, iso, object, record, string, unknown, uuid } from 'zod'
import { defineRoute } from '../route.ts'
import { caseParams, day, partId } from './case-parts.ts'

const uploadParams = object({ id: uuid() })
const wording = record(string(), string())
const fileKind = choice(['pdf', 'jpeg', 'png', 'ofd', 'docx'])

/** Begins an upload. */
export const startUpload = defineRoute({
  id: 'evidence.start-upload',
  method: 'POST',
  path: '/api/evidence/uploads',
  action: 'evidence.keep',
  summary: 'Begins an upload; its parts follow in order and it can be taken up again after a break',
  body: object({ name: string().trim().min(1).max(200), size: int().min(1) }),
  response: object({ id: uuid(), received: int(), partBytes: int() }),
  success: 201,
  problems: ['file-too-large'],
  idempotent: true,
})

/** How far an upload has come. */
export const readUpload = defineRoute({
  id: 'evidence.read-upload',
  method: 'GET',
  path: '/api/evidence/uploads/:id',
  action: 'evidence.use-own',
  summary: 'How many bytes have arrived: where to go on after a break',
  params: uploadParams,
  response: object({ id: uuid(), name: string(), size: int(), received: int() }),
})

/** Sends a part. */
export const appendPart = defineRoute({
  id: 'evidence.append-part',
  method: 'POST',
  path: '/api/evidence/uploads/:id/parts',
  action: 'evidence.use-own',
  summary: 'Appends a part at an offset; a part that arrived before is taken as arrived',
  params: uploadParams,
  body: object({ offset: int().min(0), bytes: string().max(240_000) }),
  response: object({ received: int() }),
  problems: ['upload-offset-wrong', 'upload-beyond-size'],
})

/** Keeps what was uploaded. */
export const keepEvidence = defineRoute({
  id: 'evidence.keep',
  method: 'POST',
  path: '/api/evidence',
  action: 'evidence.keep',
  summary: 'Puts a finished upload into one’s own library, as a new document or as a new version of one',
  body: object({
    upload: uuid(),
    type: partId,
    title: string().trim().min(1).max(200),
    expiresOn: day.optional(),
    /** code of an organisation one belongs to, into whose library it goes */
    organisation: string().length(18).optional(),
    document: uuid().optional(),
  }),
  response: object({ id: uuid(), version: int(), kind: fileKind }),
  success: 201,
  problems: [
    'upload-unknown',
    'upload-unfinished',
    'file-kind-unknown',
    'file-damaged',
    'document-unknown',
    'organisation-not-own',
  ],
  idempotent: true,
})

/** One's own library. */
export const listEvidence = defineRoute({
  id: 'evidence.list',
  method: 'GET',
  path: '/api/evidence',
  action: 'evidence.keep',
  summary: 'The documents of one’s own library and of the organisations one belongs to, to be used again',
  response: object({
    /** the libraries one may put something into, besides one’s own */
    organisations: array(object({ code: string(), name: string() })),
    /** kinds of evidence that applicants bring */
    types: array(object({ id: string(), name: wording })),
    documents: array(
      object({
        id: uuid(),
        type: string(),
        typeName: wording,
        title: string(),
        organisation: string().nullable(),
        versions: array(object({ version: int(), kind: fileKind, size: int(), uploadedAt: iso.datetime() })),
        usedIn: array(
          object({ caseId: uuid(), number: string(), service: wording, version: int(), own: boolean() }),
        ),
        expiresOn: iso.date().nullable(),
        expired: choice(['yes', 'no']),
        version: int(),
        kind: fileKind,
        size: int(),
        name: string(),
        uploadedAt: iso.datetime(),
      }),
    ),
  }),
})

/** One version of a document. */
export const readEvidence = defineRoute({
  id: 'evidence.read',
  method: 'GET',
  path: '/api/evidence/:id/:version',
  action: 'evidence.read',
  summary: 'The file itself, for its owner and for those who work on a case it is attached to',
  params: object({ id: uuid(), version: string().regex(/^\d{1,5}$/) }),
  response: unknown(),
  produces: 'application/octet-stream',
  problems: ['document-unknown'],
})

/** Attaches a document to a case. */
export const attachEvidence = defineRoute({
  id: 'cases.attach-evidence',
  method: 'POST',
  path: '/api/cases/:id/evidence',
  action: 'case.edit',
  summary: 'Attaches the latest version of a document to a requirement of the case',
  params: caseParams,
  body: object({ requirement: partId, document: uuid() }),
  response: object({ document: uuid(), version: int() }),
  success: 201,
  problems: ['document-unknown', 'document-expired', 'gap-not-of-service', 'case-ended'],
  idempotent: true,
})

/** Takes a document off a case. */
export const detachEvidence = defineRoute({
  id: 'cases.detach-evidence',
  method: 'POST',
  path: '/api/cases/:id/evidence/detachment',
  action: 'case.edit',
  summary: 'Takes a document off the case as long as it was not handed in',
  params: caseParams,
  body: object({ requirement: partId, document: uuid() }),
  response: object({ document: uuid() }),
  problems: ['document-unknown', 'case-received-already'],
  idempotent: true,
})

/** What is attached to a case. */
export const listCaseEvidence = defineRoute({
  id: 'cases.list-evidence',
  method: 'GET',
  path: '/api/cases/:id/evidence',
  action: 'case.read',
  summary: 'What is attached to the case, by requirement',
  params: caseParams,
  response: object({
    evidence: array(
      object({
        requirement: string(),
        document: uuid(),
        version: int(),
        title: string(),
        kind: fileKind,
        size: int(),
        /** whether it may still be taken off */
        removable: boolean(),
        attachedAt: iso.datetime(),
      }),
    ),
  }),
})
