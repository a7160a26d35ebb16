/**
 * How projects are numbered and given to stewards; from the zone's content.
 */

import { join } from 'node:path'
import { array, enum as choice, int, literal, object, type output, string } from 'zod'
import { readContentFile } from '../platform/content-file.ts'

const wording = object({ 'zh-CN': string(), en: string() })

const file = object({
  from: string(),
  source: string(),
  mark: string(),
  numberPrefix: string(),
  assignWithin: object({
    value: int().min(1),
    unit: literal('working-days'),
    source: string(),
    mark: string(),
  }),
  firstResponse: object({ value: int().min(1), unit: literal('minutes'), source: string(), mark: string() }),
  riskHorizon: object({
    value: int().min(1),
    unit: literal('working-days'),
    source: string(),
    mark: string(),
  }),
  undoWithin: object({ value: int().min(1), unit: literal('seconds'), source: string(), mark: string() }),
  remindAt: object({ value: string().regex(/^\d\d:\d\d$/), source: string(), mark: string() }),
  risk: object({ slips: wording, 'must-begin': wording, 'must-end': wording }),
  reminder: object({ applicant: wording, authority: wording, noGate: wording, nobody: wording }),
  /** where the stewards are reached by telephone */
  office: object({ name: wording, phone: string(), source: string(), mark: choice(['S', 'G', 'U']) }),
  lanes: array(object({ id: string(), name: wording })),
  kinds: array(object({ id: string(), name: wording })).min(1),
})

/** The rules and the kinds of projects. */
export type StewardsContent = output<typeof file>

/** Reads `stewards.yaml` of a zone. */
export function readStewardsContent(contentFolder: string): StewardsContent {
  return file.parse(readContentFile(join(contentFolder, 'stewards.yaml')))
}
