/**
 * What a zone says of joint consultations: the words of their subjects and of the minutes.
 */

import { join } from 'node:path'
import { consultationSubjects } from '@guanjia/core/supervision'
import { array, enum as choice, int, literal, object, type output, record, string } from 'zod'
import { readContentFile } from '../../platform/content-file.ts'

const wording = object({ 'zh-CN': string().min(1), en: string().min(1) })

const file = object({
  source: string().min(1),
  mark: choice(['S', 'G', 'U']),
  /** how long before the last day a member is reminded of what they owe */
  remindBefore: object({
    value: int().min(0).max(30),
    unit: literal('natural-days'),
    source: string().min(1),
    mark: choice(['S', 'G', 'U']),
  }).strict(),
  subjects: record(choice(consultationSubjects), wording),
  project: object({ title: wording }).strict(),
  paper: object({
    author: string(),
    heading: string(),
    addressee: string(),
    file: string(),
    demonstration: string(),
    opening: string(),
    rows: object({
      subject: string(),
      members: string(),
      evidence: string(),
      focus: string(),
      cause: string(),
      unit: string(),
      revision: string(),
      tasks: string(),
    }).strict(),
    member: string(),
    evidence: string(),
    statement: string(),
    revision: string(),
    task: string(),
    noTasks: string(),
    signatures: string(),
    footer: array(string()),
    signature: object({ reason: string(), location: string() }),
  }).strict(),
}).strict()

/** The words of consultations. */
export type ConsultationsContent = output<typeof file>

/** Reads `supervision/consultations.yaml` of a zone. */
export function readConsultationsContent(contentFolder: string): ConsultationsContent {
  return file.parse(readContentFile(join(contentFolder, 'supervision/consultations.yaml')))
}
