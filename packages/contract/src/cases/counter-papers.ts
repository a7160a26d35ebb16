/**
 * What somebody without an account does at the counter: papers that they bring are captured and taken, as the answer to a
 * request for correction, as papers to follow or as the proof of a promise; and they take the case back.
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

/** Takes a paper to follow. */
export const supplyPaperAtCounter = caseCommand({
  id: 'cases.supply-paper-at-counter',
  path: '/api/counter/cases/:id/papers',
  action: 'case.check',
  summary:
    'Takes a paper at the counter that was accepted to follow, or that a case accepted by silence lacks',
  body: { requirement: partId },
})

/** Takes the proof of a promise. */
export const makeUpDutyAtCounter = caseCommand({
  id: 'cases.make-up-duty-at-counter',
  path: '/api/counter/cases/:id/duties/made-up',
  action: 'case.check',
  summary:
    'Makes a duty up with the papers brought to the counter and what is attached to it; in the rectification still',
  body: { duty: partId, papers: array(partId).max(60) },
})

/** Takes a case back. */
export const withdrawAtCounter = caseCommand({
  id: 'cases.withdraw-at-counter',
  path: '/api/counter/cases/:id/withdrawal',
  action: 'case.check',
  summary: 'Takes the case back for an applicant who stands at the counter and has asked for it in writing',
  body: {},
})
