/**
 * What applicants do with their cases.
 */

import { array, boolean, int, iso, number, object, record, string, union, uuid } from 'zod'
import { defineRoute } from '../route.ts'
import { caseCommand, caseMoved, caseParams, light, partId, situation } from './case-parts.ts'

/** Answers and facts by name. */
export const caseFacts = record(string().max(80), union([string().max(4000), number(), boolean()]))

/** Opens a case. */
export const openCase = defineRoute({
  id: 'cases.open',
  method: 'POST',
  path: '/api/cases',
  action: 'case.open',
  summary: 'Opens a case for a service of the catalogue; it keeps the service as it stands now',
  body: object({ service: partId, project: uuid().optional(), facts: caseFacts.optional() }),
  response: caseMoved,
  success: 201,
  problems: ['service-unknown'],
  idempotent: true,
})

/** Saves the answers of a draft. */
export const saveCaseAnswers = defineRoute({
  id: 'cases.save-answers',
  method: 'PUT',
  path: '/api/cases/:id/answers',
  action: 'case.edit',
  summary: 'Saves the answers of a draft or of a correction, over the version that the sender has seen',
  params: caseParams,
  body: object({ answersVersion: int().min(1), answers: caseFacts }),
  response: object({ answersVersion: int(), savedAt: iso.datetime() }),
  problems: ['case-received-already', 'answers-changed-meanwhile'],
  idempotent: true,
})

/** Hands a case in. */
export const submitCase = caseCommand({
  id: 'cases.submit',
  path: '/api/cases/:id/submission',
  action: 'case.submit',
  summary: 'Hands the case in; from this day the office has its time to tell all gaps',
  body: {},
})

/** Answers a correction. */
export const answerCorrection = caseCommand({
  id: 'cases.answer-correction',
  path: '/api/cases/:id/correction/answer',
  action: 'case.submit',
  summary: 'Answers the request for correction with the evidence attached since',
  body: {},
})

/** Brings a paper that was to follow. */
export const supplyPaper = caseCommand({
  id: 'cases.supply-paper',
  path: '/api/cases/:id/papers',
  action: 'case.submit',
  summary: 'Brings a paper that was accepted to follow',
  body: { requirement: partId },
})

/** Takes a case back. */
export const withdrawCase = caseCommand({
  id: 'cases.withdraw',
  path: '/api/cases/:id/withdrawal',
  action: 'case.withdraw',
  summary: 'Takes the case back; possible until the decision',
  body: {},
})

/** Signs a promise. */
export const signPromise = caseCommand({
  id: 'cases.sign-promise',
  path: '/api/cases/:id/promises',
  action: 'case.promise',
  summary: 'Signs a promise that stands in for requirements until after the decision',
  body: { promise: partId, agreed: boolean().refine((agreed) => agreed) },
})

/** Takes a promise back. */
export const takeBackPromise = caseCommand({
  id: 'cases.take-back-promise',
  path: '/api/cases/:id/promises/withdrawal',
  action: 'case.promise',
  summary: 'Takes a promise back; possible until the decision',
  body: { promise: partId },
})

/** The cases of whoever asks. */
export const listOwnCases = defineRoute({
  id: 'cases.list-own',
  method: 'GET',
  path: '/api/cases',
  action: 'case.list-own',
  summary: 'The cases of whoever asks, the latest first',
  response: object({
    cases: array(
      object({
        id: uuid(),
        number: string(),
        service: object({ id: string(), name: record(string(), string()) }),
        situation,
        status: int(),
        court: string(),
        /** the authority that leads */
        authority: record(string(), string()),
        light,
        nextDue: iso.date().nullable(),
        nextKind: string().nullable(),
        openedAt: iso.datetime(),
      }),
    ),
  }),
})
