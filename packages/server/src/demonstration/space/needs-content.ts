/**
 * The invented needs of a demonstration: who looks for which space, and what is done about it after how many working days.
 */

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { array, enum as choice, int, object, type output, record, string, unknown } from 'zod'
import { readContentFile } from '../../platform/content-file.ts'

const content = record(string(), unknown())

const file = object({
  needs: array(
    object({
      daysAgo: int().min(0),
      by: string(),
      /** words of the issue that is passed on */
      issue: string().optional(),
      filing: content,
      acts: array(
        object({
          after: int().min(0),
          by: string(),
          do: choice([
            'transfer',
            'urgings',
            'receipt',
            'candidates',
            'viewings',
            'viewing-records',
            'lease',
            'no-room',
            'mark',
          ]),
          body: content.default({}),
          /** how many of the rooms that fit are put before the firm */
          hits: int().min(1).optional(),
          /** the working day of the viewing, counted as `after` is */
          viewAfter: int().min(0).optional(),
        }).strict(),
      ),
    }).strict(),
  ),
})

/** A need as the file tells it. */
export type DemonstrationNeed = output<typeof file>['needs'][number]

/** Reads `demonstration/needs.yaml` of a zone; none where it has no such file. */
export function readDemonstrationNeeds(contentFolder: string): readonly DemonstrationNeed[] {
  const path = join(contentFolder, 'demonstration/needs.yaml')
  return existsSync(path) ? file.parse(readContentFile(path)).needs : []
}
