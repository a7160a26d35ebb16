/**
 * The papers an applicant hands in with a registration. Files are uploaded into the applicant's own library first (see
 * evidence); here they are attached, looked at, and marked as read by the registrar who decides.
 */

import { array, enum as choice, int, iso, object, string, unknown, uuid } from 'zod'
import { defineRoute } from '../route.ts'
import { applicationParams, key } from './answers.ts'

const digest = string().regex(/^[0-9a-f]{64}$/)

/** A file of a paper. */
export const attachedFile = object({
  /** SHA-256 of its content */
  digest,
  format: choice(['pdf', 'jpeg', 'png']),
  bytes: int(),
  name: string(),
  attachedAt: iso.datetime(),
})

/** A paper that the answers ask for, with the files given for it. */
export const askedPaper = object({
  paper: string(),
  /** the question it belongs to */
  section: string(),
  name: string(),
  hint: string(),
  need: choice(['required', 'optional']),
  article: string(),
  /** S sourced, G general knowledge, U to be confirmed */
  mark: choice(['S', 'G', 'U']),
  files: array(attachedFile),
})

/** Every paper that a set-up may ask for. */
export const listPapers = defineRoute({
  id: 'registration.list-papers',
  method: 'GET',
  path: '/api/registration/papers',
  action: 'public.read',
  summary: 'The papers that a set-up may ask for, with the article each rests on; most set-ups ask for none',
  response: object({ papers: array(askedPaper.omit({ files: true })) }),
})

/** The limits of a file, for the page that takes it. */
export const fileLimits = object({ largestBytes: int(), mostFiles: int() })

const afterwards = object({ version: int(), papers: array(askedPaper) })

/** Hands a paper in. */
export const attachPaper = defineRoute({
  id: 'registration.attach-paper',
  method: 'POST',
  path: '/api/registration/applications/:id/papers',
  action: 'registration.edit',
  summary: 'Hands in the latest version of a document of one’s own library; signatures given before are void',
  params: applicationParams,
  body: object({ paper: key, document: uuid() }),
  response: afterwards,
  success: 201,
  problems: [
    'application-not-open',
    'document-unknown',
    'paper-not-asked',
    'paper-format-not-taken',
    'paper-too-large',
    'paper-files-too-many',
  ],
  idempotent: true,
})

/** Takes a paper back. */
export const detachPaper = defineRoute({
  id: 'registration.detach-paper',
  method: 'DELETE',
  path: '/api/registration/applications/:id/papers/:paper/:digest',
  action: 'registration.edit',
  summary: 'Takes a file of a paper away; signatures given before are void',
  params: applicationParams.extend({ paper: key, digest }),
  response: afterwards,
  problems: ['application-not-open'],
})

/** The file itself. */
export const readAttached = defineRoute({
  id: 'registration.read-attached',
  method: 'GET',
  path: '/api/registration/applications/:id/files/:digest',
  action: 'registration.read-attached',
  summary:
    'A file handed in with the application or with its correction, for those who sign it and those who decide',
  params: applicationParams.extend({ digest }),
  response: unknown(),
  produces: 'application/octet-stream',
  problems: ['paper-file-unknown'],
})

/** One page of a PDF as a picture. */
export const readAttachedPage = defineRoute({
  id: 'registration.read-attached-page',
  method: 'GET',
  path: '/api/registration/applications/:id/files/:digest/pages/:page',
  action: 'registration.read-attached',
  summary: 'One page of a PDF that was handed in, as a picture that any browser shows',
  params: applicationParams.extend({ digest, page: string().regex(/^[1-9]\d{0,3}$/) }),
  response: object({
    /** SVG */
    picture: string(),
    pages: int(),
  }),
  problems: ['paper-file-unknown', 'page-not-there', 'file-not-shown'],
})

/** Marks a file as read. */
export const openPaper = defineRoute({
  id: 'registration.open-paper',
  method: 'POST',
  path: '/api/registration/queue/:id/files/:digest/reading',
  action: 'registration.review',
  summary: 'Records that this registrar has opened the file; without it nothing is approved',
  params: applicationParams.extend({ digest }),
  response: object({ digest, openedAt: iso.datetime() }),
  problems: ['paper-file-unknown'],
  idempotent: true,
})
