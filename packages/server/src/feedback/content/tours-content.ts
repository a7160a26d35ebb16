/**
 * The rules of tours as the zone wrote them: how many departments make one, whence its issues come, and the words of the
 * itinerary.
 */

import { join } from 'node:path'
import { halfDays } from '@guanjia/core/feedback'
import { array, enum as choice, int, object, type output, record, string } from 'zod'
import { readContentFile } from '../../platform/content-file.ts'

const paper = object({
  author: string(),
  heading: string(),
  addressee: string(),
  file: string(),
  demonstration: string(),
  opening: string(),
  empty: string(),
  halves: record(choice(halfDays), string()),
  dropped: string(),
  stop: string(),
  closing: array(string()),
  footer: array(string()),
})

const file = object({
  issueSource: string(),
  departmentsAtLeast: object({
    value: int().min(2),
    unit: choice(['departments']),
    source: string().min(1),
    mark: choice(['S', 'G', 'U']),
  }),
  paper,
})

/** Everything tours ask of the content. */
export type ToursContent = output<typeof file>

/** Reads `feedback/tours.yaml` of a zone. */
export function readToursContent(contentFolder: string): ToursContent {
  return file.parse(readContentFile(join(contentFolder, 'feedback/tours.yaml')))
}
