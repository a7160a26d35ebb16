/**
 * Carrying a command on an issue out: the lock, the version the sender has seen, what follows, its leaf and its news.
 */

import type { Principal } from '@guanjia/core/access'
import {
  handleIssue,
  type IssueCommand,
  type IssueRefusal,
  type IssueSituation,
} from '@guanjia/core/feedback'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import type { CommandContext } from '../../platform/commands/command.ts'
import { dayOf, type FeedbackPorts } from '../feedback-ports.ts'
import type { IssueRow } from '../store/feedback-tables.ts'
import { appendToIssue, lockIssue } from '../store/issue-store.ts'
import { noteRecurrence } from './improvement-commands.ts'
import { tellOfIssue } from './issue-news.ts'

/** What a command leaves of an issue. */
export interface IssueMoved {
  readonly id: string
  readonly number: string
  readonly version: number
  readonly situation: IssueSituation
}

/** Why a command was not carried out. */
export type IssueCommandRefusal = IssueRefusal | 'issue-changed-meanwhile'

/** What is wanted of an issue; moment and doer are added here. */
export type IssueWish = IssueCommand extends infer Each
  ? Each extends IssueCommand
    ? Omit<Each, 'on' | 'at' | 'by'>
    : never
  : never

/** A wish over a version. */
export interface Ordered {
  readonly id: string
  /** the version that the sender has seen; undefined where the asker or the house itself has just looked */
  readonly version: number | undefined
  readonly wish: IssueWish
}

/** Who does it, as events name them. */
export function doerOf(principal: Principal): string {
  if (principal.kind === 'person') return principal.id
  return principal.kind === 'system' ? 'system' : 'asker'
}

/** Moment and doer of a command. */
export function datedIn(ports: FeedbackPorts, { now, principal }: CommandContext) {
  return { on: dayOf(ports, now), at: now.toISOString(), by: doerOf(principal) }
}

/** Carries a command out. */
export async function commandIssue(
  ports: FeedbackPorts,
  context: CommandContext,
  { id, version, wish }: Ordered,
): Promise<Result<IssueMoved, IssueCommandRefusal>> {
  const row = await lockIssue(context, id)
  if (version !== undefined && version !== row.version) return refuse('issue-changed-meanwhile')
  return moveIssue(ports, context, { row, wish })
}

/** Carries a wish out on an issue that is locked. */
export async function moveIssue(
  ports: FeedbackPorts,
  context: CommandContext,
  { row, wish }: { readonly row: IssueRow; readonly wish: IssueWish },
): Promise<Result<IssueMoved, IssueRefusal>> {
  const { calendar } = ports.zone
  const dated = datedIn(ports, context)
  const answer = handleIssue(row.state, { ...wish, ...dated } as IssueCommand, calendar)
  if (!answer.ok) return answer
  const events = answer.value
  const written = await appendToIssue(context, row, { events, counting: { calendar, on: dated.on } })
  if (!written.ok) return written
  await tellOfIssue(ports, context, { row, events, state: written.value })
  if (wish.type === 'dispatch') await noteRecurrence(ports, context, { topic: row.topic, lead: wish.lead })
  const { situation } = written.value
  return accept({ id: row.id, number: row.number, version: row.version + events.length, situation })
}
