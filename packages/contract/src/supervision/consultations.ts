/**
 * Joint consultations (会诊) on the wire: convened on a case, a project or a pattern; evidence opened, statements, a conclusion
 * that every member signs, tasks, minutes.
 */

import { consultationStates, consultationSubjects, dutyLists, taskStates } from '@guanjia/core/supervision'
import { array, boolean, enum as choice, int, iso, object, string, unknown, uuid } from 'zod'
import { defineRoute } from '../route.ts'

const one = object({ id: uuid() })
const named = object({ id: string(), name: string() })
const state = choice(consultationStates)
const words = string().min(2).max(2000)

/** Why a consultation is not open to its members now. */
const running = ['joint-consultation-unknown', 'consultation-over', 'consultation-concluded'] as const

const row = object({
  id: uuid(),
  number: string(),
  subject: choice(consultationSubjects),
  subjectName: string(),
  title: string(),
  state,
  until: iso.date(),
  /** past its last day without a conclusion */
  over: boolean(),
  departments: array(string()),
  stated: int(),
  signed: int(),
  members: int(),
})

/** All of them, or one's own. */
export const listConsultations = defineRoute({
  id: 'supervision.list-consultations',
  method: 'GET',
  path: '/api/supervision/consultations',
  action: 'supervision.list-consultations',
  summary:
    'Joint consultations, the newest first; others than supervision see those that are open to them now',
  response: object({
    consultations: array(row),
    /** what one may be convened with; null for whoever convenes none */
    choices: object({
      projects: array(named),
      members: array(object({ id: uuid(), name: string(), unit: string() })),
    }).nullable(),
    source: string(),
    mark: choice(['S', 'G', 'U']),
  }),
})

/** It begins. */
export const conveneConsultation = defineRoute({
  id: 'supervision.convene-consultation',
  method: 'POST',
  path: '/api/supervision/consultations',
  action: 'supervision.convene-consultation',
  summary:
    'Convenes a consultation; a steward does so on a case or project that they see through, or on a pattern',
  body: object({
    subject: choice(consultationSubjects),
    /** number of the case, id of the supervised project; nothing for a pattern */
    of: string().min(1).max(60).optional(),
    title: string().min(2).max(200),
    question: string().min(2).max(500),
    until: iso.date(),
    members: array(uuid()).min(2).max(20),
    /** evidence in words, besides the documents of the case and the facts of the project */
    pieces: array(object({ title: string().min(2).max(100), words })).max(20),
  }),
  response: object({ id: uuid(), number: string(), pieces: int() }),
  success: 201,
  problems: [
    'consultation-subject-unknown',
    'consultation-day-passed',
    'consultation-member-unknown',
    'one-department-only',
    'consultation-evidence-missing',
    'calendar-not-published',
    'rule-not-in-force',
  ],
  idempotent: true,
})

/** One whole. */
export const readConsultation = defineRoute({
  id: 'supervision.read-consultation',
  method: 'GET',
  path: '/api/supervision/consultations/:id',
  action: 'supervision.read-consultation',
  summary:
    'A consultation: evidence, who opened what when, statements, the conclusion with its signatures, tasks',
  params: one,
  response: object({
    row,
    question: string(),
    convenedBy: string(),
    pieces: array(
      object({
        place: int(),
        title: string(),
        isFile: boolean(),
        /** whether the reader has opened it */
        seen: boolean(),
        /** for a piece in words, once the reader has opened it */
        words: string().nullable(),
        looks: array(object({ by: string(), count: int(), lastAt: iso.datetime() })),
      }),
    ),
    members: array(
      object({
        name: string(),
        unit: string(),
        statement: string().nullable(),
        seen: int(),
        signedAt: iso.datetime().nullable(),
      }),
    ),
    conclusion: object({ revision: int(), focus: string(), cause: string(), unit: string() }).nullable(),
    tasks: array(
      object({ id: uuid(), number: string(), text: string(), state: choice(taskStates), dueOn: iso.date() }),
    ),
    units: array(object({ ...named.shape, list: choice(dutyLists) })),
    may: object({ state: boolean(), draft: boolean(), sign: boolean(), enter: boolean(), print: boolean() }),
  }),
  problems: ['joint-consultation-unknown'],
})

/** A piece of evidence is opened. */
export const openPiece = defineRoute({
  id: 'supervision.open-piece',
  method: 'GET',
  path: '/api/supervision/consultations/:id/evidence/:place',
  action: 'supervision.read-consultation',
  summary: 'Opens a piece of evidence, and keeps who opened it when',
  /** `place`: which piece, from 1 */
  params: object({ id: uuid(), place: string().regex(/^[1-9]\d?$/) }),
  response: unknown(),
  produces: 'application/octet-stream',
  problems: ['joint-consultation-unknown', 'piece-unknown'],
})

/** What a member sees in it. */
export const stateInConsultation = defineRoute({
  id: 'supervision.state-in-consultation',
  method: 'POST',
  path: '/api/supervision/consultations/:id/statement',
  action: 'supervision.join-consultation',
  summary:
    'States what the department sees; a later statement replaces an earlier one until a conclusion is drafted',
  params: one,
  body: object({ words }),
  response: object({ stated: int(), members: int() }),
  problems: [...running, 'conclusion-drafted'],
  idempotent: true,
})

/** The conclusion. */
export const draftConclusion = defineRoute({
  id: 'supervision.draft-conclusion',
  method: 'POST',
  path: '/api/supervision/consultations/:id/conclusion',
  action: 'supervision.draft-conclusion',
  summary:
    'Drafts the conclusion, or drafts it anew: where it is stuck, why, which unit mends it; signatures begin anew',
  params: one,
  body: object({ focus: words, cause: words, unit: string().min(1) }),
  response: object({ revision: int() }),
  problems: [...running, 'statements-missing', 'unit-unknown'],
  idempotent: true,
})

/** A member signs. */
export const signConclusion = defineRoute({
  id: 'supervision.sign-conclusion',
  method: 'POST',
  path: '/api/supervision/consultations/:id/signatures',
  action: 'supervision.join-consultation',
  summary:
    'Signs the revision that was read, having opened every piece of evidence; the last signature concludes',
  params: one,
  body: object({ revision: int().min(1) }),
  response: object({ state, left: int() }),
  problems: [
    ...running,
    'conclusion-not-drafted',
    'conclusion-redrafted',
    'evidence-not-seen',
    'signed-already',
  ],
  idempotent: true,
})

/** What follows. */
export const enterConsultationTask = defineRoute({
  id: 'supervision.enter-consultation-task',
  method: 'POST',
  path: '/api/supervision/consultations/:id/tasks',
  action: 'supervision.register-task',
  summary: 'Enters what follows from the signed conclusion as a task with both duties',
  params: one,
  body: object({
    text: string().min(2).max(500),
    dueOn: iso.date(),
    leadUnit: string().min(1),
    duties: array(
      object({
        list: choice(dutyLists),
        unit: string().min(1),
        answerable: string().min(2).max(50),
        duty: string().min(2).max(500),
      }),
    ).max(4),
  }),
  response: object({ task: uuid(), number: string() }),
  success: 201,
  problems: [
    'joint-consultation-unknown',
    'conclusion-not-signed',
    'territorial-duty-missing',
    'departmental-duty-missing',
    'duty-twice',
    'unit-of-other-list',
    'unit-unknown',
    'source-unknown',
    'due-day-passed',
  ],
  idempotent: true,
})

/** The minutes. */
export const printConsultation = defineRoute({
  id: 'supervision.print-consultation',
  method: 'GET',
  path: '/api/supervision/consultations/:id/paper',
  action: 'supervision.print-consultation',
  summary: 'The minutes of a concluded consultation as a sealed PDF',
  params: one,
  response: unknown(),
  produces: 'application/pdf',
  problems: ['joint-consultation-unknown', 'conclusion-not-signed'],
})
