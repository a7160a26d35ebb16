/**
 * A project's plan and the versions of it on the wire.
 */

import {
  array,
  boolean,
  enum as choice,
  int,
  iso,
  literal,
  object,
  record,
  string,
  union,
  unknown,
  uuid,
} from 'zod'
import { defineRoute } from '../route.ts'
import { stepProgress } from './progress.ts'

const projectId = object({ id: uuid() })
const mark = choice(['S', 'G', 'U'])
const view = choice(['approval', 'project'])
const daysUnit = choice(['working-days', 'natural-days'])

const stepDates = object({ start: iso.date(), early: iso.date(), late: iso.date().nullable() })

const step = object({
  id: string(),
  name: string(),
  kind: string(),
  stage: int().nullable(),
  lane: string(),
  /** `standard` is what it is without what the project set itself */
  days: object({ value: int(), standard: int(), unit: daysUnit, isDefault: boolean() }),
  after: array(object({ id: string(), waivedBy: string().optional(), insteadOf: string().optional() })),
  earlyStart: int(),
  earlyFinish: int(),
  totalFloat: int().nullable(),
  freeFloat: int().nullable(),
  critical: boolean(),
  toBeConfirmed: boolean(),
  mark,
  dates: stepDates.nullable(),
  /** the commitment whose duty this step is, and its last day */
  duty: object({ commitment: string(), dueDate: iso.date().nullable() }).nullable(),
  progress: stepProgress,
  because: array(
    object({ expression: string(), values: record(string(), unknown()), basis: string(), mark }),
  ),
})

const saved = object({ workingDays: int(), naturalDays: int().nullable() })

const commitment = object({
  id: string(),
  name: string(),
  kind: choice(['paper-late', 'condition-promised']),
  /** id of the service it is made for */
  service: string(),
  signed: boolean(),
  makeUp: string(),
  /** by when it is made up, to reckon with */
  term: union([
    object({ kind: literal('milestone') }),
    object({ kind: literal('days'), value: int(), unit: daysUnit, from: choice(['signing', 'permit']) }),
  ]),
  /** conditions that must still be confirmed before it may be signed */
  open: array(string()),
  mark,
  advice: object({
    code: choice(['saves', 'delays-without', 'needs-others', 'saves-nothing', 'not-applicable']),
    workingDays: int().nullable(),
    naturalDays: int().nullable(),
    others: array(string()),
    unmet: array(string()),
  }),
})

const namedDay = object({ date: iso.date(), name: string() })

/** The notices of the years a plan reaches into; a year that is not there is not published. */
const calendar = object({
  version: string(),
  years: array(object({ year: int(), daysOff: array(namedDay), makeUpDays: array(namedDay) })),
})

/** A plan in the reader's language, with all that is needed to reckon it anew. */
export const planDocument = object({
  view,
  signed: array(string()),
  start: iso.date(),
  permit: string().nullable(),
  /** ids of the services that construction waits for */
  permits: array(string()),
  workingDays: object({ permit: int().nullable(), end: int() }),
  dates: object({
    permit: iso.date().nullable(),
    end: iso.date(),
    /** the day of the forecast, where something has happened */
    today: iso.date().nullable(),
    /** first day from which weekends alone are taken to be free */
    assumedFrom: iso.date().nullable(),
  }),
  /** as if nothing were signed */
  unsigned: object({ permit: int().nullable(), permitDate: iso.date().nullable() }),
  serialSum: int(),
  criticalPath: array(string()),
  saved,
  best: saved.extend({ signed: array(string()) }),
  commitments: array(commitment),
  lanes: array(object({ id: string(), name: string() })),
  stages: array(object({ number: int(), name: string() })),
  steps: array(step),
  calendar,
  /** questions whose answers would make the plan certain */
  unknown: array(object({ id: string(), question: string() })),
})

/** The plan, with what a choice of commitments would do; nothing is kept. */
export const readPlan = defineRoute({
  id: 'projects.read-plan',
  method: 'GET',
  path: '/api/projects/:id/plan',
  action: 'project.read',
  summary: 'The approval network of a project with dates, floats and what commitments would save',
  params: projectId,
  query: object({
    /** ids of commitments taken to be signed, with commas between */
    sign: string().max(200).optional(),
    view: view.optional(),
  }),
  response: object({ version: int(), madeAt: iso.datetime(), plan: planDocument }),
  problems: [
    'plan-not-made',
    'commitment-unknown',
    'commitment-not-applicable',
    'too-many-commitments',
    'calendar-not-published',
  ],
})

/** A version of the plan: the first is the baseline. */
export const makePlan = defineRoute({
  id: 'projects.make-plan',
  method: 'POST',
  path: '/api/projects/:id/plans',
  action: 'project.edit',
  summary: 'Makes a version of the plan from the answers; the first one is kept as the baseline for ever',
  params: projectId,
  body: object({
    /** the day that is not counted; of the first version alone, later ones begin on the same day */
    start: iso.date().optional(),
    /** days set by the project itself, by the id of the step; null = as they stand without that */
    durations: record(string().max(40), int().min(0).max(3000).nullable()).optional(),
  }),
  response: object({ version: int(), isNew: boolean() }),
  success: 201,
  problems: [
    'project-ended',
    'calendar-not-published',
    'catalogue-unpublished',
    'nothing-known-of-the-project',
    'days-not-own',
  ],
  idempotent: true,
})

const changeKind = choice([
  'first',
  'facts',
  'duration-set',
  'commitment-signed',
  'commitment-withdrawn',
  'step-started',
  'step-finished',
  'step-late',
  'catalogue-published',
  'calendar-published',
])

const moved = object({ from: iso.date().nullable(), to: iso.date().nullable(), workingDays: int() })

/** The versions of a plan. */
export const listPlans = defineRoute({
  id: 'projects.list-plans',
  method: 'GET',
  path: '/api/projects/:id/plans',
  action: 'project.read',
  summary: 'The versions of the plan, the newest first, each with what changed and why',
  params: projectId,
  response: object({
    versions: array(
      object({
        version: int(),
        madeAt: iso.datetime(),
        permit: iso.date().nullable(),
        end: iso.date(),
        /** names of attributes or steps whose change led to it */
        because: array(string()),
        /** why there is a version, one a change */
        changes: array(object({ kind: changeKind, what: string() })),
        added: array(string()),
        removed: array(string()),
        permitMoved: moved.nullable(),
      }),
    ),
  }),
})
