/**
 * What `npm run bench` measures of a whole plan: the largest example, with every combination of its commitments.
 */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { plainDate } from '@guanjia/core/calendar'
import { projectPlan, readProjectFacts } from '@guanjia/core/planning'
import { parse } from 'yaml'
import { readCatalogueContent } from '../catalogue/index.ts'
import { readCalendar } from '../platform/zone-content.ts'

const zone = join(import.meta.dirname, '../../../../content/qingdao')
const { catalogue } = readCatalogueContent(zone)
const calendar = readCalendar(zone)
const example: unknown = parse(
  readFileSync(join(zone, 'examples/projects/p1-tcm-innovation-base.yaml'), 'utf8'),
)
const facts = readProjectFacts(catalogue.attributes, (example as { readonly facts: unknown }).facts)
if (!facts.ok) throw new Error('broken promise: the example can be read')
const request = {
  facts: facts.value,
  view: 'project',
  start: plainDate('2023-02-01'),
  signed: ['C1', 'C3'],
} as const

/** A what-if answers within one frame of the screen. */
export const goals: Readonly<Record<string, { readonly work: () => unknown; readonly mostMs: number }>> = {
  'plan of 51 services, 8 combinations': {
    work: () => projectPlan(catalogue, calendar, request),
    mostMs: 16,
  },
}
