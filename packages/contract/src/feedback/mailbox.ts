/**
 * The mailbox of the register: how it stands, what was set aside, and in a demonstration a mail to try it with.
 */

import { array, boolean, enum as choice, email, int, iso, object, string, unknown, uuid } from 'zod'
import { defineRoute } from '../route.ts'
import { issueParams } from './issue-parts.ts'

const outcome = choice(['waiting', 'filed', 'added', 'known', 'automatic', 'too-large', 'set-aside'])

/** How it stands. */
export const readMailbox = defineRoute({
  id: 'feedback.read-mailbox',
  method: 'GET',
  path: '/api/voice/mailbox',
  action: 'feedback.mailbox',
  summary: 'Whether mail is read, what became of the mails of thirty days, and which were set aside and why',
  query: object({
    /** the last mail of the page before; the first page where it is left out, or is a mail nobody knows */
    after: uuid().optional(),
  }),
  response: object({
    /** null where no mailbox is connected */
    address: string().nullable(),
    isDemonstration: boolean(),
    lookedAt: iso.datetime().nullable(),
    /** since the last look that went well */
    failedAt: iso.datetime().nullable(),
    failure: string().nullable(),
    counts: array(object({ outcome, count: int() })),
    /** reports of misconduct that were shown the way; nothing else is known of them */
    shownTheWay: int(),
    /** how many mails people have to look at, on all pages */
    setAsideInAll: int(),
    /** a page of them, the earliest first, in the mailbox */
    setAside: array(
      object({ id: uuid(), arrivedAt: iso.datetime(), size: int(), reason: string(), isWaiting: boolean() }),
    ),
    /** what the next page comes after; null on the last page */
    next: uuid().nullable(),
  }),
})

/** Looks now. */
export const visitMailbox = defineRoute({
  id: 'feedback.visit-mailbox',
  method: 'POST',
  path: '/api/voice/mailbox/visits',
  action: 'feedback.mailbox',
  summary: 'Has the mailbox read now instead of within a minute',
  response: object({}),
  success: 202,
  problems: ['mailbox-not-connected'],
})

/** Tries again. */
export const retryMail = defineRoute({
  id: 'feedback.retry-mail',
  method: 'POST',
  path: '/api/voice/mailbox/set-aside/:id/retries',
  action: 'feedback.mailbox',
  summary: 'Has a mail that was set aside taken again',
  params: issueParams,
  response: object({}),
  success: 202,
  problems: ['mailbox-not-connected', 'mail-not-set-aside'],
})

/** Writes. */
export const deliverMail = defineRoute({
  id: 'feedback.deliver-mail',
  method: 'POST',
  path: '/api/voice/mailbox/mails',
  action: 'feedback.mailbox',
  summary: 'Puts a mail into the mailbox of a demonstration and has it read',
  body: object({
    from: email().max(254),
    name: string().trim().max(60).optional(),
    subject: string().trim().max(200),
    words: string().trim().max(20_000),
    file: object({ name: string().trim().min(1).max(120), bytes: string().base64().max(160_000) }).optional(),
  }),
  response: object({}),
  success: 202,
  problems: ['mailbox-not-simulated'],
})

/** A document. */
export const readIssueDocument = defineRoute({
  id: 'feedback.read-document',
  method: 'GET',
  path: '/api/voice/issues/:id/documents/:document',
  action: 'feedback.read',
  summary: 'A document that came attached to a mail',
  params: issueParams.extend({ document: uuid() }),
  response: unknown(),
  problems: ['document-not-kept'],
  produces: 'application/octet-stream',
})
