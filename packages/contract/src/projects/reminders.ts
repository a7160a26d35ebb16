/**
 * Reminders to many at once: every message is seen before it is sent, and nothing leaves for ten seconds.
 */

import { array, enum as choice, int, iso, object, string, uuid } from 'zod'
import { defineRoute } from '../route.ts'

const text = string().trim().min(4).max(300)

/** Writes the messages and sends none. */
export const previewReminders = defineRoute({
  id: 'stewards.preview-reminders',
  method: 'POST',
  path: '/api/stewards/reminders/preview',
  action: 'steward.remind',
  summary: 'The message to each recipient as it would be sent; nothing is kept',
  body: object({ projects: array(uuid()).min(1).max(100) }),
  response: object({
    messages: array(
      object({
        projectId: uuid(),
        number: string(),
        name: string(),
        recipientId: uuid(),
        recipient: string(),
        role: choice(['applicant', 'authority']),
        text: string(),
      }),
    ),
    /** projects whose next step nobody can be reminded of, and why */
    without: array(object({ projectId: uuid(), number: string(), name: string(), because: string() })),
  }),
  problems: ['project-not-stewarded', 'calendar-not-published'],
})

/** Sends what was seen, after the seconds in which it can be taken back. */
export const sendReminders = defineRoute({
  id: 'stewards.send-reminders',
  method: 'POST',
  path: '/api/stewards/reminders/send',
  action: 'steward.remind',
  summary: 'Sends the messages ten seconds later; until then they can be taken back',
  body: object({
    messages: array(object({ projectId: uuid(), recipientId: uuid(), text }))
      .min(1)
      .max(200),
  }),
  response: object({ batch: uuid(), messages: int(), sendsAt: iso.datetime() }),
  success: 201,
  problems: [
    'project-not-stewarded',
    'recipient-not-concerned',
    'recipient-named-twice',
    'calendar-not-published',
  ],
  idempotent: true,
})

/** Takes a batch back. */
export const undoReminders = defineRoute({
  id: 'stewards.undo-reminders',
  method: 'POST',
  path: '/api/stewards/reminders/undo',
  action: 'steward.remind',
  summary: 'Takes the messages back while none of them has left',
  body: object({ batch: uuid() }),
  response: object({ batch: uuid() }),
  problems: ['reminders-unknown', 'reminders-sent'],
  idempotent: true,
})
