/**
 * The confidential leads of a demonstration: whose keys there are, what was reported, what handlers did. All of it is invented.
 */

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { array, enum as choice, int, looseObject, object, type output, string } from 'zod'
import { readContentFile } from '../../platform/content-file.ts'

const file = object({
  /** shown to everybody, so no secret */
  passphrase: string(),
  keys: array(object({ who: string(), office: choice(['handler', 'keeper']), sheet: string() })).min(1),
  leads: array(
    object({
      on: int().max(0),
      about: string(),
      text: string(),
      when: string().default(''),
      where: string().default(''),
      who: string().default(''),
      identity: object({ name: string(), phone: string(), address: string() }).exactOptional(),
      acts: array(object({ on: int().max(0), who: string(), do: looseObject({ type: string() }) })).default(
        [],
      ),
    }).strict(),
  ),
})

/** The script; days are natural days from the day the demonstration stands at. */
export type LeadScript = output<typeof file>

/** Reads `demonstration/leads.yaml` of a zone; undefined where it has none. */
export function readLeadScript(contentFolder: string): LeadScript | undefined {
  const path = join(contentFolder, 'demonstration/leads.yaml')
  return existsSync(path) ? file.parse(readContentFile(path)) : undefined
}
