/**
 * Activities of the observers: announced, signed in to, written up, and what was raised there filed.
 */

import { randomBytes } from 'node:crypto'
import type { ObserverTask } from '@guanjia/core/feedback'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import type { CommandContext } from '../../platform/commands/command.ts'
import type { FilingRefusal } from '../commands/filing-command.ts'
import { doerOf } from '../commands/issue-commands.ts'
import { dayOf, type FeedbackPorts } from '../feedback-ports.ts'
import { type FiledFinding, fileFinding } from './finding-command.ts'
import { observerTables } from './observer-tables.ts'
import { findAllServing, type NamedTerm } from './observer-terms.ts'

const minuteMs = 60_000

/** What is announced. */
export interface Announcement {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly place: string
  readonly startsAt: string
  readonly endsAt: string
}

/** Announces an activity. */
export async function announce(
  { observers }: FeedbackPorts,
  context: CommandContext,
  { id, kind, title, place, startsAt, endsAt }: Announcement,
): Promise<Result<{ id: string }, 'activity-kind-not-listed' | 'activity-ends-before-it-begins'>> {
  if (!observers.activities.some((each) => each.id === kind)) return refuse('activity-kind-not-listed')
  const [starts, ends] = [new Date(startsAt), new Date(endsAt)]
  if (ends <= starts) return refuse('activity-ends-before-it-begins')
  await observerTables(context.tx)
    .insertInto('observer_activity')
    .values({
      id,
      kind,
      title,
      place,
      starts_at: starts,
      ends_at: ends,
      code: randomBytes(12).toString('base64url'),
      minutes: null,
      minutes_at: null,
      announced_by: doerOf(context.principal),
      announced_at: context.now,
    })
    .execute()
  context.emit({
    type: 'feedback.activity-announced',
    subject: id,
    body: { title, place, startsAt: starts.toISOString() },
  })
  return accept({ id })
}

/** Signs an observer in by the code on the door. */
export async function signInByCode(
  { observers }: FeedbackPorts,
  context: CommandContext,
  { code, term }: { readonly code: string; readonly term: NamedTerm },
): Promise<Result<{ id: string; title: string; at: string }, 'activity-unknown' | 'activity-not-open'>> {
  const activity = await observerTables(context.tx)
    .selectFrom('observer_activity')
    .select(['id', 'title', 'starts_at', 'ends_at'])
    .where('code', '=', code)
    .executeTakeFirst()
  if (activity === undefined) return refuse('activity-unknown')
  const { id, title, starts_at, ends_at } = activity
  const opens = starts_at.getTime() - observers.signInBefore.value * minuteMs
  if (context.now.getTime() < opens || context.now > ends_at) return refuse('activity-not-open')
  return accept({ id, title, at: await attend(context, { id, termId: term.id, way: 'code' }) })
}

/** Signs an observer in from the list. */
export async function signInFromList(
  ports: FeedbackPorts,
  context: CommandContext,
  { id, observer }: { readonly id: string; readonly observer: string },
): Promise<Result<{ id: string; at: string }, 'activity-unknown' | 'observer-not-serving'>> {
  const known = await findActivity(context, id)
  if (known === undefined) return refuse('activity-unknown')
  const serving = await findAllServing(context.tx, dayOf(ports, known.starts_at))
  const term = serving.find(({ id: serves }) => serves === observer)
  if (term === undefined) return refuse('observer-not-serving')
  return accept({ id, at: await attend(context, { id, termId: term.id, way: 'list' }) })
}

/** Whoever is signed in already stays so, at the first moment. */
async function attend(
  { tx, now }: CommandContext,
  { id, termId, way }: { readonly id: string; readonly termId: string; readonly way: 'code' | 'list' },
): Promise<string> {
  const tables = observerTables(tx)
  await tables
    .insertInto('observer_attendance')
    .values({ activity_id: id, term_id: termId, way, at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { at } = await tables
    .selectFrom('observer_attendance')
    .select('at')
    .where('activity_id', '=', id)
    .where('term_id', '=', termId)
    .executeTakeFirstOrThrow()
  return at.toISOString()
}

function findActivity({ tx }: Pick<CommandContext, 'tx'>, id: string) {
  return observerTables(tx)
    .selectFrom('observer_activity')
    .select(['id', 'starts_at'])
    .where('id', '=', id)
    .executeTakeFirst()
}

async function servingTerm(ports: FeedbackPorts, { tx, now }: CommandContext, termId: string) {
  const serving = await findAllServing(tx, dayOf(ports, now))
  return serving.find(({ id }) => id === termId)
}

/** Keeps the minutes. */
export async function keepMinutes(
  context: CommandContext,
  { id, words }: { readonly id: string; readonly words: string },
): Promise<Result<{ id: string; at: string }, 'activity-unknown' | 'activity-not-open'>> {
  const known = await findActivity(context, id)
  if (known === undefined) return refuse('activity-unknown')
  if (context.now < known.starts_at) return refuse('activity-not-open')
  await observerTables(context.tx)
    .updateTable('observer_activity')
    .set({ minutes: words, minutes_at: context.now })
    .where('id', '=', id)
    .execute()
  return accept({ id, at: context.now.toISOString() })
}

/** What an observer raised. */
export interface Raised {
  readonly id: string
  readonly activityId: string
  readonly observer: string
  readonly task: ObserverTask
  readonly topic: string
  readonly words: string
}

/** Files what an observer raised at an activity, in the observer's name. */
export async function raiseIssue(
  ports: FeedbackPorts,
  context: CommandContext,
  { activityId, observer, ...said }: Raised,
): Promise<Result<FiledFinding, FilingRefusal | 'activity-unknown' | 'observer-not-serving'>> {
  const known = await findActivity(context, activityId)
  if (known === undefined) return refuse('activity-unknown')
  const term = await servingTerm(ports, context, observer)
  if (term === undefined) return refuse('observer-not-serving')
  return fileFinding(ports, context, { ...said, term, activityId, recordedBy: doerOf(context.principal) })
}
