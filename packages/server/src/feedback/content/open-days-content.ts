/**
 * The rules of open days as the zone wrote them: who leads what was not answered on the spot, and how long links last.
 */

import { join } from 'node:path'
import { array, enum as choice, int, object, type output, string } from 'zod'
import { readContentFile } from '../../platform/content-file.ts'

const file = object({
  lead: string(),
  hosts: array(string()).min(1),
  linkValid: object({
    value: int().min(1),
    unit: choice(['natural-days']),
    source: string().min(1),
    mark: choice(['S', 'G', 'U']),
  }),
})

/** Everything open days ask of the content. */
export type OpenDaysContent = output<typeof file>

/** Reads `feedback/open-days.yaml` of a zone. */
export function readOpenDaysContent(contentFolder: string): OpenDaysContent {
  return file.parse(readContentFile(join(contentFolder, 'feedback/open-days.yaml')))
}
