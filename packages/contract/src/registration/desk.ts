/**
 * The registrars' desk.
 */

import { checkIds } from '@guanjia/core/registration'
import { array, boolean, enum as choice, discriminatedUnion, iso, literal, object, string, uuid } from 'zod'
import { defineRoute } from '../route.ts'
import { applicationParams, key, stage } from './answers.ts'
import { application, checkResult, failedCheck, licenceResult } from './case-view.ts'
import { attachedFile } from './handed-in.ts'

const plainWishes = [
  object({ field: literal('name'), name: string().min(4).max(100) }),
  object({ field: literal('premises'), seat: string().min(1).max(60) }),
  object({ field: literal('representative'), partyId: key }),
  object({ field: literal('capital'), amount: string().min(1).max(20) }),
  object({ field: literal('scope'), entryIds: array(string().max(40)).min(1).max(60) }),
] as const
const ownPremises = object({
  field: literal('own-premises'),
  address: string().trim().min(8).max(200),
  right: choice(['owned', 'rented', 'lent']),
})

/** What may be corrected on a licence; premises of one's own with the document that proves the right to them. */
const correctionWish = discriminatedUnion('field', [...plainWishes, ownPremises.extend({ document: uuid() })])

/** A correction as it waits, with the file that was kept as proof. */
const proposedWish = discriminatedUnion('field', [
  ...plainWishes,
  ownPremises.extend({ proof: attachedFile }),
])

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
    /** the correction that waits for a lead */
    correction: object({
      wish: proposedWish,
      /** what stands on the licence and what shall stand there, in words */
      change: object({ before: string(), after: string() }),
      reason: string(),
      proposedBy: string(),
      proposedAt: iso.datetime(),
      /** the host of the new seat and how it stands; null where nobody was asked */
      host: object({
        name: string(),
        state: choice(['asked', 'confirmed', 'refused']),
        askedAt: iso.datetime(),
        /** unanswered until then, the correction ends */
        dueAt: iso.datetime(),
      }).nullable(),
    }).nullable(),
    /** the latest correction, where its host refused or said nothing in its time and so ended it */
    endedCorrection: object({
      premises: string(),
      host: string(),
      /** what the host said; null where it said nothing */
      reason: string().nullable(),
      endedAt: iso.datetime(),
    }).nullable(),
    /** the checks as they stood when the case went to a person */
    referral: object({ decidedAt: iso.datetime(), digest: string(), checks: array(checkResult) }).nullable(),
    /** digests of the files that the reader has opened */
    opened: array(string()),
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

/** Gives a case back. */
export const releaseClaim = defineRoute({
  id: 'registration.release',
  method: 'POST',
  path: '/api/registration/queue/:id/release',
  action: 'registration.decide',
  summary: 'Gives a claimed case back to the queue; a lead may do it for another',
  params: applicationParams,
  response: object({ stage }),
  problems: ['application-not-with-officer', 'claimed-by-other', 'claim-missing'],
  idempotent: true,
})

/** Hands a case over. */
export const handOverClaim = defineRoute({
  id: 'registration.hand-over',
  method: 'POST',
  path: '/api/registration/queue/:id/hand-over',
  action: 'registration.decide',
  summary:
    'Hands a claimed case over to another registrar whom it does not concern; a lead may do it for another',
  params: applicationParams,
  body: object({ to: uuid() }),
  response: object({ stage }),
  problems: ['application-not-with-officer', 'claimed-by-other', 'claim-missing', 'registrar-unknown'],
  idempotent: true,
})

/** Who decides registrations. */
export const listRegistrars = defineRoute({
  id: 'registration.list-registrars',
  method: 'GET',
  path: '/api/registration/registrars',
  action: 'registration.queue',
  summary: 'Everybody who may be handed a case',
  response: object({ registrars: array(object({ id: uuid(), name: string() })) }),
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
  body: discriminatedUnion('outcome', [
    object({ outcome: literal('approved'), reason: string().min(4).max(1000) }),
    object({
      outcome: literal('refused'),
      reason: string().min(4).max(1000),
      /** the check that is not met, the article, and what the applicant can do */
      check: choice(checkIds),
      article: string().min(4).max(200),
      mend: string().min(4).max(1000),
    }),
  ]),
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
    'papers-unread',
    'check-rejects',
    'seat-taken',
    'carrier-full',
    'name-taken',
    'code-numbers-exhausted',
  ],
  idempotent: true,
})

const correctionFaults = [
  'correction-changes-nothing',
  'correction-name-unlawful',
  'correction-representative-unlawful',
  'correction-capital-unlawful',
  'correction-scope-unlawful',
  'seat-unknown',
  'seat-taken',
  'carrier-full',
] as const
/** what may be wrong with the proof of premises of one's own */
const proofFaults = ['document-unknown', 'paper-format-not-taken', 'paper-too-large'] as const
const reasoned = object({ reason: string().min(4).max(1000) })

/** First half of a correction. */
export const proposeCorrection = defineRoute({
  id: 'registration.propose-correction',
  method: 'POST',
  path: '/api/registration/applications/:id/correction',
  action: 'registration.propose-correction',
  summary:
    'Proposes to correct a clerical fault of the licence, checked like a set-up; the host of a new seat, where it needs one, and a lead confirm',
  params: applicationParams,
  body: object({ wish: correctionWish, reason: string().min(4).max(1000) }),
  response: object({ proposed: literal(true), awaits: choice(['host', 'lead']) }),
  success: 201,
  problems: ['application-not-approved', 'correction-waiting', ...correctionFaults, ...proofFaults],
  idempotent: true,
})

/** Second half of a correction. */
export const confirmCorrection = defineRoute({
  id: 'registration.confirm-correction',
  method: 'POST',
  path: '/api/registration/applications/:id/correction/confirm',
  action: 'registration.confirm-correction',
  summary: 'Carries a proposed correction out: a new licence replaces the old one; never by who proposed it',
  params: applicationParams,
  response: object({ licence: licenceResult }),
  problems: [
    'application-not-approved',
    'correction-not-proposed',
    'second-officer-required',
    'papers-unread',
    'host-not-confirmed',
    ...correctionFaults,
  ],
  idempotent: true,
})

/** Second half of a correction, the other way. */
export const rejectCorrection = defineRoute({
  id: 'registration.reject-correction',
  method: 'POST',
  path: '/api/registration/applications/:id/correction/reject',
  action: 'registration.confirm-correction',
  summary: 'Rejects a proposed correction; the licence stays as it is',
  params: applicationParams,
  body: reasoned,
  response: object({ rejected: literal(true) }),
  problems: ['application-not-approved', 'correction-not-proposed', 'second-officer-required'],
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

/** Second half of a revocation, the other way. */
export const rejectRevocation = defineRoute({
  id: 'registration.reject-revocation',
  method: 'POST',
  path: '/api/registration/applications/:id/revocation/reject',
  action: 'registration.confirm-revocation',
  summary: 'Rejects a proposed revocation; the registration goes on',
  params: applicationParams,
  body: reasoned,
  response: object({ stage }),
  problems: ['revocation-not-proposed', 'second-officer-required'],
  idempotent: true,
})
