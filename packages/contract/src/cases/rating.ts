/**
 * Satisfaction: one rating a case, and what follows from a bad one.
 */

import { array, enum as choice, int, iso, object, string, uuid } from 'zod'
import { defineRoute } from '../route.ts'
import { caseParams, reason } from './case-parts.ts'

/** What a rating may be about. */
const aspect = choice([
  'efficiency',
  'guide-accuracy',
  'convenience',
  'usability',
  'service-level',
  'service-attitude',
])

/** Rates a case. */
export const rateCase = defineRoute({
  id: 'cases.rate',
  method: 'POST',
  path: '/api/cases/:id/rating',
  action: 'case.rate',
  summary: 'Rates a case that has ended, once; whoever is dissatisfied is called back',
  params: caseParams,
  body: object({
    level: int().min(1).max(5),
    aspects: array(aspect).max(6),
    comment: string().trim().max(1000).optional(),
  }),
  response: object({ callBackBy: iso.date().nullable(), mendBy: iso.date().nullable() }),
  success: 201,
  problems: ['case-not-ended', 'rated-already', 'calendar-not-published'],
  idempotent: true,
})

/** The rating that was given. */
export const readRating = defineRoute({
  id: 'cases.read-rating',
  method: 'GET',
  path: '/api/cases/:id/rating',
  action: 'case.rate',
  summary:
    'One’s own rating of a case and what came of it; those who worked on the case do not see whose it is',
  params: caseParams,
  response: object({
    rating: object({
      level: int(),
      aspects: array(string()),
      comment: string().nullable(),
      ratedAt: iso.datetime(),
      callBackBy: iso.date().nullable(),
      calledBackAt: iso.datetime().nullable(),
      mendBy: iso.date().nullable(),
      mendedAt: iso.datetime().nullable(),
      mendingNote: string().nullable(),
    }).nullable(),
  }),
})

/** Bad ratings that wait for something. */
export const listBadRatings = defineRoute({
  id: 'cases.list-bad-ratings',
  method: 'GET',
  path: '/api/department/ratings',
  action: 'case.follow-up',
  summary: 'Bad ratings of the authorities that whoever asks heads, until they are mended',
  response: object({
    ratings: array(
      object({
        caseId: uuid(),
        number: string(),
        level: int(),
        aspects: array(string()),
        comment: string().nullable(),
        callBackBy: iso.date(),
        calledBackAt: iso.datetime().nullable(),
        mendBy: iso.date(),
      }),
    ),
  }),
})

/** Records what was done. */
export const followUpRating = defineRoute({
  id: 'cases.follow-up-rating',
  method: 'POST',
  path: '/api/cases/:id/rating/follow-up',
  action: 'case.follow-up-own',
  summary: 'Records the call back, then what was mended; mending comes after the call',
  params: caseParams,
  body: object({ step: choice(['call-back', 'mending']), note: reason }),
  response: object({ step: choice(['call-back', 'mending']) }),
  problems: ['rating-unknown', 'called-back-already', 'call-back-missing', 'mended-already'],
  idempotent: true,
})
