/**
 * How a project really goes, on the wire: the case of a step, work that is reported, duties, days saved.
 */

import { array, boolean, enum as choice, int, iso, object, string, uuid } from 'zod'
import { light } from '../cases/case-parts.ts'
import { defineRoute } from '../route.ts'

const projectId = object({ id: uuid() })

/** How a step stands today. */
export const stepProgress = object({
  status: choice(['not-begun', 'under-way', 'done', 'overdue']),
  /** the case that stands for the step */
  caseId: uuid().nullable(),
  startedOn: iso.date().nullable(),
  finishedOn: iso.date().nullable(),
  /** for a case: the day its committed time ends by, pauses counted; to reckon the forecast with */
  expectedOn: iso.date().nullable(),
  /** who is waited for while it is under way */
  whoseTurn: choice(['applicant', 'authority', 'third-party']).nullable(),
})

/** Opens the case of a step. */
export const openStepCase = defineRoute({
  id: 'projects.open-step-case',
  method: 'POST',
  path: '/api/projects/:id/steps/:service/case',
  action: 'project.file',
  summary:
    'Opens the case of a step with the facts and commitments of the project, or gives the one there is',
  params: object({ id: uuid(), service: string().max(40) }),
  response: object({ caseId: uuid(), number: string(), isNew: boolean() }),
  success: 201,
  problems: ['project-ended', 'step-unknown', 'step-is-work', 'plan-not-made', 'calendar-not-published'],
  idempotent: true,
})

/** Reports work that no case stands for. */
export const reportProgress = defineRoute({
  id: 'projects.report-progress',
  method: 'POST',
  path: '/api/projects/:id/steps/:service/progress',
  action: 'project.edit',
  summary:
    'Reports that a step was begun or finished: own and agency work by anybody of the project, what an authority decided elsewhere by its steward',
  params: object({ id: uuid(), service: string().max(40) }),
  body: object({ startedOn: iso.date(), finishedOn: iso.date().nullable() }),
  response: object({ version: int(), isNew: boolean() }),
  problems: [
    'project-ended',
    'plan-not-made',
    'step-unknown',
    'step-runs-by-case',
    'step-of-authority',
    'progress-not-possible',
    'calendar-not-published',
    'catalogue-unpublished',
    'nothing-known-of-the-project',
  ],
  idempotent: true,
})

const duty = object({
  caseId: uuid(),
  caseNumber: string(),
  /** version of the case, for what is done about the duty */
  caseVersion: int(),
  /** id of the commitment, or of the condition that was attached */
  duty: string(),
  kind: choice(['paper-late', 'condition-promised', 'attached-condition']),
  what: string(),
  service: string(),
  state: choice(['open', 'made-up', 'lapsed', 'failed']),
  due: iso.date(),
  extended: boolean(),
  rectifyBy: iso.date().nullable(),
  /** why a department returned what was handed in, until it is handed in again */
  returned: object({ on: iso.date(), reasons: string() }).nullable(),
  /** working days until it, or its rectification, is due; negative when over, null when nothing is due */
  remaining: int().nullable(),
  light,
  /** the grant may be, or was, taken away for it */
  revocation: choice(['proposed', 'revoked']).nullable(),
})

/** What is owed after approvals. */
export const listProjectDuties = defineRoute({
  id: 'projects.list-duties',
  method: 'GET',
  path: '/api/projects/:id/duties',
  action: 'project.read',
  summary:
    'What the approvals of a project left to be made up, the most pressing first, and what is still to come',
  params: projectId,
  response: object({
    duties: array(duty),
    /** signed commitments whose approval is not issued yet */
    toCome: array(object({ commitment: string(), name: string(), due: iso.date().nullable() })),
  }),
  problems: ['calendar-not-published'],
})

const days = object({ workingDays: int(), naturalDays: int() })
const end = object({ version: int(), permit: iso.date().nullable(), end: iso.date(), madeAt: iso.datetime() })

/** Where the days went. */
export const readDaysSaved = defineRoute({
  id: 'projects.read-days-saved',
  method: 'GET',
  path: '/api/projects/:id/days-saved',
  action: 'project.read',
  summary:
    'Days between the frozen first plan and today’s forecast, split by cause; the lines add up to the total',
  params: projectId,
  response: object({
    baseline: end,
    /** as forecast today */
    now: object({
      permit: iso.date().nullable(),
      end: iso.date(),
      /** the permit is issued: the figure is final */
      isFinal: boolean(),
      asOf: iso.date(),
    }),
    lines: object({
      changes: days,
      commitments: days,
      departments: days,
      others: days,
      applicant: days,
    }),
    total: days,
    signed: array(object({ id: string(), name: string() })),
  }),
  problems: ['plan-not-made', 'calendar-not-published'],
})
