/**
 * What the zone says about its mailbox: limits, the words by which mail is sorted, and the answers that go out by
 * themselves.
 */

import { join } from 'node:path'
import type { MailVocabulary } from '@guanjia/core/feedback'
import { array, enum as choice, int, object, type output, string } from 'zod'
import { readContentFile } from '../../platform/content-file.ts'

const wording = object({ 'zh-CN': string().min(1), en: string().min(1) })
const mark = choice(['S', 'G', 'U'])
const figure = object({ value: int().min(1), unit: string(), source: string().min(1), mark })
const words = array(string().min(1)).min(1)

const file = object({
  limits: object({
    mail: figure,
    attachment: figure,
    attachments: figure,
    answers: figure,
    attempts: figure,
  }),
  kinds: object({ appeal: words, suggestion: words, complaint: words }),
  topics: array(object({ id: string(), words })).min(1),
  otherwise: string(),
  misconduct: words,
  overruling: words,
  cut: string().min(1),
  empty: string().min(5),
  answers: object({
    filed: wording,
    added: wording,
    replied: wording,
    /** to whoever's issue was joined with the one that was answered */
    'replied-joined': wording,
    signposted: wording,
    elsewhere: wording,
    'too-large': wording,
  }),
  /** of a mail without a subject */
  untitled: string().min(1),
  subject: string().includes('{subject}'),
  left: object({
    heading: string(),
    'file-kind-unknown': string(),
    'file-damaged': string(),
    'attachment-too-large': string(),
    'too-many-attachments': string(),
  }),
  confidential: object({ with: wording, without: wording }),
})

const bytesOfMegabyte = 1024 * 1024

/** An answer that goes out by itself. */
export type MailAnswer = keyof output<typeof file>['answers']

/** Why an attachment was left out. */
export type LeftOutReason = Exclude<keyof output<typeof file>['left'], 'heading'>

/** Everything that is asked of the content. */
export interface MailContent
  extends Omit<output<typeof file>, 'limits' | 'topics' | 'kinds' | 'misconduct' | 'overruling'> {
  readonly vocabulary: MailVocabulary
  readonly limits: {
    readonly mailBytes: number
    readonly attachmentBytes: number
    readonly attachments: number
    readonly answersADay: number
    readonly attempts: number
  }
}

/** Reads `feedback/mail.yaml` of a zone; a topic that the register does not list closes the house. */
export function readMailContent(
  contentFolder: string,
  listed: readonly { readonly id: string }[],
): MailContent {
  const read = file.parse(readContentFile(join(contentFolder, 'feedback/mail.yaml')))
  const { limits, kinds, topics, misconduct, overruling, ...rest } = read
  for (const id of [rest.otherwise, ...topics.map((topic) => topic.id)])
    if (!listed.some((topic) => topic.id === id))
      throw new Error(`feedback/mail.yaml: ${id} is no topic of the register`)
  return {
    ...rest,
    vocabulary: { kinds, topics, misconduct, overruling, otherwise: rest.otherwise },
    limits: {
      mailBytes: limits.mail.value * bytesOfMegabyte,
      attachmentBytes: limits.attachment.value * bytesOfMegabyte,
      attachments: limits.attachments.value,
      answersADay: limits.answers.value,
      attempts: limits.attempts.value,
    },
  }
}
