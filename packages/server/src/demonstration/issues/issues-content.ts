/**
 * The invented issues of a demonstration: what is said, by whom, and what is done about it after how many working days.
 */

import { join } from 'node:path'
import { array, boolean, int, object, type output, record, string, unknown } from 'zod'
import { readContentFile } from '../../platform/content-file.ts'

const content = record(string(), unknown())

const file = object({
  issues: array(
    object({
      daysAgo: int().min(0),
      by: string(),
      path: string(),
      filing: content.optional(),
      /** a work order of the hotline instead */
      hotline: content.optional(),
      acts: array(
        object({
          after: int().min(0),
          by: string(),
          path: string(),
          body: content,
          proof: boolean().optional(),
        }),
      ),
    }),
  ),
})

/** An issue as the file tells it. */
export type DemonstrationIssue = output<typeof file>['issues'][number]

/** Reads `demonstration/issues.yaml` of a zone. */
export function readDemonstrationIssues(contentFolder: string): readonly DemonstrationIssue[] {
  return file.parse(readContentFile(join(contentFolder, 'demonstration/issues.yaml'))).issues
}
