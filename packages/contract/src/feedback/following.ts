/**
 * Following one's issue: by its number and the end of one's phone, or logged in; and the asker's last word.
 */

import { array, boolean, enum as choice, int, iso, object, string, uuid } from 'zod'
import { defineRoute } from '../route.ts'
import {
  clock,
  happening,
  issueKind,
  issueProblems,
  moved,
  reply,
  satisfied,
  situation,
  wording,
} from './issue-parts.ts'

const key = {
  number: string().trim().max(20),
  /** the last four digits of the phone that was given; not needed by whoever filed it logged in */
  phoneTail: string()
    .regex(/^\d{4}$/)
    .optional(),
}

const lookProblems = ['issue-not-found', 'too-many-guesses'] as const

const step = object({
  name: choice(['noticed', 'found', 'responded', 'handled']),
  at: iso.datetime().nullable(),
})

/** Looks at it. */
export const followIssue = defineRoute({
  id: 'feedback.follow',
  method: 'POST',
  path: '/api/voice/lookup',
  action: 'feedback.follow',
  summary: 'Where an issue stands; a wrong number and a wrong phone are answered alike',
  body: object(key),
  response: object({
    number: string(),
    kind: issueKind,
    topic: wording,
    words: string(),
    situation,
    /** number of the issue it was joined with */
    joinedWith: string().nullable(),
    lead: wording.nullable(),
    clocks: array(clock.omit({ days: true })),
    steps: array(step),
    happenings: array(happening),
    reply: reply.nullable(),
    way: wording.nullable(),
    mayAnswer: boolean(),
  }),
  problems: lookProblems,
})

/** The last word. */
export const answerIssue = defineRoute({
  id: 'feedback.answer-reply',
  method: 'POST',
  path: '/api/voice/last-word',
  action: 'feedback.follow',
  summary:
    'The asker’s mark of a reply: 3 or more confirms and closes, less opens it again and needs a reason',
  body: object({ ...key, satisfied, words: string().trim().max(2000).optional() }),
  response: moved,
  problems: [...issueProblems, ...lookProblems],
  idempotent: true,
})

/** One's own. */
export const listOwnIssues = defineRoute({
  id: 'feedback.list-own',
  method: 'GET',
  path: '/api/my/voice',
  action: 'feedback.list-own',
  summary: 'The issues one has filed logged in, the newest first',
  response: object({
    issues: array(
      object({
        id: uuid(),
        number: string(),
        words: string(),
        situation,
        filedAt: iso.datetime(),
        next: iso.date().nullable(),
      }),
    ),
    count: int(),
  }),
})
