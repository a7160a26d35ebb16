/**
 * Filling in an application: its name, its seat, its answers.
 */

import { array, boolean, enum as choice, int, iso, literal, object, string, uuid } from 'zod'
import { defineRoute } from '../route.ts'
import { applicationAnswers, applicationParams, day, short, specialSituation, stage } from './answers.ts'
import { application, booking, failedCheck, fieldFault, nameJudgement, taskProgress } from './case-view.ts'
import { askedPaper } from './handed-in.ts'

/** Keeps a name for an application. */
export const reserveName = defineRoute({
  id: 'registration.reserve-name',
  method: 'POST',
  path: '/api/registration/applications/:id/name',
  action: 'registration.reserve-name',
  summary:
    'Keeps a name for two months, for a year where an approval comes first; beside similar names only where each of them was accepted',
  params: applicationParams,
  body: object({
    name: short,
    pledged: boolean(),
    /** similar names that the applicant has seen and takes the risk of */
    accepted: array(string().max(100)).max(200).optional(),
  }),
  response: object({
    reserved: boolean(),
    name: string(),
    until: day.nullable(),
    version: int(),
    ...nameJudgement,
  }),
  problems: ['application-not-open', 'pledge-missing', 'name-taken'],
  idempotent: true,
})

/** Holds a seat for half an hour. */
export const holdSeat = defineRoute({
  id: 'registration.hold-seat',
  method: 'POST',
  path: '/api/registration/applications/:id/seat',
  action: 'registration.hold-seat',
  summary: 'Holds a seat while the form is filled in; a seat held before is given back',
  params: applicationParams,
  body: object({ code: string().max(60) }),
  response: booking,
  success: 201,
  problems: [
    'seat-unknown',
    'carrier-full',
    'seat-taken',
    'seat-frozen',
    'seat-in-use',
    'seat-not-yours',
    'application-not-open',
  ],
  idempotent: true,
})

/** Turns the hold into a reservation. */
export const reserveSeat = defineRoute({
  id: 'registration.reserve-seat',
  method: 'POST',
  path: '/api/registration/applications/:id/seat/reservation',
  action: 'registration.hold-seat',
  summary: 'Reserves the seat held',
  params: applicationParams,
  response: booking,
  success: 201,
  problems: [
    'seat-unknown',
    'carrier-full',
    'seat-taken',
    'seat-frozen',
    'seat-in-use',
    'seat-not-yours',
    'application-not-open',
  ],
  idempotent: true,
})

/** Gives the seat back. */
export const releaseSeat = defineRoute({
  id: 'registration.release-seat',
  method: 'DELETE',
  path: '/api/registration/applications/:id/seat',
  action: 'registration.hold-seat',
  summary: 'Gives back the seat of this application',
  params: applicationParams,
  response: object({ released: literal(true), version: int() }),
  problems: [
    'seat-unknown',
    'carrier-full',
    'seat-taken',
    'seat-frozen',
    'seat-in-use',
    'seat-not-yours',
    'application-not-open',
  ],
})

/** Files the address with the carrier. */
export const fileAddress = defineRoute({
  id: 'registration.file-address',
  method: 'POST',
  path: '/api/registration/applications/:id/address-filing',
  action: 'registration.file-address',
  summary: 'Files the reserved address; the hall calls within thirty minutes of its hours',
  params: applicationParams,
  body: object({ contactName: short, contactPhone: string().regex(/^1[3-9]\d{9}$/) }),
  response: booking,
  success: 201,
  problems: [
    'seat-unknown',
    'carrier-full',
    'seat-taken',
    'seat-frozen',
    'seat-in-use',
    'seat-not-yours',
    'application-not-open',
  ],
  idempotent: true,
})

/** Opens an application. */
export const createApplication = defineRoute({
  id: 'registration.create-application',
  method: 'POST',
  path: '/api/registration/applications',
  action: 'registration.create',
  summary: 'Opens a set-up application; `copyOf` takes over the answers of an earlier one of the same kind',
  body: object({
    kind: choice(['LLC', 'IND']),
    copyOf: uuid().optional(),
    /** situations that a person looks at in any case; empty: none of them */
    special: array(specialSituation).max(5).optional(),
  }),
  response: object({ id: uuid(), number: string(), version: int() }),
  success: 201,
  problems: ['application-unknown'],
  idempotent: true,
})

const applicationLine = object({
  id: uuid(),
  number: string(),
  kind: choice(['LLC', 'IND']),
  stage,
  name: string().nullable(),
  updatedAt: iso.datetime(),
  dueAt: iso.datetime().nullable(),
})

/** One's own applications. */
export const listApplications = defineRoute({
  id: 'registration.list-applications',
  method: 'GET',
  path: '/api/registration/applications',
  action: 'registration.list-own',
  summary: 'Applications one owns or has to sign, the newest first',
  response: object({
    applications: array(applicationLine),
    /** with the link of the reader's own signature; null where it has run out */
    toSign: array(applicationLine.extend({ url: string().nullable() })),
  }),
})

/** One application. */
export const readApplication = defineRoute({
  id: 'registration.read-application',
  method: 'GET',
  path: '/api/registration/applications/:id',
  action: 'registration.read',
  summary: 'The application with its tasks, signers and result',
  params: applicationParams,
  response: application,
})

/** Saves answers. */
export const saveAnswers = defineRoute({
  id: 'registration.save-answers',
  method: 'PATCH',
  path: '/api/registration/applications/:id',
  action: 'registration.edit',
  summary: 'Saves all answers over a known version; where they change, signatures asked for before are void',
  params: applicationParams,
  body: object({ version: int(), answers: applicationAnswers }),
  response: object({
    version: int(),
    tasks: array(taskProgress),
    /** the papers that the answers now ask for */
    papers: array(askedPaper),
    savedAt: iso.datetime(),
  }),
  problems: ['answers-changed-meanwhile', 'application-not-open', 'kind-fixed'],
})

/** What is still missing. */
export const checkApplication = defineRoute({
  id: 'registration.check-application',
  method: 'POST',
  path: '/api/registration/applications/:id/check',
  action: 'registration.read',
  summary: 'Faults of the answers, and what the automatic checks would say now',
  params: applicationParams,
  response: object({
    faults: array(fieldFault),
    papers: array(askedPaper),
    /** null while the answers are not complete */
    verdict: choice(['approve', 'wait', 'human', 'reject']).nullable(),
    checks: array(failedCheck),
  }),
})
