/**
 * What departments do with an issue, and what a leader signs.
 */

import { array, boolean, int, object, string, uuid } from 'zod'
import { defineRoute } from '../route.ts'
import { issueParams, issueProblems, moved, outcome, said, seen } from './issue-parts.ts'

const act = {
  method: 'POST',
  params: issueParams,
  response: moved,
  problems: issueProblems,
  idempotent: true,
} as const

/** Not ours. */
export const returnIssue = defineRoute({
  ...act,
  id: 'feedback.return',
  path: '/api/voice/issues/:id/return',
  action: 'feedback.answer',
  summary: 'Returns an issue to the dispatcher: once, within the time of its source, with a reason',
  body: object({ ...seen, reason: said }),
})

/** Speaks with the asker. */
export const contactAsker = defineRoute({
  ...act,
  id: 'feedback.contact',
  path: '/api/voice/issues/:id/contacts',
  action: 'feedback.answer',
  summary: 'Records that the lead has spoken with the asker',
  body: object({ ...seen, note: said }),
})

/** Helps. */
export const contributeToIssue = defineRoute({
  ...act,
  id: 'feedback.contribute',
  path: '/api/voice/issues/:id/contributions',
  action: 'feedback.contribute',
  summary: 'What an assisting department knows or has done',
  body: object({ ...seen, words: said }),
})

/** More time. */
export const extendIssue = defineRoute({
  ...act,
  id: 'feedback.extend',
  path: '/api/voice/issues/:id/extension',
  action: 'feedback.lead',
  summary: 'Puts the reply off, once, by no more than the source allows, with a reason the asker reads',
  body: object({ ...seen, workingDays: int().min(1).max(60), reason: said }),
})

/** Answers. */
export const replyToIssue = defineRoute({
  ...act,
  id: 'feedback.reply',
  path: '/api/voice/issues/:id/reply',
  action: 'feedback.answer',
  summary: 'Answers the asker; a “no”, and every answer to what came back too often, goes to a leader first',
  body: object({ ...seen, outcome, words: said, evidence: array(uuid()).max(9) }),
  problems: [...issueProblems, 'photo-not-kept'],
})

/** Signs. */
export const signOffReply = defineRoute({
  ...act,
  id: 'feedback.sign-off',
  path: '/api/voice/issues/:id/sign-off',
  action: 'feedback.sign-off',
  summary: 'Signs the answer that waits, or sends it back with a reason; never one’s own',
  body: object({ ...seen, isApproved: boolean(), reason: string().trim().max(1000) }),
})
