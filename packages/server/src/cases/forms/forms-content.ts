/**
 * The questions of cases, content of the zone.
 */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AnsweredPaper } from '@guanjia/core/cases'
import { parse } from 'yaml'
import { array, boolean, enum as choice, object, record, string } from 'zod'

const wording = record(string(), string())

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
  mark: choice(['S', 'G', 'U']),
})

const file = object({
  papers: array(object({ evidence: string().nullable(), questions: array(question).min(1) })),
})

/** Reads `cases/forms.yaml` of a zone. */
export function readFormsContent(contentFolder: string): readonly AnsweredPaper[] {
  return file.parse(parse(readFileSync(join(contentFolder, 'cases/forms.yaml'), 'utf8'))).papers
}
