/**
 * Open days on the wire: rounds and their figures for everybody, the desk of the organisers, and the carrier's link.
 */

import { array, boolean, enum as choice, int, iso, object, string, uuid } from 'zod'
import { defineRoute } from '../../route.ts'
import { authority, issueProblems, situation, wording } from '../issue-parts.ts'

const figures = object({
  hosts: int(),
  carriers: int(),
  companies: int(),
  answeredOnSite: int(),
  toRegister: int(),
  closed: int(),
})

const params = object({ round: string().regex(/^[1-9]\d{0,3}$/) })

const period = { round: int(), from: iso.date().nullable(), until: iso.date().nullable() }

/** The rounds. */
export const listOpenDays = defineRoute({
  id: 'feedback.list-open-days',
  method: 'GET',
  path: '/api/open-days',
  action: 'public.read',
  summary: 'Rounds of open days with their figures, the latest first',
  response: object({ rounds: array(object({ ...period, hosts: array(authority), figures })) }),
})

const light = choice(['green', 'amber', 'red'])

const question = {
  id: uuid(),
  topic: wording,
  words: string(),
  carrier: string(),
  askedOn: iso.date(),
  /** on the spot, later, or not yet */
  answered: choice(['on-site', 'later', 'not-yet']),
  answer: string().nullable(),
  /** an answer is there and cannot be shown without telling who asked */
  isWithheld: boolean(),
  answeredBy: wording.nullable(),
  answeredOn: iso.date().nullable(),
  lead: wording.nullable(),
  due: iso.date().nullable(),
  light,
}

/** One round. */
export const readOpenDay = defineRoute({
  id: 'feedback.read-open-day',
  method: 'GET',
  path: '/api/open-days/:round',
  action: 'public.read',
  summary: 'A round for everybody: figures counted from its records, questions and answers without a company',
  params,
  response: object({
    ...period,
    hosts: array(authority),
    figures,
    carriers: array(object({ name: string(), heldOn: iso.date(), companies: int() })),
    questions: array(object(question)),
  }),
  problems: ['open-day-unknown'],
})

/** One round on the desk. */
export const readOpenDayDesk = defineRoute({
  id: 'feedback.read-open-day-desk',
  method: 'GET',
  path: '/api/open-days/:round/desk',
  action: 'feedback.organise',
  summary: 'A round for its organisers: sessions with their companies, questions with their issues and links',
  params,
  response: object({
    ...period,
    hosts: array(authority),
    figures,
    topics: array(object({ id: string(), name: wording })),
    sessions: array(
      object({
        id: uuid(),
        carrier: string(),
        heldOn: iso.date(),
        hasPhone: boolean(),
        companies: array(object({ code: string(), name: string() })),
      }),
    ),
    questions: array(
      object({
        ...question,
        company: string(),
        issue: object({ id: uuid(), number: string(), situation }).nullable(),
        link: object({ url: string(), until: iso.datetime(), isUsed: boolean() }).nullable(),
      }),
    ),
  }),
  problems: ['open-day-unknown'],
})

/** Opens a round. */
export const openOpenDay = defineRoute({
  id: 'feedback.open-open-day',
  method: 'POST',
  path: '/api/open-days',
  action: 'feedback.organise',
  summary: 'Opens a round of open days',
  body: object({ round: int().min(1).max(9999), hosts: array(string().max(60)).min(1).max(12) }),
  response: object({ round: int() }),
  success: 201,
  problems: ['open-day-there-already', 'authority-not-listed'],
  idempotent: true,
})

/** A session. */
export const addOpenDaySession = defineRoute({
  id: 'feedback.add-open-day-session',
  method: 'POST',
  path: '/api/open-days/:round/sessions',
  action: 'feedback.organise',
  summary: 'Adds a session at a carrier with the companies that came, each known by its unified code',
  params,
  body: object({
    carrier: string().trim().min(2).max(100),
    heldOn: iso.date(),
    phone: string()
      .trim()
      .regex(/^\+?[\d -]{7,20}$/)
      .optional(),
    companies: array(object({ code: string().trim().length(18), name: string().trim().min(2).max(120) }))
      .min(1)
      .max(300),
  }),
  response: object({ id: uuid(), companies: int() }),
  success: 201,
  problems: ['open-day-unknown', 'session-there-already', 'company-code-wrong'],
  idempotent: true,
})

/** A question. */
export const recordOpenDayQuestion = defineRoute({
  id: 'feedback.record-open-day-question',
  method: 'POST',
  path: '/api/open-days/:round/questions',
  action: 'feedback.organise',
  summary:
    'Records a question with the answer given on the spot; without one it becomes an issue with department and last day',
  params,
  body: object({
    session: uuid(),
    company: string().trim().length(18),
    topic: string().max(40),
    words: string().trim().min(5).max(500),
    phone: string()
      .trim()
      .regex(/^\+?[\d -]{7,20}$/)
      .optional(),
    answer: object({ authority: string().max(60), words: string().trim().min(2).max(1000) }).optional(),
  }),
  response: object({ id: uuid(), issue: string().nullable(), replyDue: iso.date().nullable() }),
  success: 201,
  problems: [
    ...issueProblems,
    'open-day-unknown',
    'company-not-there',
    'authority-not-listed',
    'topic-not-listed',
    'source-not-open-here',
    'photo-not-kept',
    'words-tell-who-asked',
  ],
  idempotent: true,
})

/** Asks the carrier. */
export const askCarrier = defineRoute({
  id: 'feedback.ask-carrier',
  method: 'POST',
  path: '/api/open-days/questions/:id/link',
  action: 'feedback.organise',
  summary:
    'Sends the carrier a link by which this one question can be answered, once, until it expires; a new link ends the old one',
  params: object({ id: uuid() }),
  response: object({ url: string(), until: iso.datetime() }),
  problems: ['question-unknown', 'question-answered', 'carrier-without-phone'],
  idempotent: true,
})

const asked = object({
  round: int(),
  carrier: string(),
  topic: wording,
  words: string(),
  askedOn: iso.date(),
  due: iso.date().nullable(),
  light,
  state: choice(['open', 'answered']),
  answer: string().nullable(),
})

const token = object({ token: string().max(40) })

/** What the carrier sees. */
export const readAskedQuestion = defineRoute({
  id: 'feedback.read-asked-question',
  method: 'GET',
  path: '/api/ask/:token',
  action: 'feedback.answer-by-link',
  summary: 'The question behind a link; a link that is unknown and one that was replaced are answered alike',
  params: token,
  response: asked,
  problems: ['ask-link-unknown', 'ask-link-over'],
})

/** What the carrier answers. */
export const answerAskedQuestion = defineRoute({
  id: 'feedback.answer-asked-question',
  method: 'POST',
  path: '/api/ask/:token',
  action: 'feedback.answer-by-link',
  summary: 'Answers the question behind a link; the answer goes to the company and onto the public page',
  params: token,
  body: object({ name: string().trim().min(2).max(50), words: string().trim().min(5).max(1000) }),
  response: asked,
  problems: [...issueProblems, 'ask-link-unknown', 'ask-link-over', 'ask-link-used', 'words-tell-who-asked'],
  idempotent: true,
})
