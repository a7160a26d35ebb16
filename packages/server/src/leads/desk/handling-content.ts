/**
 * Dispositions, time limits, codes and purposes of the desk as the zone writes them, each with its source and mark.
 */

import { join } from 'node:path'
import { dispositions, findings, type HandlingRule, handlingClockKinds } from '@guanjia/core/leads'
import { array, enum as choice, int, object, type output, record, string } from 'zod'
import { readContentFile } from '../../platform/content-file.ts'

const mark = choice(['S', 'G', 'U'])
const named = object({ 'zh-CN': string().min(1), en: string().min(1) })
const sourced = named.extend({ source: string().optional(), mark })
const listed = object({
  mark,
  source: string(),
  list: array(named.extend({ id: string() })).min(1),
})
const span = sourced.extend({
  value: int().min(1),
  unit: choice(['working-days', 'natural-days', 'months']),
  source: string().min(1),
})
const workingDays = object({
  value: int().min(1),
  unit: choice(['working-days']),
  source: string().min(1),
  mark,
})

const file = object({
  dispositions: record(choice(dispositions), sourced),
  findings: record(choice(findings), sourced),
  clocks: record(choice(handlingClockKinds), span),
  amber: workingDays,
  types: listed,
  fields: listed,
  patterns: object({ atLeast: int().min(2), source: string(), mark }),
  purposes: record(string(), named),
  identityUnlock: workingDays,
})

/** What the desk asks of the content. */
export type HandlingContent = output<typeof file>

/** Reads `leads/handling.yaml` of a zone. */
export function readHandlingContent(contentFolder: string): HandlingContent {
  return file.parse(readContentFile(join(contentFolder, 'leads/handling.yaml')))
}

/** The time limits without their sources, as the clocks are counted. */
export function ruleOf({ clocks, amber }: HandlingContent): HandlingRule {
  return { spans: clocks, amberWorkingDays: amber.value }
}
