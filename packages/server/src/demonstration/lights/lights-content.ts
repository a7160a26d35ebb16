/**
 * The script of the lights of a demonstration.
 */

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import {
  array,
  enum as choice,
  discriminatedUnion,
  int,
  literal,
  number,
  object,
  type output,
  string,
} from 'zod'
import { readContentFile } from '../../platform/content-file.ts'

const at = { on: int().max(0), project: string(), node: string() }

const act = discriminatedUnion('do', [
  object({ ...at, do: literal('done'), document: string() }).strict(),
  object({ ...at, do: literal('pause'), document: string() }).strict(),
  object({ ...at, do: literal('consent') }).strict(),
  object({ ...at, do: literal('cause'), cause: string(), note: string() }).strict(),
  object({ ...at, do: literal('decide'), decision: choice(['lead', 'none']), reason: string() }).strict(),
  object({ ...at, do: literal('order'), answerAfter: int().min(1), words: string() }).strict(),
  object({ ...at, do: literal('answer'), answer: string() }).strict(),
  object({ ...at, do: literal('link'), to: string() }).strict(),
])

const file = object({
  /** log-ins of who records, who consents, and who answers orders */
  clerk: string(),
  lead: string(),
  unit: string(),
  signing: object({
    on: int().max(0),
    document: string(),
    projects: array(
      object({
        name: string(),
        company: string(),
        sector: string(),
        park: string(),
        unit: string(),
        landSquareMetres: number(),
        plans: object({ land: int(), start: int(), completion: int() }),
      }).strict(),
    ).min(1),
  }),
  acts: array(act),
  land: object({ contracts: array(object({ contract: string(), project: string() })) }),
})

/** The script; days are natural days from the day the demonstration stands at. */
export type LightScript = output<typeof file>

/** One act of the script. */
export type LightAct = LightScript['acts'][number]

/** Reads `demonstration/lights.yaml` of a zone; undefined where it has none. */
export function readLightScript(contentFolder: string): LightScript | undefined {
  const path = join(contentFolder, 'demonstration/lights.yaml')
  return existsSync(path) ? file.parse(readContentFile(path)) : undefined
}
