/**
 * Tolerance, clearing and false accusations over the wire.
 */

import * as contract from '@guanjia/contract/supervision'
import { accept } from '@guanjia/core/kernel'
import { act, personOf, type SupervisionRoom } from '../supervision-ports.ts'
import { findExaminer, moveConduct, openConduct } from './conduct-commands.ts'
import { listConductFor } from './conduct-list.ts'

const turns = {
  'conduct-unknown': 404,
  'conduct-out-of-turn': 409,
  'examination-of-other-kind': 422,
  'acted-for-gain': 422,
  'consent-missing': 422,
  'report-was-mistaken': 422,
  'studied-by-too-few': 422,
  'form-not-agreed': 422,
} as const

/** Answers the routes of the three procedures. */
export function implementConductRoutes(room: SupervisionRoom): void {
  implementOpening(room)
  implementSteps(room)
}

function implementOpening(room: SupervisionRoom): void {
  const { implement, clock } = room
  implement(
    contract.listConduct,
    async ({ principal, language }) =>
      accept(await listConductFor(room, { principal, language, now: clock.now() })),
    {},
  )
  implement(
    contract.applyForTolerance,
    (input) =>
      act(room, { name: 'supervision.apply-for-tolerance', subject: 'conduct', input }, (context) => {
        const unit = input.principal.kind === 'person' ? input.principal.authorities[0] : undefined
        return openConduct(room, context, { kind: 'tolerance', unit, ...input.body })
      }),
    { 'unit-unknown': 422 },
  )
  implement(
    contract.openConduct,
    (input) =>
      act(room, { name: 'supervision.open-conduct', subject: 'conduct', input }, (context) =>
        openConduct(room, context, input.body),
      ),
    { 'unit-unknown': 422 },
  )
}

function implementSteps(room: SupervisionRoom): void {
  const { implement, database } = room
  implement(
    contract.examineConduct,
    (input) =>
      act(room, { name: 'supervision.examine-conduct', subject: input.params.id, input }, (context) => {
        const { examination, words } = input.body
        return moveConduct(context, {
          id: input.params.id,
          act: { do: 'examine', examination },
          words,
          writes: {
            examination: JSON.stringify(examination),
            examined_words: words,
            examined_by: personOf(context),
            examined_at: context.now,
          },
        })
      }),
    turns,
  )
  implement(
    contract.determineConduct,
    (input) =>
      act(room, { name: 'supervision.determine-conduct', subject: input.params.id, input }, (context) => {
        const { granted, words } = input.body
        return moveConduct(context, {
          id: input.params.id,
          act: { do: 'determine', granted },
          words,
          writes: { determination: words, determined_by: personOf(context), determined_at: context.now },
        })
      }),
    turns,
    ({ params }) => findExaminer(database, params.id),
  )
  implement(
    contract.concludeConduct,
    (input) =>
      act(room, { name: 'supervision.conclude-conduct', subject: input.params.id, input }, (context) => {
        const { form, words } = input.body
        return moveConduct(context, {
          id: input.params.id,
          act: { do: 'conclude', ...(form === undefined ? {} : { form }) },
          words,
          writes: { conclusion: words, concluded_by: personOf(context), concluded_at: context.now },
        })
      }),
    turns,
  )
}
