/**
 * What an observer found becomes an issue of the register at once: with a number, with the department that usually leads
 * its topic, with a last day; and it closes only when the observer says so.
 */

import { systemPrincipal } from '@guanjia/core/access'
import type { PlainDate } from '@guanjia/core/calendar'
import type { ObserverTask } from '@guanjia/core/feedback'
import { accept, assert, type Result } from '@guanjia/core/kernel'
import type { CommandContext } from '../../platform/commands/command.ts'
import { type Filing, type FilingRefusal, fileIssue } from '../commands/filing-command.ts'
import { moveIssue } from '../commands/issue-commands.ts'
import { authorityNamed, type FeedbackPorts } from '../feedback-ports.ts'
import { lockIssue } from '../store/issue-store.ts'
import { observerTables } from './observer-tables.ts'
import type { NamedTerm } from './observer-terms.ts'

/** What was found, by whom. */
export interface Finding
  extends Pick<Filing, 'topic' | 'words' | 'place' | 'point' | 'photos' | 'noticedAt'> {
  readonly id: string
  readonly term: Pick<NamedTerm, 'id' | 'person_id'>
  readonly task: ObserverTask
  readonly activityId: string | null
  /** whoever of the desk wrote it down for the observer */
  readonly recordedBy: string | null
}

/** What is left of it. */
export interface FiledFinding {
  readonly id: string
  readonly number: string
  readonly lead: ReturnType<typeof authorityNamed>
  readonly replyDue: PlainDate | null
}

/** Files a finding and dispatches it. */
export async function fileFinding(
  ports: FeedbackPorts,
  context: CommandContext,
  { id, term, task, activityId, ...said }: Finding,
): Promise<Result<FiledFinding, FilingRefusal>> {
  const kind = ports.observers.tasks.find((each) => each.id === task)?.kind
  assert(kind !== undefined, 'the content has a row for every task')
  const filing = { ...said, id, kind, source: 'observer', intake: 'page', askerId: term.person_id } as const
  const filed = await fileIssue(ports, context, filing)
  if (!filed.ok) return filed
  await observerTables(context.tx)
    .insertInto('observer_finding')
    .values({ issue_id: id, term_id: term.id, task, activity_id: activityId })
    .execute()
  const lead = ports.content.topics.find((topic) => topic.id === said.topic)?.usually ?? ''
  // the rule of the content decides, not the observer
  const house = { ...context, principal: systemPrincipal('feedback') }
  const row = await lockIssue(house, id)
  const wish = { type: 'dispatch', lead, assisting: [], isComplex: false } as const
  const moved = await moveIssue(ports, house, { row, wish })
  if (!moved.ok) return moved
  const { next } = await dueOf(context, id)
  const { number } = filed.value
  return accept({ id, number, lead: authorityNamed(ports, lead), replyDue: next })
}

async function dueOf({ tx }: CommandContext, id: string) {
  return observerTables(tx)
    .selectFrom('issue')
    .select('first_reply_due as next')
    .where('id', '=', id)
    .$narrowType<{ next: PlainDate | null }>()
    .executeTakeFirstOrThrow()
}
