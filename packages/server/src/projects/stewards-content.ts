/**
 * How projects are numbered and given to stewards; from the zone's content.
 */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { array, int, literal, object, type output, string } from 'zod'

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
  lanes: array(object({ id: string(), name: object({ 'zh-CN': string(), en: string() }) })),
  kinds: array(object({ id: string(), name: object({ 'zh-CN': string(), en: string() }) })).min(1),
})

/** The rules and the kinds of projects. */
export type StewardsContent = output<typeof file>

/** Reads `stewards.yaml` of a zone. */
export function readStewardsContent(contentFolder: string): StewardsContent {
  return file.parse(parse(readFileSync(join(contentFolder, 'stewards.yaml'), 'utf8')))
}
