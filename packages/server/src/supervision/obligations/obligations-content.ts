/**
 * The words of the board of obligations.
 */

import { join } from 'node:path'
import { obligationKinds } from '@guanjia/core/supervision'
import { enum as choice, object, type output, record, string } from 'zod'
import { readContentFile } from '../../platform/content-file.ts'

const wording = object({ 'zh-CN': string().min(1), en: string().min(1) })

/** Where something is stuck: the clocks of cases, commitments and issues, and a task. */
const steps = [
  'one-time-notice',
  'committed',
  'statutory',
  'consultation',
  'delivery',
  'duty',
  'rectification',
  'dispatch',
  'contact',
  'reply',
  'sign-off',
  'call-back',
  'task',
] as const

const causes = ['applicant', 'third-party', 'authority', 'urged', 'reopened', 'silent', 'recurred'] as const

const file = object({
  kinds: record(choice(obligationKinds), wording),
  steps: record(choice(steps), wording),
  dispatcher: wording,
  sentence: wording,
  causes: record(choice(causes), wording),
}).strict()

/** The words of the board. */
export type ObligationsContent = output<typeof file>

/** Why something is not done, as far as the records tell. */
export type RecordedCause = (typeof causes)[number]

/** Reads `supervision/obligations.yaml` of a zone. */
export function readObligationsContent(contentFolder: string): ObligationsContent {
  return file.parse(readContentFile(join(contentFolder, 'supervision/obligations.yaml')))
}
