/**
 * Saying something: from the page, and by whoever listens on the phone, at the counter, on a visit.
 */

import { array, enum as choice, int, iso, number, object, string, uuid } from 'zod'
import { defineRoute } from '../route.ts'
import { issueKind, issueProblems, wording } from './issue-parts.ts'

const named = object({ id: string(), name: wording })

/** What there is to choose from. */
export const readVoiceChoices = defineRoute({
  id: 'feedback.read-choices',
  method: 'GET',
  path: '/api/voice/choices',
  action: 'public.read',
  summary:
    'Kinds, topics and sources of issues, grounds for the way elsewhere, departments, and how many photos',
  response: object({
    kinds: array(object({ id: issueKind, name: wording, hint: wording })),
    topics: array(object({ id: string(), name: wording, hint: wording, usually: string() })),
    sources: array(object({ id: string(), name: wording, group: string(), intake: array(string()) })),
    groups: array(named),
    signposts: array(object({ id: string(), name: wording, where: wording })),
    misconduct: wording,
    /** where it is taken instead; null where there is no such place */
    misconductUrl: string().nullable(),
    /** address that one may write to; null where no mail is read */
    mailbox: string().nullable(),
    authorities: array(named),
    photos: int(),
  }),
})

/** Keeps a photo. */
export const keepVoicePhoto = defineRoute({
  id: 'feedback.keep-photo',
  method: 'POST',
  path: '/api/voice/photos',
  action: 'feedback.file',
  summary:
    'Keeps a JPEG or PNG without what the camera wrote into it; forgotten after a day unless it is handed in',
  body: object({ bytes: string().base64().max(240_000) }),
  response: object({ id: uuid(), size: int() }),
  success: 201,
  problems: ['photo-not-a-picture'],
})

const telephone = string()
  .trim()
  .regex(/^\+?[\d -]{7,20}$/)

const content = {
  kind: choice(['appeal', 'suggestion', 'complaint', 'misconduct']),
  topic: string().max(40),
  words: string().trim().min(5).max(2000),
  place: string().trim().max(200).optional(),
  point: object({ latitude: number().min(-90).max(90), longitude: number().min(-180).max(180) }).optional(),
  name: string().trim().max(60).optional(),
  photos: array(uuid()).max(9).optional(),
  noticedAt: iso.datetime().optional(),
}

const filed = object({
  id: uuid(),
  number: string(),
  filedAt: iso.datetime(),
  /** last day of the reply as it is counted now; null where it is counted from the dispatch */
  replyDue: iso.date().nullable(),
})

const filingProblems = [
  ...issueProblems,
  'topic-not-listed',
  'source-not-open-here',
  'phone-needed',
  'photo-not-kept',
] as const

/** Files. */
export const fileIssue = defineRoute({
  id: 'feedback.file',
  method: 'POST',
  path: '/api/voice/issues',
  action: 'feedback.file',
  summary: 'Files an issue; a report of misconduct is shown the way, and nothing of it is kept',
  body: object({ ...content, phone: telephone.optional(), source: string().max(40).optional() }),
  response: filed,
  success: 201,
  problems: filingProblems,
  idempotent: true,
})

/** Files for somebody. */
export const recordIssue = defineRoute({
  id: 'feedback.record',
  method: 'POST',
  path: '/api/voice/recorded',
  action: 'feedback.record',
  summary:
    'Files what somebody said on the phone, at the counter or on a visit; the source is named, the asker may not be',
  body: object({ ...content, phone: telephone.optional(), source: string().max(40) }),
  response: filed,
  success: 201,
  problems: filingProblems,
  idempotent: true,
})
