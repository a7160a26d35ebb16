/**
 * What the people who run the house look at: its health, and the messages that the development drivers kept.
 */

import { array, boolean, enum as choice, int, iso, nullable, object, string } from 'zod'
import { defineRoute } from './route.ts'

/** Work that waits for one reaction. */
const backlog = object({
  subscriber: string(),
  waiting: int(),
  /** deliveries that failed at least once and wait for the next try */
  failing: int(),
  oldestAt: iso.datetime(),
  lastError: nullable(string()),
})

/** The state of the house at this moment. */
export const readHouse = defineRoute({
  id: 'operator.read-house',
  method: 'GET',
  path: '/api/operator/house',
  action: 'operator.read',
  summary: 'Whether the house works: database, disk, events that wait, jobs that wait or fail',
  response: object({
    startedAt: iso.datetime(),
    demonstration: boolean(),
    database: object({ version: string(), bytes: int(), connections: int() }),
    diskNearlyFull: boolean(),
    outbox: array(backlog),
    jobs: array(object({ name: string(), waiting: int(), failing: int() })),
    /** migrations that have run, the last one first */
    migrations: array(string()),
  }),
})

/** Messages kept instead of sent. */
export const listMessages = defineRoute({
  id: 'operator.list-messages',
  method: 'GET',
  path: '/api/operator/messages',
  action: 'operator.read-messages',
  summary: 'E-mail and SMS that the development drivers kept, the newest first; `before` continues a list',
  query: object({
    before: iso.datetime().optional(),
    count: string()
      .regex(/^\d{1,3}$/)
      .default('50'),
  }),
  response: object({
    messages: array(
      object({
        id: string(),
        channel: choice(['mail', 'sms']),
        recipient: string(),
        subject: string(),
        text: string(),
        sentAt: iso.datetime(),
      }),
    ),
  }),
})

/** The trail of acts. */
export const listAudit = defineRoute({
  id: 'operator.list-audit',
  method: 'GET',
  path: '/api/audit',
  action: 'audit.read',
  summary: 'Who did what to which subject, the newest first; `before` is the number of the last entry seen',
  query: object({
    subject: string().max(200).optional(),
    before: string()
      .regex(/^\d{1,15}$/)
      .optional(),
    count: string()
      .regex(/^\d{1,3}$/)
      .default('50'),
  }),
  response: object({
    entries: array(
      object({
        number: int(),
        at: iso.datetime(),
        /** kind and internal id, never a name */
        principal: string(),
        command: string(),
        subject: string(),
        correlationId: string(),
      }),
    ),
  }),
})
