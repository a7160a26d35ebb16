/**
 * How a zone puts its questions about a project; from the zone's content.
 */

import { join } from 'node:path'
import type { QuestionnaireEntry } from '@guanjia/core/projects'
import { array, boolean, enum as choice, number, type output, record, strictObject, string, union } from 'zod'
import { readContentFile } from '../platform/content-file.ts'

const wording = strictObject({ 'zh-CN': string(), en: string() })
const facts = record(string(), union([boolean(), number(), string()]))
const worded = {
  id: string().regex(/^[a-z][a-z-]*$/),
  name: wording.optional(),
  question: wording.optional(),
  hint: wording.optional(),
  later: boolean().optional(),
}
const none = strictObject({ value: string().optional(), name: wording })
const option = strictObject({ id: string(), name: wording, hint: wording.optional(), sets: facts })
const tick = strictObject({ attribute: string(), name: wording.optional(), hint: wording.optional() })

const question = union([
  strictObject({ ...worded, options: array(option).min(2) }),
  strictObject({ ...worded, asks: string() }),
  strictObject({ ...worded, ticks: array(tick).min(2), all: wording.optional(), none }),
  strictObject({ ...worded, picks: string(), none }),
  strictObject({ ...worded, numbers: array(string()).min(1) }),
])

const file = strictObject({
  source: string(),
  mark: choice(['S', 'G', 'U']),
  yes: wording,
  no: wording,
  /** facts that the kind of a project already says */
  kinds: record(string(), facts),
  questions: array(question).min(1),
})

/** The questions of a zone. */
export type QuestionnaireContent = output<typeof file> & QuestionnaireEntry

/** Reads `questionnaire.yaml` of a zone. */
export function readQuestionnaireContent(contentFolder: string): QuestionnaireContent {
  return file.parse(readContentFile(join(contentFolder, 'questionnaire.yaml')))
}
