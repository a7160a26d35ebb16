/**
 * A need from the firm's side: stating it, following it by its link, the mark at the end; and stating it for a firm.
 */

import * as contract from '@guanjia/contract/premises'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import { handOffs, type NeedMark } from '@guanjia/core/premises'
import type { CommandContext } from '../../platform/commands/command.ts'
import { tokenHash } from '../../platform/secret-links.ts'
import { actFor, dayOf, type PremisesPorts } from '../premises-ports.ts'
import { premisesTables } from '../store/premises-tables.ts'
import { fileNeed, type NeedFiling, type NeedOrigin, rateNeed } from './need-commands.ts'
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
  const { implement } = ports
  implement(
    contract.fileNeed,
    async (input) => {
      const sent = { name: 'premises.file-need', subject: 'need', sent: input }
      const filed = await actFor(ports, sent, (context) => fileOwnNeed(ports, context, input.body))
      if (!filed.ok) return filed
      const { salt, ...told } = filed.value
      return accept({ ...told, link: `/need/${ports.needLinks.tokenOf(salt)}` })
    },
    { ...needProblemStatuses, ...unread },
  )
  implement(
    contract.recordNeed,
    (input) =>
      actFor(ports, { name: 'premises.record-need', subject: 'need', sent: input }, (context) =>
        recordNeed(ports, context, input.body),
      ),
    {
      ...needProblemStatuses,
      ...unread,
      'firm-has-not-agreed': 422,
      'issue-not-to-pass-on': 409,
      'issue-passed-on-already': 409,
    },
  )
}

/** Files what a firm states by itself; the answer is kept for a replay, so the link is made of its salt afterwards. */
async function fileOwnNeed(ports: PremisesPorts, context: CommandContext, filing: NeedFiling) {
  const filed = await fileNeed(ports, context, { filing, origin: { channel: 'firm' } })
  if (!filed.ok) return filed
  const { id, number, state, salt } = filed.value
  const today = dayOf(ports, context.now)
  const owed = handOffs(state, ports.zone.calendar, today)
  if (!owed.ok) return owed
  const proposeDue = owed.value.find(({ step }) => step === 'candidates')?.due ?? today
  return accept({ id, number, salt, proposeDue })
}

interface Recorded extends NeedFiling {
  readonly agreed: boolean
  readonly issue?: string | undefined
}

/** Files a need for a firm that agreed: heard on a visit, or from an issue that is passed on once. */
async function recordNeed(ports: PremisesPorts, context: CommandContext, recorded: Recorded) {
  const { agreed, issue: issueId, ...filing } = recorded
  if (!agreed) return refuse('firm-has-not-agreed')
  const origin =
    issueId === undefined ? accept({ channel: 'visit' as const }) : await passedOn(ports, context, issueId)
  if (!origin.ok) return origin
  const filed = await fileNeed(ports, context, { filing, origin: origin.value })
  if (!filed.ok) return filed
  const { id, number } = filed.value
  return accept({ id, number })
}

/** The issue is locked in the register, so that of two who pass it on at once one comes second. */
async function passedOn(
  { findIssueToPassOn }: PremisesPorts,
  { tx, principal }: CommandContext,
  id: string,
): Promise<Result<NeedOrigin, 'issue-not-to-pass-on' | 'issue-passed-on-already'>> {
  const issue = await findIssueToPassOn(tx, { id, principal })
  if (issue === undefined) return refuse('issue-not-to-pass-on')
  const known = await premisesTables(tx)
    .selectFrom('space_need')
    .select('id')
    .where('issue_id', '=', id)
    .executeTakeFirst()
  return known === undefined ? accept({ channel: 'issue', issue }) : refuse('issue-passed-on-already')
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
