/**
 * Signing, submitting, and what came of it.
 */

import { array, boolean, enum as choice, int, iso, literal, object, string, union, unknown, uuid } from 'zod'
import { defineRoute } from '../route.ts'
import { applicationParams, stage } from './answers.ts'
import { checkResult, failedCheck, licenceResult } from './case-view.ts'

const signingLink = object({
  partyId: string(),
  name: string(),
  url: string(),
  expiresAt: iso.datetime(),
  /** whether it is the reader who signs behind it */
  own: boolean(),
})

/** Sends the links for signing. */
export const requestSignatures = defineRoute({
  id: 'registration.request-signatures',
  method: 'POST',
  path: '/api/registration/applications/:id/signatures',
  action: 'registration.request-signatures',
  summary:
    'Makes the papers and a link for each person who has not signed them; links asked for before are void, signatures only where the papers have changed',
  params: applicationParams,
  body: object({
    version: int(),
    /** the applicant knows that what was signed over other papers will be void */
    voiding: boolean().optional(),
  }),
  response: object({
    documentsDigest: string(),
    documents: array(object({ kind: string(), digest: string() })),
    links: array(signingLink),
  }),
  success: 201,
  problems: [
    'application-not-open',
    'answers-incomplete',
    'answers-changed-meanwhile',
    'papers-changed-since-signing',
  ],
})

/** The open links, told again. */
export const listSigningLinks = defineRoute({
  id: 'registration.list-signing-links',
  method: 'GET',
  path: '/api/registration/applications/:id/signatures',
  action: 'registration.read',
  summary:
    'The open links of those who have not signed: all of them for the applicant, their own for a signer',
  params: applicationParams,
  response: object({
    links: array(signingLink),
    /** whether the reader may have new links made */
    mayRenew: boolean(),
  }),
})

const signingParams = object({ token: string().min(16).max(100) })

/** What a signer is asked to sign. */
export const readSigning = defineRoute({
  id: 'registration.read-signing',
  method: 'GET',
  path: '/api/registration/signing/:token',
  action: 'registration.read-to-sign',
  summary: 'The papers behind a link, for the person it was made for',
  params: signingParams,
  response: object({
    applicationId: uuid(),
    applicationNumber: string(),
    name: string().nullable(),
    signerName: string(),
    duties: array(string()),
    documentsDigest: string(),
    documents: array(object({ kind: string(), digest: string(), content: unknown() })),
    signedAt: iso.datetime().nullable(),
    expiresAt: iso.datetime(),
  }),
  problems: ['link-expired'],
})

/** Signs. */
export const signPapers = defineRoute({
  id: 'registration.sign',
  method: 'POST',
  path: '/api/registration/signing/:token',
  action: 'registration.sign',
  summary: 'Signs the papers behind a link with the key of the person signed in',
  params: signingParams,
  body: object({ documentsDigest: string(), agreed: literal(true) }),
  response: object({ signedAt: iso.datetime(), missing: int() }),
  problems: [
    'link-expired',
    'documents-changed',
    'application-not-in-signing',
    'signer-not-named',
    'identity-not-verified',
  ],
  idempotent: true,
})

/** Submits: the automatic decision is made in this request. */
export const submitApplication = defineRoute({
  id: 'registration.submit',
  method: 'POST',
  path: '/api/registration/applications/:id/submit',
  action: 'registration.submit',
  summary:
    'Pre-review, acceptance, approval and closing in one automatic step; or a reasoned referral or refusal',
  params: applicationParams,
  response: union([
    object({
      outcome: literal('approved'),
      decisionId: uuid(),
      decidedAt: iso.datetime(),
      fullyAuto: boolean(),
      licence: licenceResult,
    }),
    object({
      outcome: literal('refused'),
      decisionId: uuid(),
      decidedAt: iso.datetime(),
      reasons: array(failedCheck),
    }),
    object({
      outcome: literal('with-officer'),
      reasons: array(failedCheck),
      dueAt: iso.datetime(),
      dueBecause: array(string()),
    }),
  ]),
  problems: [
    'application-not-in-signing',
    'answers-incomplete',
    'signatures-missing',
    'checks-waiting',
    'seat-taken',
    'name-taken',
    'calendar-not-published',
    'code-numbers-exhausted',
  ],
  idempotent: true,
})

/** Takes an application back. */
export const withdrawApplication = defineRoute({
  id: 'registration.withdraw',
  method: 'POST',
  path: '/api/registration/applications/:id/withdrawal',
  action: 'registration.withdraw',
  summary: 'Takes the application back; its seat and its name are free again',
  params: applicationParams,
  response: object({ stage }),
  problems: ['application-not-open'],
  idempotent: true,
})

/** What happened so far. */
export const readTimeline = defineRoute({
  id: 'registration.read-timeline',
  method: 'GET',
  path: '/api/registration/applications/:id/timeline',
  action: 'registration.read',
  summary: 'What happened to the application, by whom in kind, and when',
  params: applicationParams,
  response: object({
    stage,
    events: array(
      object({ type: string(), by: choice(['applicant', 'officer', 'system']), at: iso.datetime() }),
    ),
    dueAt: iso.datetime().nullable(),
  }),
})

/** Why it was decided so. */
export const readTrace = defineRoute({
  id: 'registration.read-trace',
  method: 'GET',
  path: '/api/registration/applications/:id/trace',
  action: 'registration.read-trace',
  summary: 'The sixteen checks of the decision, and whether a replay comes to the same',
  params: applicationParams,
  response: object({
    decisionId: uuid(),
    outcome: choice(['approved', 'refused']),
    fullyAuto: boolean(),
    ruleVersion: string(),
    decidedAt: iso.datetime(),
    checks: array(
      checkResult.extend({
        inputsDigest: string(),
        /** microseconds; null where nobody measured */
        elapsed: int().nullable(),
      }),
    ),
    digest: string(),
    /** SHA-256 of the rules it was decided by */
    rulesDigest: string().nullable(),
    /** null where it was decided before rules were kept */
    replaySame: boolean().nullable(),
    records: array(object({ step: string(), at: iso.datetime(), by: string() })),
  }),
  problems: ['not-decided-yet'],
})
