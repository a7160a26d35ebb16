/**
 * The questions of cases, content of the zone.
 */

import { join } from 'node:path'
import type { AnsweredPaper } from '@guanjia/core/cases'
import type { PublicService } from '@guanjia/core/catalogue'
import { array, boolean, enum as choice, object, record, string } from 'zod'
import { readContentFile } from '../../platform/content-file.ts'

const wording = record(string(), string())

const mark = choice(['S', 'G', 'U'])

const question = object({
  id: string(),
  label: wording,
  hint: wording.nullable().default(null),
  kind: choice(['line', 'lines', 'number', 'choice']),
  unit: wording.nullable().default(null),
  choices: array(object({ value: string(), name: wording })).default([]),
  optional: boolean().default(false),
  onlyIf: object({ question: string(), is: string() }).nullable().default(null),
  form: object({ pattern: string(), fault: wording }).nullable().default(null),
  source: string(),
  mark,
})

const file = object({
  offline: object({ kinds: array(string()), authorities: array(string()), source: string(), mark }),
  papers: array(object({ evidence: string().nullable(), questions: array(question).min(1) })),
})

/** What is asked on the screen. */
export interface FormsContent {
  /** papers that are answered, with the questions of every case among them */
  readonly papers: readonly AnsweredPaper[]
  /** whether a service is applied for online */
  readonly isOnline: (service: PublicService) => boolean
}

/** Reads `cases/forms.yaml` of a zone. */
export function readFormsContent(contentFolder: string): FormsContent {
  const { papers, offline } = file.parse(readContentFile(join(contentFolder, 'cases/forms.yaml')))
  return {
    papers,
    isOnline: ({ kind, authorities: [lead = ''] }) =>
      !offline.kinds.includes(kind) && !offline.authorities.includes(lead),
  }
}
