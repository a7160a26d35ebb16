/**
 * Two issues that say the same become one: both are locked, in the order of their ids, so that two mergings cannot wait
 * for each other.
 */

import { type Result, refuse } from '@guanjia/core/kernel'
import type { CommandContext } from '../../platform/commands/command.ts'
import type { FeedbackPorts } from '../feedback-ports.ts'
import { feedbackTables } from '../store/feedback-tables.ts'
import { lockIssue } from '../store/issue-store.ts'
import { type IssueCommandRefusal, type IssueMoved, moveIssue } from './issue-commands.ts'

/** Joins an issue with another. */
export async function mergeInto(
  ports: FeedbackPorts,
  context: CommandContext,
  { id, version, into }: { readonly id: string; readonly version: number; readonly into: string },
): Promise<Result<IssueMoved, IssueCommandRefusal | 'issue-not-found'>> {
  const main = await feedbackTables(context.tx)
    .selectFrom('issue')
    .select('id')
    .where('number', '=', into)
    .executeTakeFirst()
  if (main === undefined) return refuse('issue-not-found')
  if (main.id === id) return refuse('merge-into-itself')
  const [first, second] = [id, main.id].toSorted()
  const rows = [await lockIssue(context, first ?? id), await lockIssue(context, second ?? main.id)]
  const own = rows.find((row) => row.id === id)
  const other = rows.find((row) => row.id === main.id)
  if (own === undefined || other === undefined) return refuse('issue-not-found')
  if (own.version !== version) return refuse('issue-changed-meanwhile')
  const joined = await moveIssue(ports, context, { row: other, wish: { type: 'join', issue: own.number } })
  if (!joined.ok) return joined
  return moveIssue(ports, context, { row: own, wish: { type: 'merge', into: other.number } })
}
