/**
 * What departments and their leaders do with an issue, over the wire.
 */

import * as contract from '@guanjia/contract/feedback'
import type { Principal } from '@guanjia/core/access'
import { refuse } from '@guanjia/core/kernel'
import { commandIssue } from '../commands/issue-commands.ts'
import type { FeedbackPorts } from '../feedback-ports.ts'
import { claimPhotos } from '../photos/photo-store.ts'
import { feedbackTables } from '../store/feedback-tables.ts'
import { actFor, actOnIssue, findIssueResource, issueProblemStatuses } from './issue-acts.ts'

/** Answers the routes of handling. */
export function implementHandlingRoutes(ports: FeedbackPorts): void {
  const { implement } = ports
  const owned = findIssueResource(ports)
  implement(
    contract.returnIssue,
    (input) => actOnIssue(ports, 'return', input, { type: 'return', reason: input.body.reason }),
    issueProblemStatuses,
    owned,
  )
  implement(
    contract.contactAsker,
    (input) => actOnIssue(ports, 'contact', input, { type: 'contact', note: input.body.note }),
    issueProblemStatuses,
    owned,
  )
  implement(
    contract.contributeToIssue,
    async (input) => {
      const authority = await assistingOf(ports, input.params.id, input.principal)
      if (authority === undefined) return refuse('authority-not-involved')
      return actOnIssue(ports, 'contribute', input, {
        type: 'contribute',
        authority,
        words: input.body.words,
      })
    },
    issueProblemStatuses,
    owned,
  )
  implementAnswering(ports)
}

/** The department for which somebody assists. */
async function assistingOf(
  { database }: FeedbackPorts,
  id: string,
  principal: Principal,
): Promise<string | undefined> {
  const row = await feedbackTables(database)
    .selectFrom('issue')
    .select('state')
    .where('id', '=', id)
    .executeTakeFirst()
  const own = principal.kind === 'person' ? principal.authorities : []
  return row?.state.dispatch?.assisting.find((authority) => own.includes(authority))
}

function implementAnswering(ports: FeedbackPorts): void {
  const { implement } = ports
  const owned = findIssueResource(ports)
  implement(
    contract.extendIssue,
    (input) => {
      const { workingDays, reason } = input.body
      return actOnIssue(ports, 'extend', input, { type: 'extend', workingDays, reason })
    },
    issueProblemStatuses,
    owned,
  )
  implement(
    contract.replyToIssue,
    (input) => {
      const { id } = input.params
      const { version, outcome, words, evidence } = input.body
      return actFor(ports, { name: 'feedback.reply', subject: id, sent: input }, async (context) => {
        const claimed = await claimPhotos(context, evidence, id)
        if (!claimed.ok) return claimed
        return commandIssue(ports, context, {
          id,
          version,
          wish: { type: 'reply', outcome, words, evidence },
        })
      })
    },
    { ...issueProblemStatuses, 'photo-not-kept': 422 },
    owned,
  )
  implement(
    contract.signOffReply,
    (input) => {
      const { isApproved, reason } = input.body
      return actOnIssue(
        ports,
        'sign-off',
        input,
        isApproved ? { type: 'sign-off' } : { type: 'send-back', reason },
      )
    },
    issueProblemStatuses,
    owned,
  )
}
