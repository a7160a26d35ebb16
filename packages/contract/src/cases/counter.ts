/**
 * The counter: receiving a walk-in, the check for completeness, one notice of all gaps.
 */

import { array, enum as choice, int, iso, object, record, string, uuid } from 'zod'
import { defineRoute } from '../route.ts'
import { caseFacts } from './applicant.ts'
import { caseCommand, caseMoved, light, partId, reason, situation } from './case-parts.ts'

/** A case in a list of work. */
export const caseEntry = object({
  id: uuid(),
  number: string(),
  version: int(),
  service: object({ id: string(), name: record(string(), string()) }),
  applicant: string(),
  situation,
  status: int(),
  court: object({
    who: choice(['applicant', 'authority', 'third-party', 'nobody']),
    authorities: array(string()),
  }),
  next: object({ kind: string(), due: iso.date().nullable(), remaining: int(), light }).nullable(),
})

/** Cases that the counter checks, and those whose applicants still bring something to it. */
export const listCounterCases = defineRoute({
  id: 'cases.list-counter',
  method: 'GET',
  path: '/api/counter/cases',
  action: 'case.list-counter',
  summary: 'Cases to check, with an open correction, or with papers to follow; the most pressing first',
  response: object({
    cases: array(
      object({
        ...caseEntry.shape,
        /** what is done next at the counter: the check, or taking what a correction or a promise in writing asks for */
        asked: choice(['check', 'correction', 'papers']),
      }),
    ),
  }),
})

/** Finds a case. */
export const findCaseByNumber = defineRoute({
  id: 'cases.find-by-number',
  method: 'GET',
  path: '/api/counter/case-numbers/:number',
  action: 'case.list-counter',
  summary: 'The case of a number that somebody brings along, however far it has come; a draft is not found',
  params: object({ number: string().trim().min(1).max(40) }),
  response: object({ id: uuid() }),
  problems: ['case-number-unknown'],
})

/** Receives a case over the counter. */
export const receiveAtCounter = defineRoute({
  id: 'cases.receive-at-counter',
  method: 'POST',
  path: '/api/counter/cases',
  action: 'case.receive',
  summary: 'Opens and receives a case for somebody who stands at the counter, with the papers they brought',
  body: object({
    service: partId,
    applicant: object({
      name: string().trim().min(2).max(100),
      identityNumber: string().regex(/^\d{17}[\dX]$/),
      phone: string()
        .regex(/^1\d{10}$/)
        .optional(),
    }),
    papers: array(partId).max(60),
    facts: caseFacts.optional(),
  }),
  response: caseMoved,
  success: 201,
  problems: ['service-unknown', 'not-for-oneself'],
  idempotent: true,
})

/** Asks for a correction. */
export const requestCorrection = caseCommand({
  id: 'cases.request-correction',
  path: '/api/cases/:id/correction',
  action: 'case.check',
  summary: 'Tells every gap at once, with how to mend it; before acceptance once only',
  body: { gaps: array(object({ requirement: partId, what: reason })).max(60) },
})

/** Takes a request for correction back. */
export const takeBackCorrection = caseCommand({
  id: 'cases.take-back-correction',
  path: '/api/cases/:id/correction/withdrawal',
  action: 'case.check',
  summary: 'Takes a request for correction back in the seconds before its notice goes out',
  body: { reason },
})

/** Accepts a case. */
export const acceptCase = caseCommand({
  id: 'cases.accept',
  path: '/api/cases/:id/acceptance',
  action: 'case.check',
  summary: 'Accepts the case and hands it to its departments; `follow` are papers that may come later',
  body: { follow: array(partId).max(60) },
})

/** Does not take a case on. */
export const declineCase = caseCommand({
  id: 'cases.decline',
  path: '/api/cases/:id/decline',
  action: 'case.check',
  summary: 'Does not take the case on: no permit is needed, or another authority is competent',
  body: {
    ground: choice(['not-needed', 'no-jurisdiction']),
    reasons: reason,
    properAuthority: string().trim().min(2).max(200).nullable(),
  },
})

/** Hands the decision over. */
export const deliverDecision = caseCommand({
  id: 'cases.deliver',
  path: '/api/cases/:id/delivery',
  action: 'case.deliver',
  summary: 'Records that the decision was delivered',
  body: { how: choice(['electronic', 'counter', 'post']) },
})
