/**
 * One case, seen by everybody whom it concerns.
 */

import { array, boolean, enum as choice, int, iso, object, record, string, unknown, uuid } from 'zod'
import { defineRoute } from '../route.ts'
import { caseFacts } from './applicant.ts'
import { caseParams, light, situation } from './case-parts.ts'

const wording = record(string(), string())
const mark = choice(['S', 'G', 'U'])
const limit = object({
  value: int(),
  unit: choice(['working-days', 'natural-days']),
  source: string(),
  mark,
})

const clock = object({
  granted: int(),
  used: int(),
  remaining: int(),
  due: iso.date().nullable(),
  light,
  days: array(object({ date: iso.date(), used: int().nullable(), reason: string() })),
})

/** A case as it is shown. */
export const caseView = object({
  id: uuid(),
  number: string(),
  version: int(),
  project: uuid().nullable(),
  situation,
  status: int(),
  statuses: array(int()),
  applicant: string(),
  own: boolean(),
  /** names of every authority that has a part in it */
  authorityNames: record(string(), wording),
  openedAt: iso.datetime(),
  receivedOn: iso.date().nullable(),
  acceptedFrom: iso.date().nullable(),
  answers: caseFacts,
  answersVersion: int(),
  service: object({
    id: string(),
    name: wording,
    catalogueVersion: string(),
    authorities: array(string()),
    committed: limit,
    statutory: limit,
    requirements: array(
      object({
        id: string(),
        name: wording,
        source: choice(['register', 'kept', 'applicant']),
        mayFollow: boolean(),
        /** whether the applicant has promised to bring it later */
        announced: boolean(),
        state: choice(['handed-in', 'missing', 'follows', 'promised', 'by-register', 'found']),
      }),
    ),
    specialProcedures: array(object({ id: string(), name: wording, limit })),
    promises: array(
      object({
        id: string(),
        name: wording,
        kind: choice(['paper-late', 'condition-promised']),
        signed: boolean(),
        /** ids of the requirements it stands in for */
        replaces: array(string()),
        /** until when it is made up; null where a milestone of the works ends it, and the decision names the day */
        makeUp: object({ ...limit.shape, from: choice(['signing', 'decision']) }).nullable(),
        rectification: limit,
      }),
    ),
  }),
  court: object({
    who: choice(['applicant', 'authority', 'third-party', 'nobody']),
    authorities: array(string()),
  }),
  clocks: object({
    committed: clock.nullable(),
    statutory: clock.nullable(),
    wholeProcess: object({
      from: iso.date(),
      to: iso.date(),
      running: boolean(),
      workingDays: int(),
      naturalDays: int(),
    }).nullable(),
  }),
  deadlines: array(
    object({
      kind: string(),
      about: string().nullable(),
      due: iso.date().nullable(),
      remaining: int(),
      light,
    }),
  ),
  correction: object({
    id: string(),
    due: iso.date(),
    within: choice(['completeness-check', 'review']),
    gaps: array(object({ requirement: string(), what: string() })),
  }).nullable(),
  reviews: array(
    object({
      authority: string(),
      opinion: choice(['agree', 'agree-with-conditions', 'disagree']).nullable(),
      reasons: string().nullable(),
      conditions: array(string()),
    }),
  ),
  consultations: array(
    object({
      id: string(),
      asked: string(),
      question: string(),
      due: iso.date(),
      answer: string().nullable(),
      closed: boolean(),
    }),
  ),
  specialProcedures: array(
    object({
      id: string(),
      kind: string(),
      reason: string(),
      startedOn: iso.date(),
      expected: iso.date(),
      endedOn: iso.date().nullable(),
    }),
  ),
  /** times in which the case rests; the last is still running where `endedOn` is null */
  suspensions: array(
    object({
      id: string(),
      ground: choice(['decision-awaited', 'applicant-asked', 'force-majeure', 'named-by-law']),
      reason: string(),
      startedOn: iso.date(),
      expected: iso.date().nullable(),
      endedOn: iso.date().nullable(),
    }),
  ),
  decision: object({
    outcome: choice(['granted', 'refused']),
    on: iso.date(),
    reasons: string(),
    basis: string(),
    remedies: string().nullable(),
    deliveredOn: iso.date().nullable(),
  }).nullable(),
  duties: array(
    object({
      id: string(),
      kind: choice(['paper-late', 'condition-promised', 'attached-condition']),
      what: string(),
      due: iso.date(),
      state: choice(['open', 'made-up', 'lapsed', 'failed']),
      rectifyBy: iso.date().nullable(),
      /** why a department returned what was handed in, until it is handed in again */
      returned: object({ on: iso.date(), reasons: string() }).nullable(),
      /** ids that its proof is attached to: requirements, or the duty itself */
      proofs: array(string()),
    }),
  ),
})

/** One case. */
export const readCase = defineRoute({
  id: 'cases.read',
  method: 'GET',
  path: '/api/cases/:id',
  action: 'case.read',
  summary: 'The case with its clocks explained day by day, its deadlines, and whose move it is',
  params: caseParams,
  response: caseView,
  problems: ['calendar-not-published'],
})

const eventDays = object({
  /** last days of the clocks after the event; `before` where a corrected calendar has moved one */
  ends: array(
    object({
      clock: choice(['one-time-notice', 'committed', 'statutory']),
      before: iso.date().nullable(),
      due: iso.date(),
    }),
  ),
  /** whether they are kept as they were told then, or counted now since the event is older than their keeping */
  counted: choice(['then', 'now']),
  /** what moved days rest on, with the reason of a correction where one is given */
  grounds: array(object({ reason: string().nullable(), source: string() })),
})

/** What happened to a case. */
export const readCaseTimeline = defineRoute({
  id: 'cases.read-timeline',
  method: 'GET',
  path: '/api/cases/:id/timeline',
  action: 'case.read',
  summary: 'Everything that happened to the case, in order; a paper is named where one was issued',
  params: caseParams,
  response: object({
    events: array(
      object({
        version: int(),
        type: string(),
        on: iso.date(),
        at: iso.datetime(),
        body: record(string(), unknown()),
        paper: string().nullable(),
        days: eventDays.nullable(),
      }),
    ),
  }),
})

/** An official paper of a case. */
export const readCasePaper = defineRoute({
  id: 'cases.read-paper',
  method: 'GET',
  path: '/api/cases/:id/papers/:event',
  action: 'case.read',
  summary: 'The official paper that belongs to an event of the case, as a sealed PDF',
  params: object({ id: uuid(), event: string().regex(/^\d{1,5}$/) }),
  response: unknown(),
  produces: 'application/pdf',
  problems: ['paper-unknown'],
})
