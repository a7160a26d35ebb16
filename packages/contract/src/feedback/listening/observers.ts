/**
 * Observers on the wire: the desk that appoints them, and their own page.
 */

import { observerKinds, observerTasks } from '@guanjia/core/feedback'
import { array, boolean, enum as choice, int, iso, number, object, string, unknown, uuid } from 'zod'
import { defineRoute } from '../../route.ts'
import { authority, issueProblems, reply, situation, wording } from '../issue-parts.ts'

const kind = choice(observerKinds)
const task = choice(observerTasks)

const term = object({
  id: uuid(),
  /** number of the letter of appointment */
  number: string(),
  name: string(),
  kind,
  organisation: string(),
  from: iso.date(),
  until: iso.date(),
  endedOn: iso.date().nullable(),
  isServing: boolean(),
  /** the end is near and no further term is there */
  isEnding: boolean(),
})

/** All of them. */
export const listObservers = defineRoute({
  id: 'feedback.list-observers',
  method: 'GET',
  path: '/api/observers',
  action: 'feedback.appoint',
  summary: 'The observers and their terms, those who serve first, with how much each has filed',
  response: object({
    places: int(),
    kinds: array(object({ id: kind, name: wording, serving: int() })),
    observers: array(term.extend({ findings: int(), attended: int() })),
  }),
})

/** Appoints. */
export const appointObserver = defineRoute({
  id: 'feedback.appoint-observer',
  method: 'POST',
  path: '/api/observers',
  action: 'feedback.appoint',
  summary: 'Appoints somebody for a term of the length that the content gives; the letter is printed from it',
  body: object({
    name: string().trim().min(2).max(50),
    identityNumber: string().trim().length(18),
    kind,
    organisation: string().trim().min(2).max(100),
    from: iso.date(),
  }),
  response: object({ id: uuid(), number: string(), until: iso.date() }),
  success: 201,
  problems: ['identity-number-wrong', 'observer-serves-already', 'observer-places-taken'],
  idempotent: true,
})

/** Ends a term. */
export const endObserverTerm = defineRoute({
  id: 'feedback.end-observer-term',
  method: 'POST',
  path: '/api/observers/:id/end',
  action: 'feedback.appoint',
  summary: 'Ends a term today, with the reason; the observer’s page is closed with the next request',
  params: object({ id: uuid() }),
  body: object({ reason: string().trim().min(2).max(300) }),
  response: object({ id: uuid(), endedOn: iso.date() }),
  problems: ['observer-term-over'],
  idempotent: true,
})

/** The letter. */
export const readObserverLetter = defineRoute({
  id: 'feedback.read-observer-letter',
  method: 'GET',
  path: '/api/observers/:id/letter',
  action: 'feedback.read-letter',
  summary: 'The letter of appointment, sealed',
  params: object({ id: uuid() }),
  response: unknown(),
  produces: 'application/pdf',
})

/** One's own page. */
export const readOwnObserver = defineRoute({
  id: 'feedback.read-own-observer',
  method: 'GET',
  path: '/api/my/observer',
  action: 'feedback.observe',
  summary: 'One’s own term, the three tasks, the topics, and what is coming up',
  response: object({
    term,
    tasks: array(object({ id: task, name: wording, hint: wording })),
    topics: array(object({ id: string(), name: wording, hint: wording })),
    photos: int(),
    activities: array(
      object({
        id: uuid(),
        kind: wording,
        title: string(),
        place: string(),
        startsAt: iso.datetime(),
        endsAt: iso.datetime(),
        isSignedIn: boolean(),
      }),
    ),
  }),
})

const step = object({
  name: choice(['noticed', 'found', 'responded', 'handled']),
  at: iso.datetime().nullable(),
})

/** One's own findings. */
export const listOwnFindings = defineRoute({
  id: 'feedback.list-own-findings',
  method: 'GET',
  path: '/api/my/observer/findings',
  action: 'feedback.observe',
  summary: 'What one has filed as an observer, the newest first, with the four moments of each',
  response: object({
    findings: array(
      object({
        id: uuid(),
        number: string(),
        task,
        words: string(),
        place: string().nullable(),
        situation,
        lead: wording.nullable(),
        due: iso.date().nullable(),
        light: choice(['green', 'amber', 'red']).nullable(),
        steps: array(step),
        reply: reply.nullable(),
        mayAnswer: boolean(),
      }),
    ),
  }),
})

/** Files a finding. */
export const fileFinding = defineRoute({
  id: 'feedback.file-finding',
  method: 'POST',
  path: '/api/my/observer/findings',
  action: 'feedback.observe',
  summary:
    'Files a finding as an issue of the register and gives it to the department that usually leads its topic; `noticedAt` is when it was noted on the device',
  body: object({
    task,
    topic: string().max(40),
    words: string().trim().min(5).max(2000),
    place: string().trim().max(200).optional(),
    point: object({ latitude: number().min(-90).max(90), longitude: number().min(-180).max(180) }).optional(),
    photos: array(uuid()).max(9).optional(),
    noticedAt: iso.datetime(),
  }),
  response: object({ id: uuid(), number: string(), lead: authority, replyDue: iso.date().nullable() }),
  success: 201,
  problems: [...issueProblems, 'topic-not-listed', 'source-not-open-here', 'photo-not-kept'],
  idempotent: true,
})

/** What was filed before. */
export const listLikeFindings = defineRoute({
  id: 'feedback.list-like-findings',
  method: 'GET',
  path: '/api/my/observer/alike',
  action: 'feedback.observe',
  summary:
    'Issues that say nearly the same, so that one is not filed twice; words only where an observer wrote them or they were published',
  query: object({ words: string().max(300) }),
  response: object({
    issues: array(
      object({
        number: string(),
        words: string().nullable(),
        topic: wording,
        situation,
        lead: wording.nullable(),
        filedAt: iso.datetime(),
      }),
    ),
  }),
})
