/**
 * Orders that follow a red light (督办单), and the decision on a suggested lead.
 */

import { boolean, enum as choice, iso, object, string, unknown, uuid } from 'zod'
import { defineRoute } from '../route.ts'

const order = object({ id: uuid() })

/** A drafted order goes out. */
export const issueOrder = defineRoute({
  id: 'supervision.issue-order',
  method: 'POST',
  path: '/api/supervision/orders/:id/issue',
  action: 'supervision.order',
  summary: 'Issues an order to the unit: its level, its words, by when it is to be answered',
  params: order,
  body: object({
    level: choice(['blue', 'yellow', 'red']),
    words: string().min(2).max(1000),
    answerBy: iso.date(),
  }),
  response: object({ number: string() }),
  problems: ['order-unknown', 'order-issued', 'answer-day-passed', 'level-skipped'],
  idempotent: true,
})

/** The unit answers. */
export const answerOrder = defineRoute({
  id: 'supervision.answer-order',
  method: 'POST',
  path: '/api/supervision/orders/:id/answer',
  action: 'supervision.answer-order',
  summary: 'Answers an order: what was done, what will be done by when',
  params: order,
  body: object({ answer: string().min(2).max(2000) }),
  response: object({ state: choice(['answered']) }),
  problems: ['order-unknown', 'order-not-issued', 'order-closed', 'order-superseded'],
  idempotent: true,
})

/** A second person closes it. */
export const closeOrder = defineRoute({
  id: 'supervision.close-order',
  method: 'POST',
  path: '/api/supervision/orders/:id/closing',
  action: 'supervision.close-order',
  summary: 'Closes an answered order after somebody else than its issuer has looked at the proof',
  params: order,
  body: object({ finding: string().min(2).max(1000) }),
  response: object({ state: choice(['closed']) }),
  problems: ['order-unknown', 'order-not-answered', 'order-closed', 'order-superseded'],
  idempotent: true,
})

/** The order as a paper. */
export const printOrder = defineRoute({
  id: 'supervision.print-order',
  method: 'GET',
  path: '/api/supervision/orders/:id/paper',
  action: 'supervision.read-order',
  summary: 'The order in official layout, as PDF',
  params: order,
  response: unknown(),
  produces: 'application/pdf',
  problems: ['order-unknown', 'order-not-issued'],
})

/** The orders of an authority. */
export const listOrders = defineRoute({
  id: 'supervision.list-orders',
  method: 'GET',
  path: '/api/supervision/orders',
  action: 'supervision.list-orders',
  summary: 'Orders to the authorities that the reader works for, those to be answered first',
  response: object({
    orders: object({
      id: uuid(),
      number: string(),
      project: string(),
      node: string(),
      level: choice(['blue', 'yellow', 'red']),
      levelName: string(),
      state: choice(['issued', 'answered', 'closed', 'superseded']),
      /** why it climbed, where it followed another */
      climbed: string().nullable(),
      /** whether it may be answered: a superseded one until the next has gone out */
      mayAnswer: boolean(),
      sentence: string(),
      words: string(),
      issuedAt: iso.datetime(),
      answerBy: iso.date(),
      answer: string().nullable(),
    }).array(),
  }),
})

/** Lead or not. */
export const decideSuggestion = defineRoute({
  id: 'supervision.decide-suggestion',
  method: 'POST',
  path: '/api/supervision/projects/:id/nodes/:node/suggestion',
  action: 'supervision.order',
  summary: 'Decides whether a red light that an authority is the cause of becomes a lead, with the reason',
  params: object({ id: uuid(), node: string().min(1).max(40) }),
  body: object({ decision: choice(['lead', 'none']), reason: string().min(2).max(500) }),
  response: object({ decision: choice(['lead', 'none']) }),
  problems: ['suggestion-unknown', 'suggestion-decided'],
  idempotent: true,
})
