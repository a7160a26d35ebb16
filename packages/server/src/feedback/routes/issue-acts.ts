/**
 * What the routes of issues have in common: running a command for a request, whose issue it is, and what each refusal
 * means on the wire.
 */

import type { issueProblems } from '@guanjia/contract/feedback'
import type { Principal, Resource } from '@guanjia/core/access'
import type { Result } from '@guanjia/core/kernel'
import type { CommandContext } from '../../platform/commands/command.ts'
import type { HttpStatus } from '../../platform/http/handler.ts'
import {
  commandIssue,
  type IssueCommandRefusal,
  type IssueMoved,
  type IssueWish,
} from '../commands/issue-commands.ts'
import type { FeedbackPorts } from '../feedback-ports.ts'
import { feedbackTables } from '../store/feedback-tables.ts'
import { resourceOf } from '../store/issue-resource.ts'

const conflict = 409
const unfounded = 422

/** The status of every refusal of a command on an issue; a code without a row does not compile. */
export const issueProblemStatuses: Readonly<Record<(typeof issueProblems)[number], HttpStatus>> = {
  'calendar-not-published': 503,
  'issue-dated-before-last-event': conflict,
  'issue-filed-already': conflict,
  'issue-not-filed': conflict,
  'issue-changed-meanwhile': conflict,
  'misconduct-belongs-elsewhere': unfounded,
  'issue-over': conflict,
  'issue-not-waiting': conflict,
  'issue-not-in-hand': conflict,
  'issue-not-replied': conflict,
  'assisting-names-lead': unfounded,
  'returned-already': conflict,
  'return-period-over': conflict,
  'words-missing': unfounded,
  'authority-not-involved': 403,
  'extended-already': conflict,
  'extension-period-over': conflict,
  'extension-too-long-for-source': unfounded,
  'evidence-missing': unfounded,
  'nothing-to-sign-off': conflict,
  'second-officer-needed': 403,
  'not-confirmable-with-bad-mark': unfounded,
  'mark-too-good-to-reopen': unfounded,
  'silence-not-over': conflict,
  'merge-into-itself': unfounded,
  'asker-answered-already': conflict,
  'published-already': conflict,
}

/** What a request brings to a command. */
export interface Sent {
  readonly principal: Principal
  readonly correlationId: string
  readonly key: string | undefined
  readonly bodyHash: string | undefined
}

interface SentToIssue extends Sent {
  readonly params: { readonly id: string }
  readonly body: { readonly version: number }
}

/** Runs the work of a command for a request. */
export function actFor<T, C extends string>(
  { runCommand }: Pick<FeedbackPorts, 'runCommand'>,
  { name, subject, sent }: { readonly name: string; readonly subject: string; readonly sent: Sent },
  work: (context: CommandContext) => Promise<Result<T, C>>,
): Promise<Result<T, C | 'idempotency-key-reused'>> {
  const { principal, correlationId, key, bodyHash } = sent
  return runCommand({ name, subject, principal, correlationId, key, bodyHash, legal: true }, work)
}

/** Carries out what a request wants of an issue, over the version it has seen. */
export function actOnIssue(
  ports: FeedbackPorts,
  name: string,
  input: SentToIssue,
  wish: IssueWish,
): Promise<Result<IssueMoved, IssueCommandRefusal | 'idempotency-key-reused'>> {
  const { id } = input.params
  const { version } = input.body
  return actFor(ports, { name: `feedback.${name}`, subject: id, sent: input }, (context) =>
    commandIssue(ports, context, { id, version, wish }),
  )
}

/** Whose issue it is, which departments work on it, and who proposed the answer that waits. */
export function findIssueResource({ database }: Pick<FeedbackPorts, 'database'>) {
  return async ({ params }: { readonly params: { readonly id: string } }): Promise<Resource | undefined> => {
    const row = await feedbackTables(database)
      .selectFrom('issue')
      .select(['asker_id', 'authorities', 'proposed_by'])
      .where('id', '=', params.id)
      .executeTakeFirst()
    return row === undefined ? undefined : resourceOf(row)
  }
}
