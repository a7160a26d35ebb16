/**
 * Recommendations (纪律检查建议书、监察建议书) on the wire.
 */

import { recommendationKinds, recommendationStates, stances } from '@guanjia/core/supervision'
import { array, boolean, enum as choice, int, iso, object, string, unknown, uuid } from 'zod'
import { defineRoute } from '../route.ts'

const kind = choice(recommendationKinds)
const state = choice(recommendationStates)
const stance = choice(stances)
const recommendation = object({ id: uuid() })
const moved = object({ state })
const text = string().min(2).max(2000)

/** Why a recommendation cannot take a step now; which of them can come up depends on the step. */
const turns = [
  'recommendation-unknown',
  'recommendation-out-of-turn',
  'not-received-yet',
  'reply-day-passed',
] as const

/** All of them, or those of one's unit. */
export const listRecommendations = defineRoute({
  id: 'supervision.list-recommendations',
  method: 'GET',
  path: '/api/supervision/recommendations',
  action: 'supervision.list-recommendations',
  summary: 'Recommendations, those to be answered first; a department sees those that were issued to it',
  response: object({
    recommendations: array(
      object({
        id: uuid(),
        number: string(),
        kind,
        kindName: string(),
        unit: object({ id: string(), name: string() }),
        problem: string(),
        basis: string(),
        advice: string(),
        state,
        issuedAt: iso.datetime().nullable(),
        replyBy: iso.date().nullable(),
        lateDays: int(),
        escalatedAt: iso.datetime().nullable(),
        receivedBy: string().nullable(),
        receivedAt: iso.datetime().nullable(),
        stance: stance.nullable(),
        reply: string().nullable(),
        reason: string().nullable(),
        refusedWithoutReason: boolean(),
        repliedOn: iso.date().nullable(),
        finding: string().nullable(),
        mayIssue: boolean(),
      }),
    ),
    /** how long a unit has to reply, where it comes from and how sure that is */
    replyWithin: object({ naturalDays: int(), source: string(), mark: choice(['S', 'G', 'U']) }),
    units: array(object({ id: string(), name: string() })),
  }),
})

/** A draft. */
export const draftRecommendation = defineRoute({
  id: 'supervision.draft-recommendation',
  method: 'POST',
  path: '/api/supervision/recommendations',
  action: 'supervision.draft-recommendation',
  summary: 'Drafts a recommendation to a unit: problem, basis, advice',
  body: object({
    kind,
    unit: string().min(1),
    problem: text,
    basis: string().min(2).max(500),
    advice: text,
  }),
  response: object({ id: uuid(), number: string() }),
  success: 201,
  problems: ['unit-unknown'],
  idempotent: true,
})

/** It goes out. */
export const issueRecommendation = defineRoute({
  id: 'supervision.issue-recommendation',
  method: 'POST',
  path: '/api/supervision/recommendations/:id/issue',
  action: 'supervision.issue-recommendation',
  summary: 'Issues a drafted recommendation; by the head of supervision, never by who drafted it',
  params: recommendation,
  body: object({ replyBy: iso.date().optional() }),
  response: object({ replyBy: iso.date() }),
  problems: [...turns, 'calendar-not-published'],
  idempotent: true,
})

/** The receipt. */
export const receiveRecommendation = defineRoute({
  id: 'supervision.receive-recommendation',
  method: 'POST',
  path: '/api/supervision/recommendations/:id/receipt',
  action: 'supervision.answer-recommendation',
  summary: 'Signs the receipt of a recommendation for the unit (送达回证)',
  params: recommendation,
  response: moved,
  problems: turns,
  idempotent: true,
})

/** The written reply. */
export const replyToRecommendation = defineRoute({
  id: 'supervision.reply-to-recommendation',
  method: 'POST',
  path: '/api/supervision/recommendations/:id/reply',
  action: 'supervision.answer-recommendation',
  summary: 'Replies in writing: adopted or not, what was done; not adopted without a reason is noted',
  params: recommendation,
  body: object({ stance, reply: text, reason: string().max(2000).optional() }),
  response: object({ state, refusedWithoutReason: boolean() }),
  problems: turns,
  idempotent: true,
})

/** Looked at. */
export const verifyRecommendation = defineRoute({
  id: 'supervision.verify-recommendation',
  method: 'POST',
  path: '/api/supervision/recommendations/:id/verification',
  action: 'supervision.draft-recommendation',
  summary: 'Verifies what the unit replied (回头看): closes the recommendation or asks for another reply',
  params: recommendation,
  body: object({ passed: boolean(), finding: text }),
  response: moved,
  problems: turns,
  idempotent: true,
})

/** The paper. */
export const printRecommendation = defineRoute({
  id: 'supervision.print-recommendation',
  method: 'GET',
  path: '/api/supervision/recommendations/:id/paper',
  action: 'supervision.read-recommendation',
  summary: 'The recommendation in official layout, with its receipt, as PDF',
  params: recommendation,
  response: unknown(),
  produces: 'application/pdf',
  problems: ['recommendation-unknown', 'recommendation-not-issued'],
})
