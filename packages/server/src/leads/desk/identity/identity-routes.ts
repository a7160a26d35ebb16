/**
 * Names of reporters over the wire.
 */

import * as contract from '@guanjia/contract/leads'
import { accept } from '@guanjia/core/kernel'
import { act, type DeskRoom, dayOf, personOf } from '../desk-ports.ts'
import { findReported } from '../leads/lead-routes.ts'
import { answerIdentity, askIdentity, openIdentity } from './identity-commands.ts'
import { listRequests, standingOfRequest } from './identity-requests.ts'

/** Answers the routes of names. */
export function implementIdentityRoutes(room: DeskRoom): void {
  const { implement, clock } = room
  implement(
    contract.askIdentity,
    (input) =>
      act(room, { name: 'leads.ask-identity', subject: input.params.id, input }, (context) =>
        askIdentity(room, context, { leadId: input.params.id, ...input.body }),
      ),
    { 'no-name-given': 422, 'no-key-of-yours': 409, 'request-open': 409 },
    findReported(room),
  )
  implement(
    contract.listIdentityRequests,
    async (input) => accept(await listRequests(room, personOf(input))),
    {},
  )
  implement(
    contract.answerIdentity,
    (input) =>
      act(room, { name: 'leads.answer-identity', subject: input.params.id, input }, (context) =>
        answerIdentity(room, context, { id: input.params.id, share: input.body.share }),
      ),
    { 'request-unknown': 404, 'request-answered': 409, 'own-request': 409, 'calendar-not-published': 503 },
  )
  implement(
    contract.openIdentity,
    (input) =>
      act(room, { name: 'leads.open-identity', subject: input.params.id, input }, (context) =>
        openIdentity(room, context, input.params.id),
      ),
    { 'no-name-given': 422, 'request-not-granted': 409, 'unlock-over': 409 },
    findReported(room),
  )
  implement(
    contract.readIdentityRequest,
    async (input) =>
      accept(
        await standingOfRequest(room, {
          leadId: input.params.id,
          viewer: personOf(input).id,
          on: dayOf(room, clock.now()),
        }),
      ),
    {},
    findReported(room),
  )
}
