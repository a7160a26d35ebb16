/**
 * What a zone says of its ledger of tasks: who answers for the place, where tasks come from, when what comes back is the same.
 */

import { join } from 'node:path'
import { array, enum as choice, int, literal, object, type output, string } from 'zod'
import { readContentFile } from '../../platform/content-file.ts'

const wording = object({ 'zh-CN': string().min(1), en: string().min(1) })

const file = object({
  source: string().min(1),
  mark: choice(['S', 'G', 'U']),
  /** authorities of the zone whose duties stand in the list of the place */
  territorial: array(string()).min(1),
  recursWithin: object({ value: int().min(0), unit: literal('natural-days') }),
  sources: array(object({ id: string(), name: wording }).strict()).min(1),
}).strict()

/** The rules and words of the ledger. */
export type TasksContent = output<typeof file>

/** Reads `supervision/tasks.yaml` of a zone. */
export function readTasksContent(contentFolder: string): TasksContent {
  return file.parse(readContentFile(join(contentFolder, 'supervision/tasks.yaml')))
}
