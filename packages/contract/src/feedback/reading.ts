/**
 * The register as staff sees it: the board, and one issue whole.
 */

import { array, boolean, enum as choice, int, iso, number, object, string, unknown, uuid } from 'zod'
import { defineRoute } from '../route.ts'
import {
  authority,
  clock,
  happening,
  issueKind,
  issueParams,
  reply,
  satisfied,
  situation,
  wording,
} from './issue-parts.ts'

const listed = object({
  id: uuid(),
  number: string(),
  version: int(),
  kind: issueKind,
  source: string(),
  topic: string(),
  words: string(),
  place: string().nullable(),
  situation,
  lead: authority.nullable(),
  filedAt: iso.datetime(),
  next: object({
    kind: clock.shape.kind,
    due: iso.date(),
    light: clock.shape.light,
    left: int(),
  }).nullable(),
  urgings: int(),
  reopenings: int(),
})

/** The board. */
export const listIssues = defineRoute({
  id: 'feedback.list',
  method: 'GET',
  path: '/api/voice/issues',
  action: 'feedback.list',
  summary:
    'Issues, the most pressing first: all for the dispatcher, those of their own departments for departments',
  query: object({
    show: choice(['open', 'all']).optional(),
    situation: situation.optional(),
    source: string().max(40).optional(),
    search: string().trim().max(80).optional(),
  }),
  response: object({
    issues: array(listed),
    /** open issues by situation, over everything one may see */
    counts: array(object({ situation, count: int() })),
    /** issues by source in the last twelve months */
    sources: array(object({ source: string(), count: int() })),
  }),
})

/** One issue. */
export const readIssue = defineRoute({
  id: 'feedback.read',
  method: 'GET',
  path: '/api/voice/issues/:id',
  action: 'feedback.read',
  summary:
    'An issue whole: what was said and by whom, what happened, who owes what until when, and what one may do',
  params: issueParams,
  response: object({
    id: uuid(),
    number: string(),
    version: int(),
    kind: issueKind,
    source: string(),
    externalNumber: string().nullable(),
    topic: string(),
    words: string(),
    place: string().nullable(),
    point: object({ latitude: number(), longitude: number() }).nullable(),
    asker: object({ name: string().nullable(), phone: string().nullable(), mail: string().nullable() }),
    photos: array(uuid()),
    /** what came attached to mails, besides pictures */
    documents: array(
      object({ id: uuid(), name: string(), kind: choice(['pdf', 'docx', 'ofd']), size: int() }),
    ),
    /** attachments of mails that were not taken */
    leftOut: array(object({ name: string(), reason: string() })),
    situation,
    lead: authority.nullable(),
    assisting: array(authority),
    isDesignated: boolean(),
    isComplex: boolean(),
    isEscalated: boolean(),
    reopenings: int(),
    extensionAtMost: int(),
    returnUntil: iso.date().nullable(),
    silentFrom: iso.date().nullable(),
    proposal: reply.omit({ isSignedOff: true }).nullable(),
    reply: reply.nullable(),
    satisfied: satisfied.nullable(),
    joined: array(string()),
    joinedWith: string().nullable(),
    published: object({ question: string(), answer: string() }).nullable(),
    /** the need for space that it was passed on as; its id for whoever passed it on */
    need: object({
      id: uuid().nullable(),
      number: string(),
      situation: string(),
      movedAt: iso.datetime(),
    }).nullable(),
    /** the stop of a tour at which it was heard */
    stop: object({ tourId: uuid(), tour: string(), place: string(), on: iso.date() }).nullable(),
    clocks: array(clock),
    steps: array(
      object({ name: choice(['noticed', 'found', 'responded', 'handled']), at: iso.datetime().nullable() }),
    ),
    happenings: array(happening),
    /** names of the acts that one may do now, by duty and situation */
    acts: array(string()),
  }),
})

/** Those that say nearly the same. */
export const listAlike = defineRoute({
  id: 'feedback.list-alike',
  method: 'GET',
  path: '/api/voice/issues/:id/alike',
  action: 'feedback.dispatch',
  summary: 'Issues that say nearly the same; a person decides whether they are one',
  params: issueParams,
  response: object({
    issues: array(
      object({
        id: uuid(),
        number: string(),
        words: string(),
        situation,
        topic: wording,
        filedAt: iso.datetime(),
        percent: int(),
      }),
    ),
  }),
})

/** A photo. */
export const readVoicePhoto = defineRoute({
  id: 'feedback.read-photo',
  method: 'GET',
  path: '/api/voice/issues/:id/photos/:photo',
  action: 'feedback.read',
  summary: 'A photo that was handed in with an issue or a reply',
  params: issueParams.extend({ photo: uuid() }),
  response: unknown(),
  problems: ['photo-not-kept'],
  produces: 'image/jpeg',
})
