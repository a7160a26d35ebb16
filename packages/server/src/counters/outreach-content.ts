/**
 * How the hall calls: within how many minutes, how often, and with which words; from the zone's content.
 */

import { join } from 'node:path'
import { array, int, object, type output, string } from 'zod'
import { readContentFile } from '../platform/content-file.ts'

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
  return file.parse(readContentFile(join(contentFolder, 'counters/outreach.yaml')))
}
