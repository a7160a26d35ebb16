/**
 * Offers that end soon, behind a link that the carrier was sent: still free, or let.
 */

import { array, int, iso, object, uuid } from 'zod'
import { defineRoute } from '../route.ts'
import { named, offeredRoom, tokenParams } from './premises-parts.ts'

/** Looks at them. */
export const readRenewal = defineRoute({
  id: 'premises.read-renewal',
  method: 'GET',
  path: '/api/space/renewals/:token',
  action: 'premises.renew',
  summary: 'The offers that end soon, for whoever has the link',
  params: tokenParams,
  response: object({
    carrier: named,
    rooms: array(offeredRoom),
    /** new last day of what is still free */
    until: iso.date(),
    answeredAt: iso.datetime().nullable(),
  }),
  problems: ['renewal-link-unknown', 'renewal-link-over'],
})

/** Answers. */
export const answerRenewal = defineRoute({
  id: 'premises.answer-renewal',
  method: 'POST',
  path: '/api/space/renewals/:token',
  action: 'premises.renew',
  summary: 'Renews the offers that are named; the others are noted as let',
  params: tokenParams,
  body: object({ free: array(uuid()).max(500) }),
  response: object({ renewed: int(), let: int(), until: iso.date() }),
  problems: ['renewal-link-unknown', 'renewal-link-over', 'renewal-answered'],
  idempotent: true,
})
