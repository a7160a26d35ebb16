/**
 * The board of everything owed: nodes of projects, clocks of cases, commitments, issues and tasks under one rule.
 */

import { obligationKinds } from '@guanjia/core/supervision'
import { array, enum as choice, int, iso, object, record, string, unknown, uuid } from 'zod'
import { defineRoute } from '../route.ts'
import { light } from './board.ts'

const kind = choice(obligationKinds)
const unit = object({ id: string(), name: string() })

const row = object({
  kind,
  kindName: string(),
  number: string(),
  title: string(),
  light,
  shape: string(),
  lightName: string(),
  /** why, in one sentence: which step, how many days, what it waits for */
  sentence: string(),
  due: iso.date().nullable(),
  lateDays: int(),
  /** the authorities that answer for it; none where the dispatcher of the register does */
  units: array(unit),
  place: string().nullable(),
  /** id of the thing; null for a reader who may not read it */
  open: uuid().nullable(),
})

const filter = object({
  kind: kind.optional(),
  light: light.optional(),
  unit: string().optional(),
  place: string().optional(),
  words: string().max(50).optional(),
})

/** The board. */
export const listObligations = defineRoute({
  id: 'supervision.list-obligations',
  method: 'GET',
  path: '/api/supervision/obligations',
  action: 'supervision.list-obligations',
  summary:
    'Everything owed by a day, the worst light first: nodes of projects, clocks of cases, commitments, issues and tasks; a department sees its own',
  query: filter,
  response: object({
    on: iso.date(),
    rule: object({ name: string(), source: string(), mark: choice(['S', 'G', 'U']) }),
    counts: record(light, int()),
    kinds: array(object({ kind, name: string(), count: int(), red: int() })),
    rows: array(row),
    /** how many more the filter leaves */
    left: int(),
    units: array(unit),
    places: array(string()),
  }),
  problems: ['calendar-not-published', 'rule-not-in-force'],
})

/** The board as a file. */
export const exportObligations = defineRoute({
  id: 'supervision.export-obligations',
  method: 'GET',
  path: '/api/supervision/obligations.xlsx',
  action: 'supervision.list-obligations',
  summary:
    'Every line that the filter leaves as a spreadsheet with typed cells, with the rule they were judged by',
  query: filter,
  response: unknown(),
  produces: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  problems: ['calendar-not-published', 'rule-not-in-force'],
})
