/**
 * Published figures on the wire: each with its definition, period, source, time and the counts behind it.
 */

import { array, boolean, enum as choice, int, iso, nullable, object, record, string } from 'zod'
import { defineRoute } from './route.ts'

const texts = record(string(), string())

const figure = object({
  id: string(),
  form: choice(['count', 'share', 'growth', 'mean']),
  label: texts,
  definition: texts,
  /** whole count, hundredths of a percent, or tenths of the unit of a mean; null where there is nothing to compare with */
  value: nullable(int()),
  text: string(),
  counts: record(string(), int()),
  source: string(),
  claims: array(string()),
})

/** The figures of the front page. */
export const readOverview = defineRoute({
  id: 'statistics.read-overview',
  method: 'GET',
  path: '/api/statistics/overview',
  action: 'statistics.read',
  summary: 'Figures of a quarter computed from the register, with their definitions',
  query: object({
    /** last day of the period; a figure never sees what took effect later */
    asOf: iso.date().optional(),
    /** first day of the period; the first of the year where it is left out */
    from: iso.date().optional(),
  }),
  response: object({
    asOf: iso.date(),
    from: iso.date(),
    computedAt: iso.datetime(),
    demonstration: boolean(),
    figures: array(figure),
  }),
  problems: ['period-upside-down'],
})

/** The register rows behind one count, grouped; small groups are hidden. */
export const readBreakdown = defineRoute({
  id: 'statistics.read-breakdown',
  method: 'GET',
  path: '/api/statistics/breakdown/:count',
  action: 'statistics.read',
  summary: 'One count by carrier, kind or month; rows under three are hidden',
  params: object({ count: string().max(60) }),
  query: object({
    asOf: iso.date().optional(),
    from: iso.date().optional(),
    by: choice(['kind', 'month', 'carrier']).default('kind'),
  }),
  response: object({ rows: array(object({ label: string(), count: nullable(int()) })) }),
  problems: ['count-unknown', 'period-upside-down'],
})
