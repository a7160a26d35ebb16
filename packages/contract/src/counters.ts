/**
 * The hall on the wire: its own calls, and the line at its counters.
 */

import { array, boolean, enum as choice, int, iso, object, string, uuid } from 'zod'
import { defineRoute } from './route.ts'

export * from './counters/drafts.ts'
export * from './counters/queue.ts'

const task = object({
  id: uuid(),
  company: string(),
  contactName: string(),
  contactPhone: string(),
  place: string(),
  matters: array(string()),
  script: string(),
  state: choice(['open', 'reached', 'message-sent']),
  raisedAt: iso.datetime(),
  dueAt: iso.datetime(),
  dueBecause: array(string()),
  overdue: boolean(),
  calls: array(
    object({ attempt: int(), answered: boolean(), note: string().nullable(), at: iso.datetime() }),
  ),
})

/** The calls to make. */
export const listOutreach = defineRoute({
  id: 'counters.list-outreach',
  method: 'GET',
  path: '/api/outreach',
  action: 'outreach.list',
  summary: 'Calls the hall makes of its own accord, the most pressing first',
  response: object({ tasks: array(task) }),
})

/** One call made. */
export const recordCall = defineRoute({
  id: 'counters.record-call',
  method: 'POST',
  path: '/api/outreach/:id/calls',
  action: 'outreach.record',
  summary: 'Records a call; after two without an answer a message goes out',
  params: object({ id: uuid() }),
  body: object({ answered: boolean(), note: string().max(1000).optional() }),
  response: object({ state: choice(['open', 'reached', 'message-sent']), attempt: int() }),
  success: 201,
  problems: ['outreach-unknown', 'outreach-closed'],
  idempotent: true,
})
