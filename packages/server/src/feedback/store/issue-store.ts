/**
 * Issues in and out of the database: the line of events, and the row that is what they come to, in one transaction.
 */

import { principalRef } from '@guanjia/core/access'
import type { PlainDate, WorkingCalendar } from '@guanjia/core/calendar'
import {
  authoritiesOfIssue,
  evolveIssue,
  type IssueClock,
  type IssueEvent,
  type IssueState,
  issueClocks,
  type MaybeIssue,
} from '@guanjia/core/feedback'
import { accept, assert, type Result } from '@guanjia/core/kernel'
import type { CommandContext } from '../../platform/commands/command.ts'
import { feedbackTables, type IssueRow } from './feedback-tables.ts'

/** What the days of a row are counted with. */
export interface Counting {
  readonly calendar: WorkingCalendar
  readonly on: PlainDate
}

/** What an issue is filed as, besides its events. */
export type NewIssue = Pick<
  IssueRow,
  | 'id'
  | 'number'
  | 'external_number'
  | 'words'
  | 'place'
  | 'latitude'
  | 'longitude'
  | 'asker_id'
  | 'asker_name'
  | 'asker_phone'
  | 'recorded_by'
  | 'bigrams'
>

/** Locks an issue and reads it; the route has made sure that it exists. */
export async function lockIssue({ tx }: Pick<CommandContext, 'tx'>, id: string): Promise<IssueRow> {
  const row = await feedbackTables(tx)
    .selectFrom('issue')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  assert(row !== undefined, 'the issue was found a moment ago')
  return row
}

/** The state after these events. */
export function stateAfter(before: MaybeIssue, events: readonly IssueEvent[]): IssueState {
  const after = events.reduce<MaybeIssue>(evolveIssue, before)
  assert(after !== undefined, 'an issue has at least the event that filed it')
  return after
}

/** The columns that a state comes to on a day; the day of the first reply, and until when it was due, stay as they were. */
function projectionOf(state: IssueState, { calendar, on }: Counting, before: FirstReply) {
  const clocks = issueClocks(state, calendar, on)
  if (!clocks.ok) return clocks
  return accept({
    situation: state.situation,
    state: JSON.stringify(state),
    authorities: [...authoritiesOfIssue(state)],
    proposed_by: state.proposal?.by ?? null,
    ...nextOf(clocks.value),
    ...firstReplyOf(state, clocks.value, before),
  })
}

type FirstReply = Pick<IssueRow, 'first_reply_due' | 'first_replied_on'>

function nextOf([next]: readonly IssueClock[]): Pick<IssueRow, 'next_kind' | 'next_due'> {
  return { next_kind: next?.kind ?? null, next_due: next?.due ?? null }
}

function firstReplyOf({ reply }: IssueState, clocks: readonly IssueClock[], before: FirstReply): FirstReply {
  const { first_reply_due, first_replied_on } = before
  if (first_replied_on !== null) return { first_reply_due, first_replied_on }
  const due = clocks.find(({ kind }) => kind === 'reply')?.due
  return { first_reply_due: due ?? first_reply_due, first_replied_on: reply?.on ?? null }
}

/** Writes a new issue with its first event. */
export async function insertIssue(
  context: CommandContext,
  issue: NewIssue,
  { events, counting }: { readonly events: readonly IssueEvent[]; readonly counting: Counting },
): Promise<Result<IssueState, 'calendar-not-published'>> {
  const state = stateAfter(undefined, events)
  const projection = projectionOf(state, counting, { first_reply_due: null, first_replied_on: null })
  if (!projection.ok) return projection
  const { kind, source, topic } = state
  await feedbackTables(context.tx)
    .insertInto('issue')
    .values({
      ...issue,
      ...projection.value,
      kind,
      source,
      topic,
      version: events.length,
      public_question: null,
      public_answer: null,
      published_at: null,
      filed_at: context.now,
      updated_at: context.now,
    })
    .execute()
  await appendEvents(context, { id: issue.id, version: 0 }, events)
  return accept(state)
}

/** Appends what followed to a locked issue. */
export async function appendToIssue(
  context: CommandContext,
  row: IssueRow,
  { events, counting }: { readonly events: readonly IssueEvent[]; readonly counting: Counting },
): Promise<Result<IssueState, 'calendar-not-published'>> {
  const state = stateAfter(row.state, events)
  const projection = projectionOf(state, counting, row)
  if (!projection.ok) return projection
  await feedbackTables(context.tx)
    .updateTable('issue')
    .set({ ...projection.value, version: row.version + events.length, updated_at: context.now })
    .where('id', '=', row.id)
    .execute()
  await appendEvents(context, row, events)
  return accept(state)
}

async function appendEvents(
  { tx, now, principal }: CommandContext,
  { id, version }: Pick<IssueRow, 'id' | 'version'>,
  events: readonly IssueEvent[],
): Promise<void> {
  const rows = events.map((event, place) => ({
    issue_id: id,
    version: version + place + 1,
    type: event.type,
    body: JSON.stringify(event),
    principal: principalRef(principal),
    at: now,
  }))
  await feedbackTables(tx).insertInto('issue_event').values(rows).execute()
}
