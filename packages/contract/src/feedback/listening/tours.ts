/**
 * Tours into parks, firms and projects on the wire: the desk that plans them, and the page of those who go.
 */

import { halfDays, stopKinds } from '@guanjia/core/feedback'
import { array, boolean, enum as choice, int, iso, number, object, string, unknown, uuid } from 'zod'
import { defineRoute } from '../../route.ts'
import { authority, issueProblems, said, situation, wording } from '../issue-parts.ts'

const figures = object({
  stops: int(),
  visited: int(),
  dropped: int(),
  places: int(),
  heard: int(),
  answeredOnSite: int(),
  raised: int(),
  solved: int(),
  medianDaysToReply: number().nullable(),
  medianDaysToSolution: number().nullable(),
})

const half = choice(halfDays)

const head = {
  id: uuid(),
  number: string(),
  title: string(),
  from: iso.date(),
  until: iso.date(),
  departments: array(authority),
}

/** The tours. */
export const listTours = defineRoute({
  id: 'feedback.list-tours',
  method: 'GET',
  path: '/api/tours',
  action: 'feedback.list-tours',
  summary:
    'Tours with their figures, the latest first: all for the dispatcher, for departments those they take part in',
  response: object({
    tours: array(object({ ...head, figures })),
    departmentsAtLeast: int(),
    mayPlan: boolean(),
  }),
})

/** A tour begins. */
export const openTour = defineRoute({
  id: 'feedback.open-tour',
  method: 'POST',
  path: '/api/tours',
  action: 'feedback.organise',
  summary: 'Opens a tour of several departments over a period',
  body: object({
    title: string().trim().min(2).max(100),
    from: iso.date(),
    until: iso.date(),
    departments: array(string().max(60)).max(12),
  }),
  response: object({ id: uuid(), number: string() }),
  success: 201,
  problems: ['departments-too-few', 'tour-ends-before-it-begins', 'authority-not-listed'],
  idempotent: true,
})

const heard = object({
  id: uuid(),
  topic: wording,
  words: string(),
  by: string(),
  at: iso.datetime(),
  answer: string().nullable(),
  answeredBy: authority.nullable(),
  /** `mayRead`: whether the page of the issue opens to the reader */
  issue: object({ id: uuid(), number: string(), situation, mayRead: boolean() }).nullable(),
})

const stop = {
  id: uuid(),
  kind: choice(stopKinds),
  code: string().nullable(),
  place: string(),
  host: string(),
  on: iso.date(),
  half,
  goers: array(object({ name: string(), department: authority })),
  state: choice(['planned', 'visited', 'dropped']),
  seen: string().nullable(),
  droppedBecause: string().nullable(),
  heard: array(heard),
}

/** One tour. */
export const readTour = defineRoute({
  id: 'feedback.read-tour',
  method: 'GET',
  path: '/api/tours/:id',
  action: 'feedback.read-tour',
  summary: 'A tour whole: its itinerary, what was heard at each stop, and what came of it',
  params: object({ id: uuid() }),
  response: object({
    ...head,
    figures,
    stops: array(object({ ...stop, figures })),
    /** those who may go, for whoever plans */
    people: array(object({ id: uuid(), name: string(), department: authority })),
    mayPlan: boolean(),
  }),
})

/** The itinerary. */
export const printItinerary = defineRoute({
  id: 'feedback.print-itinerary',
  method: 'GET',
  path: '/api/tours/:id/itinerary',
  action: 'feedback.read-tour',
  summary: 'The itinerary of a tour as PDF',
  params: object({ id: uuid() }),
  response: unknown(),
  produces: 'application/pdf',
})

/** A stop. */
export const planStop = defineRoute({
  id: 'feedback.plan-stop',
  method: 'POST',
  path: '/api/tours/:id/stops',
  action: 'feedback.organise',
  summary:
    'Plans a stop: a park, a company by its unified code or a project by its number; who goes, on which half day',
  params: object({ id: uuid() }),
  body: object({
    kind: choice(stopKinds),
    code: string().trim().max(40).optional(),
    place: string().trim().min(2).max(120).optional(),
    host: string().trim().min(2).max(100),
    on: iso.date(),
    half,
    goers: array(uuid()).max(20),
  }),
  response: object({ id: uuid() }),
  success: 201,
  problems: [
    'tour-unknown',
    'place-missing',
    'company-code-wrong',
    'project-number-unknown',
    'calendar-not-published',
    'day-outside-tour',
    'day-not-worked',
    'nobody-goes',
    'goer-of-no-department',
    'goer-elsewhere',
  ],
  idempotent: true,
})

/** A stop is given up. */
export const dropStop = defineRoute({
  id: 'feedback.drop-stop',
  method: 'POST',
  path: '/api/tours/stops/:id/drop',
  action: 'feedback.organise',
  summary:
    'Gives up a stop before anybody was there, with the reason; those who would have gone are free again',
  params: object({ id: uuid() }),
  body: object({ reason: string().trim().min(2).max(200) }),
  response: object({ state: choice(['dropped']) }),
  problems: ['stop-unknown', 'stop-visited', 'stop-dropped'],
  idempotent: true,
})

/** One's own stops. */
export const listOwnStops = defineRoute({
  id: 'feedback.list-own-stops',
  method: 'GET',
  path: '/api/my/stops',
  action: 'feedback.list-own-stops',
  summary: 'The stops that the reader goes to, by day, with what has been heard there so far',
  response: object({
    today: iso.date(),
    stops: array(object({ ...stop, tour: object({ number: string(), title: string() }), isOpen: boolean() })),
    topics: array(object({ id: string(), name: wording })),
  }),
})

/** Somebody was there. */
export const noteVisit = defineRoute({
  id: 'feedback.note-visit',
  method: 'POST',
  path: '/api/tours/stops/:id/visit',
  action: 'feedback.visit',
  summary:
    'Notes that a stop was called on, and what was seen there; by whoever goes, from the day of the stop on',
  params: object({ id: uuid() }),
  /** `before`: what was noted when whoever writes began */
  body: object({ seen: string().trim().min(2).max(1000), before: string().max(1000).nullable() }),
  response: object({ state: choice(['visited']) }),
  problems: ['stop-dropped', 'stop-to-come', 'stop-noted-meanwhile'],
  idempotent: true,
})

/** A need that was heard. */
export const recordHeard = defineRoute({
  id: 'feedback.record-heard',
  method: 'POST',
  path: '/api/tours/stops/:id/heard',
  action: 'feedback.visit',
  summary:
    'Writes down a need heard at a stop with the answer given there; without one it becomes an issue with department and last day',
  params: object({ id: uuid() }),
  body: object({
    topic: string().max(40),
    words: said,
    answer: string().trim().min(2).max(1000).optional(),
    name: string().trim().min(1).max(60).optional(),
    phone: string()
      .trim()
      .regex(/^\+?[\d -]{7,20}$/)
      .optional(),
  }),
  response: object({
    id: uuid(),
    issue: object({ number: string(), lead: authority, replyDue: iso.date().nullable() }).nullable(),
  }),
  success: 201,
  problems: [
    ...issueProblems,
    'stop-dropped',
    'stop-to-come',
    'topic-not-listed',
    'source-not-open-here',
    'photo-not-kept',
  ],
  idempotent: true,
})
