/**
 * What the dispatcher does with an issue.
 */

import { array, boolean, object, string } from 'zod'
import { defineRoute } from '../route.ts'
import { issueParams, issueProblems, moved, said, satisfied, seen } from './issue-parts.ts'

const act = {
  method: 'POST',
  action: 'feedback.dispatch',
  params: issueParams,
  response: moved,
  idempotent: true,
} as const

/** To a department. */
export const dispatchIssue = defineRoute({
  ...act,
  id: 'feedback.dispatch',
  path: '/api/voice/issues/:id/dispatch',
  summary: 'Gives an issue to a lead and those who assist; after a return the lead is designated',
  body: object({
    ...seen,
    lead: string().max(60),
    assisting: array(string().max(60)).max(8),
    isComplex: boolean(),
  }),
  problems: [...issueProblems, 'authority-not-listed'],
})

/** Asks for haste. */
export const urgeIssue = defineRoute({
  ...act,
  id: 'feedback.urge',
  path: '/api/voice/issues/:id/urgings',
  summary: 'Urges the lead, with a reason',
  body: object({ ...seen, reason: said }),
  problems: issueProblems,
})

/** Calls the asker. */
export const callBackAsker = defineRoute({
  ...act,
  id: 'feedback.call-back',
  path: '/api/voice/issues/:id/call-backs',
  summary: 'Records a call after the reply, and the mark where one was given: it confirms or opens again',
  body: object({
    ...seen,
    isReached: boolean(),
    note: string().trim().max(1000),
    satisfied: satisfied.optional(),
  }),
  problems: issueProblems,
})

/** Closes by silence. */
export const closeBySilence = defineRoute({
  ...act,
  id: 'feedback.close-by-silence',
  path: '/api/voice/issues/:id/silence',
  summary: 'Closes an issue whose asker was called often enough and has said nothing for long enough',
  body: object(seen),
  problems: issueProblems,
})

/** Joins two. */
export const mergeIssue = defineRoute({
  ...act,
  id: 'feedback.merge',
  path: '/api/voice/issues/:id/merging',
  summary: 'Joins an issue with another that says the same; its asker follows the other from then on',
  body: object({ ...seen, into: string().trim().max(20) }),
  problems: [...issueProblems, 'issue-not-found'],
})

/** Shows the way. */
export const signpostIssue = defineRoute({
  ...act,
  id: 'feedback.signpost',
  path: '/api/voice/issues/:id/signpost',
  summary: 'Does not take an issue on, and says which way it goes',
  body: object({ ...seen, ground: string().max(40), reason: said }),
  problems: [...issueProblems, 'ground-not-listed'],
})

/** Publishes. */
export const publishAnswer = defineRoute({
  ...act,
  id: 'feedback.publish',
  path: '/api/voice/issues/:id/publication',
  summary: 'Lets everybody read question and answer in words that tell nobody who asked',
  body: object({
    ...seen,
    question: string().trim().min(5).max(500),
    answer: string().trim().min(5).max(1000),
  }),
  problems: [...issueProblems, 'words-tell-who-asked'],
})
