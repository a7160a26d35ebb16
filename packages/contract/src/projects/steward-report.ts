/**
 * The weekly report of a steward, or of the team: figures with what they mean, and the projects behind them.
 */

import { array, enum as choice, int, iso, object, string, unknown } from 'zod'
import { defineRoute } from '../route.ts'

const query = object({
  /** ISO week such as `2026-W48`, the running one where left out */
  week: string().max(8).optional(),
})

const figure = object({ id: string(), name: string(), value: int(), definition: string() })
const line = object({ number: string(), name: string(), text: string() })

/** The facts of a week. */
export const stewardReport = object({
  week: string(),
  from: iso.date(),
  to: iso.date(),
  madeAt: iso.datetime(),
  /** whose report: a steward by name, or the whole team */
  whose: string(),
  figures: array(figure),
  sections: array(object({ id: string(), title: string(), empty: string(), lines: array(line) })),
})

/** The report as facts. */
export const readReport = defineRoute({
  id: 'stewards.read-report',
  method: 'GET',
  path: '/api/stewards/report',
  action: 'steward.list',
  summary: 'The week of a steward in figures and projects; a leader has that of the team',
  query,
  response: stewardReport,
  problems: ['week-not-readable', 'calendar-not-published'],
})

/** The same facts on paper. */
export const printReport = defineRoute({
  id: 'stewards.print-report',
  method: 'GET',
  path: '/api/stewards/report/paper',
  action: 'steward.list',
  summary: 'The weekly report as a Word document or as PDF/A',
  query: query.extend({ format: choice(['docx', 'pdf']) }),
  response: unknown(),
  produces: 'application/octet-stream',
  problems: ['week-not-readable', 'calendar-not-published'],
})
