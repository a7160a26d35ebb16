/**
 * Routes behind the link of a carrier.
 */

import * as contract from '@guanjia/contract/premises'
import { accept } from '@guanjia/core/kernel'
import { tokenHash } from '../../platform/secret-links.ts'
import { actFor, carrierOf, type PremisesPorts } from '../premises-ports.ts'
import { offerEnd } from '../rooms/room-commands.ts'
import { roomView } from '../searching/matching-view.ts'
import { answerRenewal, findRenewal, roomsAsked } from './renewal-commands.ts'

const problems = { 'renewal-link-unknown': 404, 'renewal-link-over': 410 } as const
const shownHash = 16

/** Answers the routes. */
export function implementRenewalRoutes(ports: PremisesPorts): void {
  const { implement, clock } = ports
  implement(
    contract.readRenewal,
    async ({ params: { token } }) => {
      const found = await findRenewal(ports, token)
      if (!found.ok) return found
      const { carrier, rooms, answered_at } = found.value
      const { id, name } = carrierOf(ports, carrier)
      const asked = await roomsAsked(ports, rooms)
      return accept({
        carrier: { id, name },
        rooms: asked.map((room) => roomView(ports, room)),
        until: offerEnd(ports, clock.now()),
        answeredAt: answered_at?.toISOString() ?? null,
      })
    },
    problems,
  )
  implement(
    contract.answerRenewal,
    (input) => {
      const { token } = input.params
      // the subject of the audit entry is no secret
      const subject = tokenHash(token).slice(0, shownHash)
      return actFor(ports, { name: 'premises.answer-renewal', subject, sent: input }, (context) =>
        answerRenewal(ports, context, { token, free: input.body.free }),
      )
    },
    { ...problems, 'renewal-answered': 409 },
  )
}
