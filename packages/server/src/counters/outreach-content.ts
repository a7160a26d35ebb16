/**
 * How the hall calls: within how many minutes, how often, and with which words; from the zone's content.
 */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { array, int, object, type output, string } from 'zod'

const file = object({
  from: string(),
  source: string(),
  mark: string(),
  withinMinutes: int().min(1),
  triesBeforeMessage: int().min(1),
  script: string(),
  matters: array(string()).min(1),
})

/** The rule and the words. */
export type OutreachContent = output<typeof file>

/** Reads `counters/outreach.yaml` of a zone. */
export function readOutreachContent(contentFolder: string): OutreachContent {
  return file.parse(parse(readFileSync(join(contentFolder, 'counters/outreach.yaml'), 'utf8')))
}
