/**
 * The ledger of tasks: one ledger, two duty lists, two accountabilities.
 */

import { dutyLists, taskStates } from '@guanjia/core/supervision'
import { array, boolean, enum as choice, int, iso, object, string, uuid } from 'zod'
import { defineRoute } from '../route.ts'
import { light } from './board.ts'

const list = choice(dutyLists)
const state = choice(taskStates)
const task = object({ id: uuid() })
const words = string().min(2).max(2000)
const unit = object({ id: string(), name: string() })
const moved = object({ state })

/** Why a task cannot take a step now; which of them can come up depends on the step. */
const turns = [
  'task-unknown',
  'task-out-of-turn',
  'other-duty-silent',
  'closing-evidence-missing',
  'company-not-heard',
  'recurrence-too-late',
  'due-day-passed',
] as const

/** One task in the ledger. */
export const taskRow = object({
  id: uuid(),
  number: string(),
  text: string(),
  source: string(),
  sourceName: string(),
  state,
  dueOn: iso.date(),
  leadUnit: unit,
  company: string().nullable(),
  light,
  shape: string(),
  lightName: string(),
  sentence: string(),
  recurrences: int(),
  duties: array(object({ list, unit, answerable: string(), duty: string(), reported: boolean() })),
})

/** The ledger. */
export const listTasks = defineRoute({
  id: 'supervision.list-tasks',
  method: 'GET',
  path: '/api/supervision/tasks',
  action: 'supervision.list-tasks',
  summary:
    'The ledger of tasks, the worst light first; a department sees those that it has a duty in or leads',
  query: object({
    list: list.optional(),
    unit: string().optional(),
    show: choice(['open', 'all']).optional(),
  }),
  response: object({
    tasks: array(taskRow),
    units: array(object({ id: string(), name: string(), list, open: int(), late: int() })),
    sources: array(object({ id: string(), name: string() })),
    /** every unit that may be given a duty, by its list */
    choices: array(object({ id: string(), name: string(), list })),
    recursWithin: int(),
    /** the source of the rules of the ledger, and how sure it is */
    rule: object({ source: string(), mark: choice(['S', 'G', 'U']) }),
  }),
  problems: ['calendar-not-published', 'rule-not-in-force'],
})

/** One task. */
export const readTask = defineRoute({
  id: 'supervision.read-task',
  method: 'GET',
  path: '/api/supervision/tasks/:id',
  action: 'supervision.read-task',
  summary:
    'A task: both duties side by side, what happened to it, and both drafts of accountability where it is overdue',
  params: task,
  response: object({
    row: taskRow,
    sourceNote: string().nullable(),
    companyConfirmed: boolean(),
    closedOn: iso.date().nullable(),
    entries: array(
      object({
        act: string(),
        lists: array(list),
        passed: boolean().nullable(),
        words: string(),
        evidence: array(string()),
        by: string(),
        at: iso.datetime(),
      }),
    ),
    accountability: array(
      object({
        id: uuid(),
        list,
        unit,
        dueOn: iso.date(),
        draftedAt: iso.datetime(),
        decision: choice(['pursue', 'explain', 'none']).nullable(),
        reason: string().nullable(),
      }),
    ),
    may: object({
      report: boolean(),
      verify: boolean(),
      check: boolean(),
      decide: boolean(),
    }),
  }),
  problems: ['task-unknown', 'calendar-not-published', 'rule-not-in-force'],
})

/** A new task. */
export const registerTask = defineRoute({
  id: 'supervision.register-task',
  method: 'POST',
  path: '/api/supervision/tasks',
  action: 'supervision.register-task',
  summary: 'Enters a task with its source, its day and both duties; with one duty it is no task',
  body: object({
    text: string().min(2).max(500),
    source: string().min(1),
    sourceNote: string().max(200).optional(),
    dueOn: iso.date(),
    leadUnit: string().min(1),
    company: string().min(2).max(100).optional(),
    duties: array(
      object({
        list,
        unit: string().min(1),
        answerable: string().min(2).max(50),
        duty: string().min(2).max(500),
      }),
    ).max(4),
  }),
  response: object({ id: uuid(), number: string() }),
  success: 201,
  problems: [
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

/** What was done. */
export const reportTask = defineRoute({
  id: 'supervision.report-task',
  method: 'POST',
  path: '/api/supervision/tasks/:id/reports',
  action: 'supervision.work-task',
  summary: 'Reports what was done of the duty of the reporting unit',
  params: task,
  body: object({ words }),
  response: moved,
  problems: turns,
  idempotent: true,
})

/** It is done. */
export const requestTaskClosing = defineRoute({
  id: 'supervision.request-task-closing',
  method: 'POST',
  path: '/api/supervision/tasks/:id/closing-request',
  action: 'supervision.work-task',
  summary: 'Asks that a task be closed, with evidence; not while one of the two sides is silent',
  params: task,
  body: object({ words, evidence: array(string().min(2).max(200)).max(20) }),
  response: moved,
  problems: turns,
  idempotent: true,
})

const checked = object({ passed: boolean(), words })

/** The lead unit verifies. */
export const verifyTask = defineRoute({
  id: 'supervision.verify-task',
  method: 'POST',
  path: '/api/supervision/tasks/:id/verification',
  action: 'supervision.verify-task',
  summary: 'Verifies that a task is done, or sends it back; by the lead unit, never by who asked for closing',
  params: task,
  body: checked,
  response: moved,
  problems: turns,
  idempotent: true,
})

/** The company says so. */
export const hearCompany = defineRoute({
  id: 'supervision.hear-company',
  method: 'POST',
  path: '/api/supervision/tasks/:id/company',
  action: 'supervision.check-task',
  summary: 'Records what the company said when it was asked whether the task is done',
  params: task,
  body: checked,
  response: moved,
  problems: turns,
  idempotent: true,
})

/** The supervisor looks for themselves. */
export const closeTask = defineRoute({
  id: 'supervision.close-task',
  method: 'POST',
  path: '/api/supervision/tasks/:id/closing',
  action: 'supervision.check-task',
  summary: 'Closes a verified task after a spot check, or sends it back',
  params: task,
  body: checked,
  response: moved,
  problems: turns,
  idempotent: true,
})

/** It came back. */
export const reopenTask = defineRoute({
  id: 'supervision.reopen-task',
  method: 'POST',
  path: '/api/supervision/tasks/:id/recurrence',
  action: 'supervision.check-task',
  summary: 'Opens a closed task again because the matter has come back soon after',
  params: task,
  body: object({ words, dueOn: iso.date() }),
  response: moved,
  problems: turns,
  idempotent: true,
})

/** A person decides on one side's accountability. */
export const decideAccountability = defineRoute({
  id: 'supervision.decide-accountability',
  method: 'POST',
  path: '/api/supervision/accountability/:id/decision',
  action: 'supervision.decide-accountability',
  summary: 'Decides on the drafted accountability of one side, with the reason',
  params: object({ id: uuid() }),
  body: object({ decision: choice(['pursue', 'explain', 'none']), reason: string().min(2).max(500) }),
  response: object({ decision: choice(['pursue', 'explain', 'none']) }),
  problems: ['accountability-unknown', 'accountability-decided'],
  idempotent: true,
})
