/**
 * Papers that somebody brings to the counter: captured there, and taken as the answer to a request for correction.
 */

import { array, enum as choice, int, object, string, uuid } from 'zod'
import { defineRoute } from '../route.ts'
import { caseCommand, caseParams, partId } from './case-parts.ts'

/** Captures a paper. */
export const captureEvidence = defineRoute({
  id: 'cases.capture-evidence',
  method: 'POST',
  path: '/api/counter/cases/:id/evidence',
  action: 'case.check',
  summary: 'Puts a finished upload of the clerk into the applicant’s library and attaches it to the case',
  params: caseParams,
  body: object({ upload: uuid(), requirement: partId, title: string().trim().min(1).max(200) }),
  response: object({ document: uuid(), version: int(), kind: choice(['pdf', 'jpeg', 'png', 'ofd', 'docx']) }),
  success: 201,
  problems: [
    'upload-unknown',
    'upload-unfinished',
    'file-kind-unknown',
    'file-damaged',
    'organisation-not-own',
    'document-unknown',
    'document-expired',
    'gap-not-of-service',
    'case-ended',
  ],
  idempotent: true,
})

/** Takes the missing papers. */
export const answerCorrectionAtCounter = caseCommand({
  id: 'cases.answer-correction-at-counter',
  path: '/api/counter/cases/:id/correction/answer',
  action: 'case.check',
  summary: 'Takes the papers that a request for correction asked for and that were brought to the counter',
  body: { papers: array(partId).max(60) },
})
