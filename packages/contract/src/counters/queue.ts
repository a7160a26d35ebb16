/**
 * The line at the counters on the wire: numbers are taken, called, served or missed.
 */

import { array, enum as choice, int, iso, object, string, uuid } from 'zod'
import { defineRoute } from '../route.ts'

const ticket = object({
  id: uuid(),
  /** as it is called out, A012 */
  number: string(),
  matter: string(),
  state: choice(['waiting', 'called', 'served', 'left']),
  takenAt: iso.datetime(),
  calledAt: iso.datetime().nullable(),
  timesCalled: int(),
})

const ticketParams = object({ id: uuid() })

/** Gives a number. */
export const takeTicket = defineRoute({
  id: 'counters.take-ticket',
  method: 'POST',
  path: '/api/counter/tickets',
  action: 'queue.give-number',
  summary: 'Gives the next number of the day to somebody who came without one',
  body: object({ matter: string().trim().min(1).max(80) }),
  response: ticket,
  success: 201,
  idempotent: true,
})

/** The line. */
export const readQueue = defineRoute({
  id: 'counters.read-queue',
  method: 'GET',
  path: '/api/counter/queue',
  action: 'queue.work',
  summary:
    'The number at one’s own counter, those who wait in the order in which they are called, those served today',
  response: object({
    inHand: ticket.nullable(),
    counter: string().nullable(),
    waiting: array(ticket),
    servedToday: int(),
  }),
})

/** Calls. */
export const callNext = defineRoute({
  id: 'counters.call-next',
  method: 'POST',
  path: '/api/counter/queue/next',
  action: 'queue.work',
  summary: 'Calls the next number to a counter; a clerk serves one at a time',
  body: object({ counter: string().trim().min(1).max(20) }),
  response: ticket,
  problems: ['ticket-in-hand', 'nobody-waits'],
  idempotent: true,
})

/** Lets a number go. */
export const closeTicket = defineRoute({
  id: 'counters.close-ticket',
  method: 'POST',
  path: '/api/counter/tickets/:id/closing',
  action: 'queue.work',
  summary: 'Ends the service of a number; a missed one goes three places back, at the third time it has left',
  params: ticketParams,
  body: object({ how: choice(['served', 'missed']) }),
  response: ticket,
  problems: ['ticket-not-in-hand'],
  idempotent: true,
})
