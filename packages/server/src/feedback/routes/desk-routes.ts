/**
 * The register as staff reads it and the dispatcher works on it, over the wire.
 */

import * as contract from '@guanjia/contract/feedback'
import { personalTraces } from '@guanjia/core/feedback'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import type { CommandContext } from '../../platform/commands/command.ts'
import { commandIssue, type IssueCommandRefusal, type IssueMoved } from '../commands/issue-commands.ts'
import { mergeInto } from '../commands/merging-command.ts'
import { authoritiesOf, type FeedbackPorts } from '../feedback-ports.ts'
import { findAlike, readBoard } from '../reading/issue-lists.ts'
import { issueView } from '../reading/issue-view.ts'
import { feedbackTables } from '../store/feedback-tables.ts'
import { lastWord, lowestGoodMark } from './following-routes.ts'
import { actFor, actOnIssue, findIssueResource, issueProblemStatuses } from './issue-acts.ts'

/** Answers the routes of the desk. */
export function implementDeskRoutes(ports: FeedbackPorts): void {
  const { implement } = ports
  const owned = findIssueResource(ports)
  implement(
    contract.listIssues,
    async ({ principal, query }) => accept(await readBoard(ports, principal, query)),
    {},
  )
  implement(
    contract.readIssue,
    async ({ principal, params }) => accept(await issueView(ports, principal, params.id)),
    {},
    owned,
  )
  implement(
    contract.listAlike,
    async ({ params }) => accept({ issues: await findAlike(ports, params.id) }),
    {},
    owned,
  )
  implementDispatching(ports)
  implementCalling(ports)
}

function implementDispatching(ports: FeedbackPorts): void {
  const { implement } = ports
  const owned = findIssueResource(ports)
  const known = authoritiesOf(ports).map(({ id }) => id)
  implement(
    contract.dispatchIssue,
    async (input) => {
      const { lead, assisting, isComplex } = input.body
      if (![lead, ...assisting].every((id) => known.includes(id))) return refuse('authority-not-listed')
      return actOnIssue(ports, 'dispatch', input, {
        type: 'dispatch',
        lead,
        assisting: [...new Set(assisting)],
        isComplex,
      })
    },
    { ...issueProblemStatuses, 'authority-not-listed': 422 },
    owned,
  )
  implement(
    contract.urgeIssue,
    (input) => actOnIssue(ports, 'urge', input, { type: 'urge', reason: input.body.reason }),
    issueProblemStatuses,
    owned,
  )
  implement(
    contract.mergeIssue,
    (input) => {
      const { id } = input.params
      const { version, into } = input.body
      return actFor(ports, { name: 'feedback.merge', subject: id, sent: input }, (context) =>
        mergeInto(ports, context, { id, version, into: into.toUpperCase() }),
      )
    },
    { ...issueProblemStatuses, 'issue-not-found': 404 },
    owned,
  )
  implement(
    contract.signpostIssue,
    async (input) => {
      const { ground, reason } = input.body
      if (!ports.content.grounds.some(({ id }) => id === ground)) return refuse('ground-not-listed')
      return actOnIssue(ports, 'signpost', input, { type: 'signpost', ground, reason })
    },
    { ...issueProblemStatuses, 'ground-not-listed': 422 },
    owned,
  )
}

function implementCalling(ports: FeedbackPorts): void {
  const { implement } = ports
  const owned = findIssueResource(ports)
  implement(
    contract.callBackAsker,
    (input) => {
      const { id } = input.params
      const { version, isReached, note, satisfied } = input.body
      return actFor(ports, { name: 'feedback.call-back', subject: id, sent: input }, async (context) => {
        // what is missing stands once, with the reopening
        const said = isReached && satisfied !== undefined && satisfied < lowestGoodMark ? '' : note
        const called = await commandIssue(ports, context, {
          id,
          version,
          wish: { type: 'call-back', isReached, note: said },
        })
        if (!called.ok || !isReached || satisfied === undefined) return called
        return commandIssue(ports, context, { id, version: undefined, wish: lastWord(satisfied, note) })
      })
    },
    issueProblemStatuses,
    owned,
  )
  implement(
    contract.closeBySilence,
    (input) => actOnIssue(ports, 'close-by-silence', input, { type: 'close-by-silence' }),
    issueProblemStatuses,
    owned,
  )
  implement(
    contract.publishAnswer,
    (input) => {
      const { id } = input.params
      return actFor(ports, { name: 'feedback.publish', subject: id, sent: input }, (context) =>
        publish(ports, context, { id, ...input.body }),
      )
    },
    { ...issueProblemStatuses, 'words-tell-who-asked': 422 },
    owned,
  )
}

interface Publication {
  readonly id: string
  readonly version: number
  readonly question: string
  readonly answer: string
}

/** Words that everybody reads may not tell who asked: neither by name nor by a number. */
async function publish(
  ports: FeedbackPorts,
  context: CommandContext,
  { id, version, question, answer }: Publication,
): Promise<Result<IssueMoved, IssueCommandRefusal | 'words-tell-who-asked'>> {
  const tables = feedbackTables(context.tx)
  const { asker_name: name } = await tables
    .selectFrom('issue')
    .select('asker_name')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const traces = personalTraces(`${question}\n${answer}`, name === null ? [] : [name])
  if (traces.length > 0) return refuse('words-tell-who-asked', { traces })
  const moved = await commandIssue(ports, context, { id, version, wish: { type: 'publish' } })
  if (!moved.ok) return moved
  await tables
    .updateTable('issue')
    .set({ public_question: question, public_answer: answer, published_at: context.now })
    .where('id', '=', id)
    .execute()
  return moved
}
