/**
 * The words on the papers of a plan, and the names of who acts.
 */

import { join } from 'node:path'
import { array, looseObject, type output, record, strictObject, string } from 'zod'
import { readContentFile } from '../platform/content-file.ts'

const words = string().min(1)

const file = strictObject({
  title: words,
  titleApproval: words,
  author: words,
  demonstration: words,
  lanes: record(string(), words),
  dayNumber: words,
  days: words,
  naturalDays: words,
  workingDays: words,
  float: words,
  permit: words,
  ahead: words,
  fold: words,
  facts: strictObject({
    permit: words,
    days: words,
    saved: words,
    critical: words,
    none: words,
    natural: words,
    steps: words,
  }),
  legendLine: words,
  listLegend: words,
  cardUntil: words,
  table: strictObject({
    heading: words,
    columns: strictObject({
      number: words,
      step: words,
      who: words,
      days: words,
      start: words,
      early: words,
      late: words,
      float: words,
      basis: words,
    }),
    critical: words,
    toBeConfirmed: words,
    duty: words,
    tick: words,
  }),
  view: strictObject({ approval: words, project: words }),
  sheet: strictObject({
    project: words,
    start: words,
    made: words,
    view: words,
    catalogue: words,
    end: words,
    by: words,
    page: words,
    live: words,
  }),
  assumed: words,
  method: words,
  calendar: strictObject({ name: words, own: words, duty: words, permit: words, reminder: words }),
  workbook: strictObject({
    steps: words,
    summary: words,
    commitments: words,
    signed: words,
    saved: words,
    yes: words,
    no: words,
  }),
  advice: strictObject({
    saves: words,
    'delays-without': words,
    'needs-others': words,
    'saves-nothing': words,
    'not-applicable': words,
  }),
})

const zoneFile = looseObject({
  authorities: array(looseObject({ id: string(), name: looseObject({ 'zh-CN': string() }) })),
})

/** The words, with the names of authorities among the lanes. */
export type PlanWords = output<typeof file>

/** Reads the zone's folder; throws where a word is missing. */
export function readPlanWords(folder: string): PlanWords {
  const own = file.parse(readContentFile(join(folder, 'documents/plan.yaml')))
  const { authorities } = zoneFile.parse(readContentFile(join(folder, 'zone.yaml')))
  const names = authorities.map(({ id, name }) => [id, name['zh-CN']] as const)
  return { ...own, lanes: { ...Object.fromEntries(names), ...own.lanes } }
}
