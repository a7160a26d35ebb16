/**
 * What is written down at a stop: that somebody was there, and the needs that were heard. What was not answered on the spot
 * is an issue of the register from the same moment on; who asked stands there and nowhere else.
 */

import { systemPrincipal } from '@guanjia/core/access'
import type { PlainDate } from '@guanjia/core/calendar'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import type { CommandContext } from '../../platform/commands/command.ts'
import { type FilingRefusal, fileIssue } from '../commands/filing-command.ts'
import { doerOf, moveIssue } from '../commands/issue-commands.ts'
import { authorityNamed, dayOf, type FeedbackPorts } from '../feedback-ports.ts'
import { lockIssue } from '../store/issue-store.ts'
import { tourTables } from './tour-tables.ts'

type StopClosed = 'stop-dropped' | 'stop-to-come'

interface OpenStop {
  readonly place: string
  readonly isVisited: boolean
  readonly seen: string | null
  /** department for which whoever writes goes */
  readonly department: string
}

/** A stop on whose day or later somebody who goes there writes; locked, so that nobody drops it meanwhile. */
async function lockStop(
  ports: FeedbackPorts,
  { tx, now, principal }: CommandContext,
  id: string,
): Promise<Result<OpenStop, StopClosed>> {
  const stop = await tourTables(tx)
    .selectFrom('visit_stop')
    .innerJoin('visit_goer', 'visit_goer.stop_id', 'visit_stop.id')
    .select(['place', 'visit_stop.on_day', 'dropped_at', 'visited_at', 'seen', 'department'])
    .where('visit_stop.id', '=', id)
    .where('person_id', '=', doerOf(principal))
    .forUpdate('visit_stop')
    .executeTakeFirstOrThrow()
  if (stop.dropped_at !== null) return refuse('stop-dropped')
  if (dayOf(ports, now) < stop.on_day) return refuse('stop-to-come', { on: stop.on_day })
  const { place, department, seen } = stop
  return accept({ place, department, seen, isVisited: stop.visited_at !== null })
}

function markVisited({ tx, now }: CommandContext, id: string, seen?: string): Promise<unknown> {
  return tourTables(tx)
    .updateTable('visit_stop')
    .set((stop) => ({
      visited_at: stop.fn.coalesce('visited_at', stop.val(now)),
      ...(seen === undefined ? {} : { seen }),
    }))
    .where('id', '=', id)
    .execute()
}

/** What was seen at a stop, and what was noted there when whoever writes began; null where nothing was. */
export interface NewVisit {
  readonly id: string
  readonly seen: string
  readonly before: string | null
}

/** Notes that a stop was called on; what is seen later takes the place of what was noted before, where that was read. */
export async function noteVisit(
  ports: FeedbackPorts,
  context: CommandContext,
  { id, seen, before }: NewVisit,
): Promise<Result<{ state: 'visited' }, StopClosed | 'stop-noted-meanwhile'>> {
  const stop = await lockStop(ports, context, id)
  if (!stop.ok) return stop
  if (stop.value.seen !== before && stop.value.seen !== seen) return refuse('stop-noted-meanwhile')
  await markVisited(context, id, seen)
  context.record({ act: 'feedback.stop-visited', subject: id, body: { seen: context.commit(seen) } })
  return accept({ state: 'visited' })
}

/** A need as it is written down. */
export interface NewHeard {
  readonly id: string
  readonly issueId: string
  readonly stopId: string
  readonly topic: string
  readonly words: string
  /** the answer given on the spot */
  readonly answer?: string | undefined
  readonly name?: string | undefined
  readonly phone?: string | undefined
}

/** What is left of it. */
export interface RecordedHeard {
  readonly id: string
  readonly issue: {
    readonly number: string
    readonly lead: ReturnType<typeof authorityNamed>
    readonly replyDue: PlainDate | null
  } | null
}

/** Writes it down. */
export async function recordHeard(
  ports: FeedbackPorts,
  context: CommandContext,
  heard: NewHeard,
): Promise<Result<RecordedHeard, StopClosed | FilingRefusal>> {
  const { id, stopId, issueId, topic, words, answer } = heard
  const stop = await lockStop(ports, context, stopId)
  if (!stop.ok) return stop
  if (!ports.content.topics.some((each) => each.id === topic)) return refuse('topic-not-listed')
  const raised = answer === undefined ? await raise(ports, context, heard, stop.value.place) : accept(null)
  if (!raised.ok) return raised
  await markVisited(context, stopId)
  await tourTables(context.tx)
    .insertInto('visit_heard')
    .values({
      id,
      stop_id: stopId,
      topic,
      words,
      heard_by: doerOf(context.principal),
      heard_at: context.now,
      ...(answer === undefined
        ? { answer: null, answered_by: null, issue_id: issueId }
        : { answer, answered_by: stop.value.department, issue_id: null }),
    })
    .execute()
  context.record({
    act: 'feedback.need-heard',
    subject: stopId,
    body: { heard: id, words: context.commit(words), answered: answer !== undefined },
  })
  return accept({ id, issue: raised.value })
}

/** The department that usually leads its topic leads it, by the rule of the source that the content names. */
async function raise(
  ports: FeedbackPorts,
  context: CommandContext,
  { issueId: id, topic, words, name, phone }: NewHeard,
  place: string,
): Promise<Result<NonNullable<RecordedHeard['issue']>, FilingRefusal>> {
  const filed = await fileIssue(ports, context, {
    id,
    kind: 'appeal',
    source: ports.tours.issueSource,
    intake: 'page',
    topic,
    words,
    place,
    name,
    phone,
    askerId: null,
    recordedBy: doerOf(context.principal),
  })
  if (!filed.ok) return filed
  const lead = ports.content.topics.find((each) => each.id === topic)?.usually ?? ''
  const house = { ...context, principal: systemPrincipal('feedback') }
  const row = await lockIssue(house, id)
  const wish = { type: 'dispatch', lead, assisting: [], isComplex: false } as const
  const moved = await moveIssue(ports, house, { row, wish })
  const { number, replyDue } = filed.value
  return moved.ok ? accept({ number, replyDue, lead: authorityNamed(ports, lead) }) : moved
}
