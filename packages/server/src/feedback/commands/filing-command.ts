/**
 * Filing: one source, a number, the rule of the source kept with it. A report of misconduct is shown the way; what stays
 * of it is a count.
 */

import type { PlainDate } from '@guanjia/core/calendar'
import {
  bigramsOf,
  handleIssue,
  type IssueCommandOf,
  type IssueRefusal,
  type IssueState,
  issueNumber,
  spanDue,
} from '@guanjia/core/feedback'
import { accept, assert, type Result, refuse } from '@guanjia/core/kernel'
import { sql } from 'kysely'
import type { CommandContext } from '../../platform/commands/command.ts'
import type { Intake } from '../content/feedback-content.ts'
import { dayOf, type FeedbackPorts } from '../feedback-ports.ts'
import { claimPhotos } from '../photos/photo-store.ts'
import { feedbackTables } from '../store/feedback-tables.ts'
import { type Counting, insertIssue } from '../store/issue-store.ts'
import { datedIn } from './issue-commands.ts'
import { tellOfIssue } from './issue-news.ts'

/** What somebody says. */
export interface Filing {
  readonly id: string
  readonly kind: IssueCommandOf<'file'>['kind']
  readonly source: string
  readonly intake: Intake
  readonly topic: string
  readonly words: string
  readonly place?: string | undefined
  readonly point?: { readonly latitude: number; readonly longitude: number } | undefined
  readonly askerId: string | null
  readonly name?: string | undefined
  readonly phone?: string | undefined
  /** whether there is another way than a phone or an account to reach the asker */
  readonly isReachable?: boolean
  readonly recordedBy: string | null
  readonly externalNumber?: string | undefined
  readonly noticedAt?: string | undefined
  readonly photos?: readonly string[] | undefined
}

/** What is left of it. */
export interface Filed {
  readonly id: string
  readonly number: string
  readonly filedAt: string
  readonly replyDue: PlainDate | null
}

/** Why nothing was filed. */
export type FilingRefusal = IssueRefusal | 'topic-not-listed' | 'source-not-open-here' | 'photo-not-kept'

/** Files an issue. */
export async function fileIssue(
  ports: FeedbackPorts,
  context: CommandContext,
  filing: Filing,
): Promise<Result<Filed, FilingRefusal>> {
  const { calendar } = ports.zone
  const command = commandOf(ports, context, filing)
  if (!command.ok) return command
  const { on, at } = command.value
  const answer = handleIssue(undefined, command.value, calendar)
  if (!answer.ok) return answer
  const events = answer.value
  const number = await nextNumber(context, on)
  const counting = { calendar, on }
  const state = await insertIssue(context, { ...rowOf(filing), number }, { events, counting })
  if (!state.ok) return state
  const photos = await claimPhotos(context, filing.photos ?? [], filing.id)
  if (!photos.ok) return photos
  await tellOfIssue(ports, context, {
    row: { id: filing.id, number, version: 0 },
    events,
    state: state.value,
  })
  return accept({ id: filing.id, number, filedAt: at, replyDue: expectedReply(state.value, counting) })
}

/** The command that a filing comes to, where its source is open here and its topic listed. */
function commandOf(
  ports: FeedbackPorts,
  context: CommandContext,
  filing: Filing,
): Result<IssueCommandOf<'file'>, FilingRefusal> {
  const { kind, topic, phone, askerId, noticedAt } = filing
  const { sources, topics } = ports.content
  const source = sources.find(({ id, intake }) => id === filing.source && intake.includes(filing.intake))
  if (source === undefined) return refuse('source-not-open-here')
  if (!topics.some(({ id }) => id === topic)) return refuse('topic-not-listed')
  const dated = datedIn(ports, context)
  return accept({
    ...dated,
    type: 'file',
    kind,
    source: source.id,
    topic,
    noticedAt: noticedAt === undefined ? dated.at : new Date(noticedAt).toISOString(),
    isReachable: filing.isReachable === true || phone !== undefined || askerId !== null,
    rule: source.rule,
  })
}

/** The last day of the reply as the asker is told; null where it is counted from the dispatch. */
function expectedReply(state: IssueState, { calendar, on }: Counting): PlainDate | null {
  if (state.rule.countFrom === 'dispatch') return null
  const due = spanDue(calendar, on, state.rule.replyWithin)
  return due.ok ? due.value.due : null
}

function rowOf(filing: Filing) {
  return {
    id: filing.id,
    external_number: filing.externalNumber ?? null,
    words: filing.words,
    place: filing.place ?? null,
    latitude: filing.point?.latitude ?? null,
    longitude: filing.point?.longitude ?? null,
    asker_id: filing.askerId,
    asker_name: filing.name ?? null,
    asker_phone: filing.phone ?? null,
    recorded_by: filing.recordedBy,
    bigrams: [...bigramsOf(filing.words)],
  }
}

async function nextNumber({ tx }: CommandContext, on: PlainDate): Promise<string> {
  const { rows } = await sql<{ next: string }>`select nextval('guanjia.issue_number') as next`.execute(tx)
  const [row] = rows
  assert(row !== undefined, 'a sequence has a next number')
  return issueNumber(Number(on.slice(0, 4)), Number(row.next))
}

/** Counts a report of misconduct that was shown the way: the day and the source, nothing else. */
export async function countMisconduct(ports: FeedbackPorts, context: CommandContext, source: string) {
  await feedbackTables(context.tx)
    .insertInto('misconduct_stub')
    .values({ day: dayOf(ports, context.now), source, count: 1 })
    .onConflict((conflict) =>
      conflict.columns(['day', 'source']).doUpdateSet({ count: sql<number>`misconduct_stub.count + 1` }),
    )
    .execute()
  return accept(undefined)
}
