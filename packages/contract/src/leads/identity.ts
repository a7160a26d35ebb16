/**
 * Who filed a lead under their name. The envelope of the name opens with two shares, one of a handler and one of a keeper: the
 * handler asks with a reason, the keeper releases their share sealed to that handler alone, for a few days.
 */

import { array, enum as choice, int, iso, object, string, uuid } from 'zod'
import { defineRoute } from '../route.ts'
import { base64, keyId, lead, reader, wrap } from './lead-parts.ts'

const reason = string().trim().min(4).max(200)

/** Asks for it. */
export const askIdentity = defineRoute({
  id: 'leads.ask-identity',
  method: 'POST',
  path: '/api/leads/:id/identity-requests',
  action: 'lead.handle',
  summary: 'Asks a keeper to help open the name of a reporter, with the reason',
  params: lead,
  body: object({ reason, keyId }),
  response: object({ id: uuid() }),
  success: 201,
  problems: ['no-name-given', 'no-key-of-yours', 'request-open'],
  idempotent: true,
})

/** Those that wait for a keeper. */
export const listIdentityRequests = defineRoute({
  id: 'leads.list-identity-requests',
  method: 'GET',
  path: '/api/leads/identity-requests',
  action: 'lead.keep',
  summary:
    'Requests for a name that wait for a keeper, with the keeper’s own sealed share; and those answered',
  response: object({
    requests: object({
      id: uuid(),
      leadId: uuid(),
      receivedOn: iso.date(),
      askedBy: string(),
      askedOn: iso.date(),
      reason: string(),
      state: choice(['waiting', 'granted', 'refused']),
      openUntil: iso.date().nullable(),
      isMine: choice(['yes', 'no']),
      asker: reader,
      shares: array(wrap),
    }).array(),
    openFor: object({ value: int(), isUnconfirmed: choice(['yes', 'no']) }),
  }),
})

/** Releases the share, or not. */
export const answerIdentity = defineRoute({
  id: 'leads.answer-identity',
  method: 'POST',
  path: '/api/leads/identity-requests/:id/answer',
  action: 'lead.keep',
  summary: 'Releases the keeper’s share, sealed in the browser to the handler who asked, or refuses',
  params: object({ id: uuid() }),
  body: object({ share: base64(400).nullable() }),
  response: object({ state: choice(['granted', 'refused']) }),
  problems: ['request-unknown', 'request-answered', 'own-request', 'calendar-not-published'],
  idempotent: true,
})

/** Opens the name. */
export const openIdentity = defineRoute({
  id: 'leads.open-identity',
  method: 'POST',
  path: '/api/leads/:id/identity',
  action: 'lead.handle',
  summary: 'Gives the sealed name and both shares to the handler whose request was granted, while it lasts',
  params: lead,
  response: object({
    content: string(),
    own: array(wrap),
    released: wrap,
    openUntil: iso.date(),
  }),
  problems: ['no-name-given', 'request-not-granted', 'unlock-over'],
  idempotent: true,
})

/** How the own request stands. */
export const readIdentityRequest = defineRoute({
  id: 'leads.read-identity-request',
  method: 'GET',
  path: '/api/leads/:id/identity-request',
  action: 'lead.handle',
  summary: 'How the reader’s own last request for the name stands',
  params: lead,
  response: object({
    state: choice(['none', 'waiting', 'granted', 'refused', 'over']),
    openUntil: iso.date().nullable(),
  }),
})
