/**
 * A need from the firm's side: stating it, following it by its link, the mark at the end; and stating it for a firm.
 */

import * as contract from '@guanjia/contract/premises'
import { accept, refuse } from '@guanjia/core/kernel'
import { handOffs, type NeedMark } from '@guanjia/core/premises'
import { actFor, dayOf, type PremisesPorts } from '../premises-ports.ts'
import { tokenHash } from '../renewals/space-links.ts'
import { premisesTables } from '../store/premises-tables.ts'
import { fileNeed, rateNeed } from './need-commands.ts'
import { needProblemStatuses } from './need-problems.ts'
import { followedNeed } from './need-view.ts'

const unread = { 'wish-not-readable': 422 } as const
const unknownLink = { 'need-link-unknown': 404 } as const

/** Answers the routes. */
export function implementFirmRoutes(ports: PremisesPorts): void {
  implementFiling(ports)
  implementFollowing(ports)
}

function implementFiling(ports: PremisesPorts): void {
  const { implement, zone } = ports
  implement(
    contract.fileNeed,
    (input) =>
      actFor(ports, { name: 'premises.file-need', subject: 'need', sent: input }, async (context) => {
        const filed = await fileNeed(ports, context, { filing: input.body, channel: 'firm' })
        if (!filed.ok) return filed
        const { id, number, state, token } = filed.value
        const owed = handOffs(state, zone.calendar, dayOf(ports, context.now))
        if (!owed.ok) return owed
        const proposeDue =
          owed.value.find(({ step }) => step === 'candidates')?.due ?? dayOf(ports, context.now)
        return accept({ id, number, link: `/need/${token}`, proposeDue })
      }),
    { ...needProblemStatuses, ...unread },
  )
  implement(
    contract.recordNeed,
    (input) => {
      const { agreed, ...filing } = input.body
      return actFor(
        ports,
        { name: 'premises.record-need', subject: 'need', sent: input },
        async (context) => {
          if (!agreed) return refuse('firm-has-not-agreed')
          const filed = await fileNeed(ports, context, { filing, channel: 'visit' })
          if (!filed.ok) return filed
          const { id, number } = filed.value
          return accept({ id, number })
        },
      )
    },
    { ...needProblemStatuses, ...unread, 'firm-has-not-agreed': 422 },
  )
}

function implementFollowing(ports: PremisesPorts): void {
  const { implement } = ports
  implement(
    contract.followNeed,
    async ({ params }) => {
      const row = await findByToken(ports, params.token)
      return row === undefined ? refuse('need-link-unknown') : followedNeed(ports, row)
    },
    { ...unknownLink, 'calendar-not-published': 503 },
  )
  implement(
    contract.rateNeed,
    async (input) => {
      const { mark, words } = input.body
      const row = await findByToken(ports, input.params.token)
      if (row === undefined) return refuse('need-link-unknown')
      const { id } = row
      return actFor(ports, { name: 'premises.rate-need', subject: id, sent: input }, async (context) => {
        const moved = await rateNeed(ports, context, { id, mark: mark as NeedMark, words })
        return moved.ok ? accept({ situation: moved.value.situation }) : moved
      })
    },
    { ...needProblemStatuses, ...unknownLink },
  )
}

function findByToken({ database }: PremisesPorts, token: string) {
  return premisesTables(database)
    .selectFrom('space_need')
    .selectAll()
    .where('token_hash', '=', tokenHash(token))
    .executeTakeFirst()
}
