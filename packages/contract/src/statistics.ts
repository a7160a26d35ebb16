/**
 * Published figures on the wire: each with its definition, period, source, time and the counts behind it.
 */

import { array, boolean, enum as choice, int, iso, nullable, object, record, string, unknown } from 'zod'
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

const dashboardPeriod = {
  /** last day of the period; today where it is left out */
  asOf: iso.date().optional(),
  /** first day of the period; the first of the year where it is left out */
  from: iso.date().optional(),
}

/** Groups of figures for those who lead; each figure names the records it is counted from. */
export const readDashboard = defineRoute({
  id: 'statistics.read-dashboard',
  method: 'GET',
  path: '/api/statistics/dashboard',
  action: 'statistics.read-dashboard',
  summary: 'Groups of figures counted from records, beside those of the same days a year before',
  query: object(dashboardPeriod),
  response: object({
    asOf: iso.date(),
    from: iso.date(),
    before: object({ asOf: iso.date(), from: iso.date() }),
    computedAt: iso.datetime(),
    source: string(),
    isUnconfirmed: boolean(),
    groups: array(
      object({
        id: string(),
        name: string(),
        figures: array(
          object({
            id: string(),
            label: string(),
            definition: string(),
            owner: string(),
            form: choice(['count', 'share']),
            /** null where there is nothing to compare with */
            value: nullable(int()),
            text: string(),
            before: nullable(int()),
            textBefore: string(),
            records: string(),
            recordsName: string(),
            metName: string(),
            total: int(),
            met: int(),
          }),
        ),
      }),
    ),
  }),
  problems: ['period-upside-down'],
})

const recordsAsked = object({
  ...dashboardPeriod,
  /** only those that count for the figure, or only those that do not */
  met: choice(['yes', 'no']).optional(),
})

/** The records behind a figure, one by one. */
export const listRecords = defineRoute({
  id: 'statistics.list-records',
  method: 'GET',
  path: '/api/statistics/records/:records',
  action: 'statistics.read-dashboard',
  summary: 'The records that a figure is counted from, the latest first',
  params: object({ records: string().max(60) }),
  query: recordsAsked,
  response: object({
    asOf: iso.date(),
    from: iso.date(),
    name: string(),
    metName: string(),
    dayName: string(),
    total: int(),
    met: int(),
    rows: array(
      object({
        number: string(),
        title: nullable(string()),
        day: iso.date(),
        unit: nullable(string()),
        met: boolean(),
      }),
    ),
    /** how many more there are than are listed */
    left: int(),
  }),
  problems: ['records-unknown', 'period-upside-down'],
})

/** All of them as a spreadsheet. */
export const exportRecords = defineRoute({
  id: 'statistics.export-records',
  method: 'GET',
  path: '/api/statistics/records/:records/workbook.xlsx',
  action: 'statistics.read-dashboard',
  summary:
    'Every record behind a figure as a spreadsheet with typed cells, with the definition they were counted by',
  params: object({ records: string().max(60) }),
  query: recordsAsked,
  response: unknown(),
  produces: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  problems: ['records-unknown', 'period-upside-down'],
})
