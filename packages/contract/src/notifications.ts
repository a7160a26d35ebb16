/**
 * Messages to people on the wire: one's own list, how one wants to be told, and what could not be delivered.
 */

import { array, boolean, enum as choice, email, int, iso, nullable, object, string, uuid } from 'zod'
import { defineRoute } from './route.ts'

const notice = object({
  id: uuid(),
  title: string(),
  text: string(),
  /** path in the portal where something can be done about it */
  link: string(),
  at: iso.datetime(),
  readAt: nullable(iso.datetime()),
  /** the service of a decision, where this notice served one */
  service: nullable(object({ servedAt: nullable(iso.datetime()), because: array(string()) })),
})

const unread = object({ unread: int() })

/** One's own messages. */
export const listNotices = defineRoute({
  id: 'notifications.list',
  method: 'GET',
  path: '/api/notifications',
  action: 'notice.list-own',
  summary: 'Your own messages, the newest first; `before` is the id of the last one seen',
  query: object({
    before: uuid().optional(),
    count: string()
      .regex(/^[1-9]\d?$/)
      .default('20'),
  }),
  response: object({ notices: array(notice), unread: int(), more: boolean() }),
})

/** How many of them are unread. */
export const countUnread = defineRoute({
  id: 'notifications.count-unread',
  method: 'GET',
  path: '/api/notifications/unread',
  action: 'notice.list-own',
  summary: 'How many of your messages are unread',
  response: unread,
})

/** One was read. */
export const markRead = defineRoute({
  id: 'notifications.mark-read',
  method: 'POST',
  path: '/api/notifications/:id/read',
  action: 'notice.mark-own',
  summary: 'Marks one of your messages as read; a second time changes nothing',
  params: object({ id: uuid() }),
  response: unread,
})

/** All were read. */
export const markAllRead = defineRoute({
  id: 'notifications.mark-all-read',
  method: 'POST',
  path: '/api/notifications/read',
  action: 'notice.list-own',
  summary: 'Marks all of your messages as read',
  response: unread,
})

const preference = object({
  language: choice(['zh-CN', 'en']),
  /** `none` still lets through what the law wants known */
  sms: choice(['all', 'important', 'none']),
  mailAddress: nullable(email().max(254)),
  /** whether decisions may be served in the list of messages */
  electronicService: boolean(),
})

/** How one is told. */
export const readPreference = defineRoute({
  id: 'notifications.read-preference',
  method: 'GET',
  path: '/api/notifications/preference',
  action: 'notice.list-own',
  summary: 'How you want to be told: language, SMS, mail, electronic service',
  response: preference,
})

/** How one wants to be told. */
export const savePreference = defineRoute({
  id: 'notifications.save-preference',
  method: 'PUT',
  path: '/api/notifications/preference',
  action: 'notice.list-own',
  summary: 'Saves how you want to be told; agreeing to electronic service leaves a leaf in the ledger',
  body: preference,
  response: preference,
  idempotent: true,
})

/** What did not go out. */
export const listFailingNotices = defineRoute({
  id: 'notifications.list-failing',
  method: 'GET',
  path: '/api/operator/notices',
  action: 'operator.read-messages',
  summary: 'SMS and mail that failed or were given up, with masked addresses and without their words',
  response: object({
    notices: array(
      object({
        id: uuid(),
        template: string(),
        channel: choice(['sms', 'mail']),
        address: nullable(string()),
        state: choice(['failed', 'given-up']),
        attempts: int(),
        lastError: nullable(string()),
        createdAt: iso.datetime(),
        nextAt: nullable(iso.datetime()),
      }),
    ),
    /** all that wait, whether they failed before or not */
    waiting: int(),
    deferred: int(),
  }),
})

/** Who would be told. */
export const readAudience = defineRoute({
  id: 'notifications.read-audience',
  method: 'GET',
  path: '/api/notifications/audience',
  action: 'notice.read-audience',
  summary: 'Who is told of each kind of event and by which ways, for showing before an act',
  query: object({ of: string().regex(/^[a-z-]{1,40}$/) }),
  response: object({
    audiences: array(
      object({
        event: string(),
        to: array(string()),
        channels: array(choice(['in-app', 'sms', 'mail'])),
      }),
    ),
  }),
})
