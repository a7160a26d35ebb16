/**
 * What those may know who read no lead: how many are overdue, and what they have in common.
 */

import { array, boolean, int, object, string, stringFormat } from 'zod'
import { defineRoute } from '../route.ts'

/** Counts of what is overdue. */
export const countOverdue = defineRoute({
  id: 'leads.count-overdue',
  method: 'GET',
  path: '/api/leads/overdue',
  action: 'lead.count',
  summary: 'How many leads are past a time limit, by limit; no lead is named',
  response: object({
    total: int(),
    overdue: int(),
    limits: object({ name: string(), overdue: int() }).array(),
  }),
  problems: ['calendar-not-published'],
})

const year = stringFormat('year', /^20\d\d$/)
const count = int().nullable()

/** The pattern report. */
export const readPatterns = defineRoute({
  id: 'leads.read-patterns',
  method: 'GET',
  path: '/api/leads/patterns',
  action: 'lead.count',
  summary:
    'Leads of a year by field and department, as handlers coded them; small counts, and what would give them away, are hidden',
  query: object({ year: year.optional() }),
  response: object({
    year: string(),
    years: array(string()),
    atLeast: int(),
    isUnconfirmed: boolean(),
    fields: array(object({ id: string(), name: string() })),
    departments: array(object({ id: string(), name: string() })),
    cells: array(array(count)),
    fieldTotals: array(count),
    departmentTotals: array(count),
    total: count,
  }),
})
