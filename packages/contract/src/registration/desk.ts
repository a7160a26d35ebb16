/**
 * The registrars' desk.
 */

import { array, boolean, enum as choice, iso, object, string, uuid } from 'zod'
import { defineRoute } from '../route.ts'
import { applicationParams, stage } from './answers.ts'
import { application, checkResult, failedCheck, licenceResult } from './case-view.ts'

/** The registrars' queue. */
export const listQueue = defineRoute({
  id: 'registration.list-queue',
  method: 'GET',
  path: '/api/registration/queue',
  action: 'registration.queue',
  summary: 'Applications that wait for a person, the most pressing first',
  response: object({
    entries: array(
      object({
        id: uuid(),
        number: string(),
        kind: choice(['LLC', 'IND']),
        name: string().nullable(),
        reasons: array(failedCheck),
        acceptedAt: iso.datetime(),
        dueAt: iso.datetime(),
        overdue: boolean(),
        officer: string().nullable(),
        mine: boolean(),
      }),
    ),
  }),
})

/** Cases by a word of their name or number. */
export const findCases = defineRoute({
  id: 'registration.find-cases',
  method: 'GET',
  path: '/api/registration/cases',
  action: 'registration.queue',
  summary:
    'Applications whose name holds the words, or whose number or unified code begins with them; drafts left out',
  query: object({ words: string().min(2).max(60) }),
  response: object({
    cases: array(
      object({
        id: uuid(),
        number: string(),
        name: string().nullable(),
        unifiedCode: string().nullable(),
        stage,
        decidedAt: iso.datetime().nullable(),
      }),
    ),
  }),
})

/** The case on a registrar's desk. */
export const reviewApplication = defineRoute({
  id: 'registration.review',
  method: 'GET',
  path: '/api/registration/queue/:id',
  action: 'registration.review',
  summary: 'The whole case with every check, for the registrar',
  params: applicationParams,
  response: object({
    application,
    verdict: choice(['approve', 'wait', 'human', 'reject']).nullable(),
    checks: array(checkResult),
    /** the checks as they stood when the case went to a person */
    referral: object({ decidedAt: iso.datetime(), digest: string(), checks: array(checkResult) }).nullable(),
  }),
  problems: ['application-not-with-officer'],
})

/** Takes a case. */
export const claimApplication = defineRoute({
  id: 'registration.claim',
  method: 'POST',
  path: '/api/registration/queue/:id/claim',
  action: 'registration.decide',
  summary: 'Takes a waiting case onto one’s own desk',
  params: applicationParams,
  response: object({ stage }),
  problems: ['application-not-with-officer', 'claimed-by-other'],
  idempotent: true,
})

/** Decides a case. */
export const decideApplication = defineRoute({
  id: 'registration.decide',
  method: 'POST',
  path: '/api/registration/queue/:id/decision',
  action: 'registration.decide',
  summary:
    'A registrar approves or refuses, with a reason; a lawful ground that rejects cannot be approved away',
  params: applicationParams,
  body: object({ outcome: choice(['approved', 'refused']), reason: string().min(4).max(1000) }),
  response: object({
    outcome: choice(['approved', 'refused']),
    decisionId: uuid(),
    decidedAt: iso.datetime(),
    licence: licenceResult.nullable(),
  }),
  problems: [
    'application-not-with-officer',
    'claimed-by-other',
    'claim-missing',
    'check-rejects',
    'seat-taken',
    'name-taken',
    'code-numbers-exhausted',
  ],
  idempotent: true,
})

/** Corrects a licence. */
export const correctLicence = defineRoute({
  id: 'registration.correct',
  method: 'POST',
  path: '/api/registration/applications/:id/correction',
  action: 'registration.correct',
  summary: 'Corrects a clerical fault of the licence; a new licence replaces the old one',
  params: applicationParams,
  body: object({
    field: choice(['scope', 'premises', 'type']),
    value: string().min(1).max(20_000),
    reason: string().min(4).max(1000),
  }),
  response: object({ licence: licenceResult }),
  problems: ['application-not-approved'],
  idempotent: true,
})

/** First half of a revocation. */
export const proposeRevocation = defineRoute({
  id: 'registration.propose-revocation',
  method: 'POST',
  path: '/api/registration/applications/:id/revocation',
  action: 'registration.propose-revocation',
  summary: 'Proposes to revoke the registration; a lead confirms',
  params: applicationParams,
  body: object({ reason: string().min(4).max(1000) }),
  response: object({ stage }),
  problems: ['application-not-approved'],
  idempotent: true,
})

/** Second half of a revocation. */
export const confirmRevocation = defineRoute({
  id: 'registration.confirm-revocation',
  method: 'POST',
  path: '/api/registration/applications/:id/revocation/confirm',
  action: 'registration.confirm-revocation',
  summary: 'Revokes the registration; never by the person who proposed it',
  params: applicationParams,
  response: object({ stage }),
  problems: ['revocation-not-proposed', 'second-officer-required'],
  idempotent: true,
})
