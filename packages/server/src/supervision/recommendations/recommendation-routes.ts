/**
 * Recommendations over the wire.
 */

import * as contract from '@guanjia/contract/supervision'
import { accept } from '@guanjia/core/kernel'
import { act, dayOf, personOf, type SupervisionRoom } from '../supervision-ports.ts'
import {
  draftRecommendation,
  findRecommendationPeople,
  moveRecommendation,
  replyDay,
} from './recommendation-commands.ts'
import { listRecommendationsFor } from './recommendation-list.ts'
import { openRecommendationPaper } from './recommendation-paper.ts'

const turns = {
  'recommendation-unknown': 404,
  'recommendation-out-of-turn': 409,
  'not-received-yet': 409,
  'reply-day-passed': 422,
} as const

interface OfRecommendation {
  readonly params: { readonly id: string }
}

/** Answers the routes of recommendations. */
export function implementRecommendationRoutes(room: SupervisionRoom): void {
  implementOfSupervision(room)
  implementOfUnit(room)
}

function implementOfSupervision(room: SupervisionRoom): void {
  const { implement, database, clock } = room
  const findPeople = ({ params }: OfRecommendation) => findRecommendationPeople(database, params.id)
  implement(
    contract.listRecommendations,
    async ({ principal, language }) =>
      accept(await listRecommendationsFor(room, { principal, language, now: clock.now() })),
    {},
  )
  implement(
    contract.draftRecommendation,
    (input) =>
      act(room, { name: 'supervision.draft-recommendation', subject: 'recommendation', input }, (context) =>
        draftRecommendation(room, context, input.body),
      ),
    { 'unit-unknown': 422 },
  )
  implement(
    contract.issueRecommendation,
    (input) =>
      act(
        room,
        { name: 'supervision.issue-recommendation', subject: input.params.id, input },
        async (context) => {
          const replyBy = replyDay(room, context.now, input.body.replyBy)
          if (!replyBy.ok) return replyBy
          const moved = await moveRecommendation(context, {
            id: input.params.id,
            act: { do: 'issue', on: dayOf(room, context.now), replyBy: replyBy.value },
            writes: { issued_by: personOf(context), issued_at: context.now },
          })
          return moved.ok ? accept({ replyBy: replyBy.value }) : moved
        },
      ),
    { ...turns, 'calendar-not-published': 503 },
    findPeople,
  )
  implement(
    contract.verifyRecommendation,
    (input) =>
      act(
        room,
        { name: 'supervision.verify-recommendation', subject: input.params.id, input },
        async (context) => {
          const { passed, finding } = input.body
          return moveRecommendation(context, {
            id: input.params.id,
            act: { do: 'verify', passed },
            writes: {
              finding,
              ...(passed ? { verified_by: personOf(context), verified_at: context.now } : {}),
            },
            words: finding,
          })
        },
      ),
    turns,
  )
}

function implementOfUnit(room: SupervisionRoom): void {
  const { implement, database } = room
  const findPeople = ({ params }: OfRecommendation) => findRecommendationPeople(database, params.id)
  implement(
    contract.receiveRecommendation,
    (input) =>
      act(room, { name: 'supervision.receive-recommendation', subject: input.params.id, input }, (context) =>
        moveRecommendation(context, {
          id: input.params.id,
          act: { do: 'receive' },
          writes: { received_by: personOf(context), received_at: context.now },
        }),
      ),
    turns,
    findPeople,
  )
  implement(
    contract.replyToRecommendation,
    (input) =>
      act(
        room,
        { name: 'supervision.reply-to-recommendation', subject: input.params.id, input },
        (context) => {
          const { stance, reply, reason = '' } = input.body
          return moveRecommendation(context, {
            id: input.params.id,
            act: { do: 'reply', on: dayOf(room, context.now), stance, reason },
            writes: {
              stance,
              reply,
              reason: reason.trim() === '' ? null : reason,
              replied_by: personOf(context),
            },
            words: reply,
          })
        },
      ),
    turns,
    findPeople,
  )
  const render = openRecommendationPaper(room)
  implement(
    contract.printRecommendation,
    ({ params }) => render(params.id),
    { 'recommendation-unknown': 404, 'recommendation-not-issued': 409 },
    findPeople,
  )
}
