/**
 * The exchange with the hotline 12345: work orders come in as a signed package, replies go back. The package is the same as
 * a file and over HTTP; see docs/how-to/connect-the-hotline.md.
 */

import { array, enum as choice, int, iso, object, string } from 'zod'
import { defineRoute } from '../route.ts'
import { outcome } from './issue-parts.ts'

const order = object({
  /** number of the work order, unique at the hotline */
  number: string().regex(/^[\w-]{1,40}$/),
  kind: choice(['appeal', 'suggestion', 'complaint', 'misconduct']),
  topic: string().max(40),
  words: string().trim().min(1).max(2000),
  place: string().trim().max(200).optional(),
  name: string().trim().max(60).optional(),
  phone: string().trim().max(30).optional(),
  calledAt: iso.datetime(),
})

/** What the hotline sends. */
export const hotlineOrders = object({ version: choice(['1']), orders: array(order).min(1).max(200) })

const taken = object({
  number: string(),
  state: choice(['filed', 'known', 'refused']),
  issue: string().nullable(),
  code: string().nullable(),
})

/** Over HTTP. */
export const receiveHotlineOrders = defineRoute({
  id: 'feedback.receive-orders',
  method: 'POST',
  path: '/api/voice/hotline/orders',
  action: 'feedback.exchange',
  summary:
    'Takes work orders of the hotline: `package` is the JSON text, `signature` its HMAC-SHA256 in hexadecimal; an order sent twice is filed once',
  body: object({ package: string().max(200_000), signature: string().max(128) }),
  response: object({ orders: array(taken) }),
  problems: ['hotline-not-connected', 'signature-wrong', 'package-malformed', 'calendar-not-published'],
})

/** As a file. */
export const importHotlineOrders = defineRoute({
  id: 'feedback.import-orders',
  method: 'POST',
  path: '/api/voice/hotline/file',
  action: 'feedback.desk',
  summary: 'Takes the same package from a file that the dispatcher opens',
  body: hotlineOrders,
  response: object({ orders: array(taken) }),
  problems: ['calendar-not-published'],
})

/** What goes back. */
export const listHotlineReplies = defineRoute({
  id: 'feedback.list-hotline-replies',
  method: 'GET',
  path: '/api/voice/hotline/replies',
  action: 'feedback.desk',
  summary:
    'Every work order as it stands and its reply, as the hotline reads them, with the moment at which it was told',
  response: object({
    version: choice(['1']),
    replies: array(
      object({
        number: string(),
        issue: string(),
        situation: string(),
        outcome: outcome.nullable(),
        words: string().nullable(),
        repliedOn: iso.date().nullable(),
        reopenings: int(),
        toldAt: iso.datetime().nullable(),
      }),
    ),
  }),
})
