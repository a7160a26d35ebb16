/**
 * What stewards see of all their projects: what will slip, what was asked, and a table of everything.
 */

import { array, boolean, enum as choice, int, iso, object, string, unknown, uuid } from 'zod'
import { defineRoute } from '../route.ts'

const person = object({ id: uuid(), name: string() })

/** Why a project is on the list of risks. */
export const slipRisk = object({
  kind: choice(['slips', 'must-begin', 'must-end']),
  step: string(),
  stepName: string(),
  court: choice(['applicant', 'authority', 'steward', 'third-party']),
  /** who is waited for, as people call them */
  who: string(),
  /** working days left before the end moves, and by how many it moves already */
  daysLeft: int(),
  slip: int(),
  /** working days the step may be late in the plan */
  float: int(),
  /** day by which it must have begun or ended */
  by: iso.date(),
  /** which step, whose turn, how many days, in one sentence */
  sentence: string(),
  /** whether it slips this week unless somebody is reminded */
  thisWeek: boolean(),
})

/** One project in the stewards' table. */
export const boardRow = object({
  id: uuid(),
  number: string(),
  name: string(),
  kind: string(),
  kindName: string(),
  primary: person.nullable(),
  backup: person.nullable(),
  permit: iso.date().nullable(),
  lastContactAt: iso.datetime().nullable(),
  nextContactOn: iso.date().nullable(),
  openQuestions: int(),
  risk: slipRisk.nullable(),
})

const question = object({
  projectId: uuid(),
  number: string(),
  name: string(),
  text: string(),
  askedAt: iso.datetime(),
  dueAt: iso.datetime(),
  isOverdue: boolean(),
})

const boardQuery = object({
  /** words of the name or the number */
  words: string().max(60).optional(),
  kind: string().max(40).optional(),
  steward: uuid().optional(),
  show: choice(['all', 'risk', 'this-week', 'unanswered', 'contact-due']).optional(),
})

/** What will slip, the worst first, and the questions that wait. */
export const listRisks = defineRoute({
  id: 'stewards.list-risks',
  method: 'GET',
  path: '/api/stewards/risks',
  action: 'steward.list',
  summary: 'The projects of this steward that slip within ten working days, ranked, and open questions first',
  response: object({
    today: iso.date(),
    horizon: int(),
    projects: int(),
    risks: array(boardRow.extend({ risk: slipRisk })),
    questions: array(question),
    contactsDue: array(boardRow),
  }),
  problems: ['calendar-not-published'],
})

/** Every active project of the steward, filtered. */
export const listBoard = defineRoute({
  id: 'stewards.list-board',
  method: 'GET',
  path: '/api/stewards/board',
  action: 'steward.list',
  summary: 'The active projects of this steward with gate, risk and contacts; a leader sees all',
  query: boardQuery,
  response: object({
    today: iso.date(),
    rows: array(boardRow),
    kinds: array(object({ id: string(), name: string() })),
  }),
  problems: ['calendar-not-published'],
})

/** The same as a spreadsheet. */
export const exportBoard = defineRoute({
  id: 'stewards.export-board',
  method: 'GET',
  path: '/api/stewards/board.xlsx',
  action: 'steward.list',
  summary:
    'The filtered table as a spreadsheet with typed cells, and a sheet that says what its columns mean',
  query: boardQuery,
  response: unknown(),
  produces: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  problems: ['calendar-not-published'],
})
