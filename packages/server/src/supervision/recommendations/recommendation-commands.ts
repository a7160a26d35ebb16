/**
 * Drafting a recommendation, and every step after it.
 */

import { naturalDueDate, plainDate } from '@guanjia/core/calendar'
import { accept, filled, type Result, refuse } from '@guanjia/core/kernel'
import {
  type Recommendation,
  type RecommendationAct,
  type RecommendationKind,
  type RecommendationRefusal,
  recommendationAfter,
} from '@guanjia/core/supervision'
import { sql, type Updateable } from 'kysely'
import { authorityWording } from '../../cases/index.ts'
import type { CommandContext } from '../../platform/commands/command.ts'
import type { Database } from '../../platform/database/database.ts'
import { dayOf, personOf, type SupervisionRoom } from '../supervision-ports.ts'
import { supervisionTables } from '../supervision-tables.ts'
import type { RecommendationTables } from './recommendation-tables.ts'

/** A recommendation as it is drafted. */
export interface RecommendationDraft {
  readonly kind: RecommendationKind
  readonly unit: string
  readonly problem: string
  readonly basis: string
  readonly advice: string
}

/** Drafts a recommendation; somebody else issues it. */
export async function draftRecommendation(
  room: SupervisionRoom,
  context: CommandContext,
  draft: RecommendationDraft,
): Promise<Result<{ id: string; number: string }, 'unit-unknown'>> {
  const { unit, kind } = draft
  if (authorityWording(room.zone.zone, unit)['zh-CN'] === unit) return refuse('unit-unknown', { unit })
  const { tx, now, record, commit } = context
  const id = room.newId()
  const { rows } = await sql<{ next: string }>`select nextval('recommendation_number') as next`.execute(tx)
  const number = filled(room.recommendations.kinds[kind].number, {
    year: dayOf(room, now).slice(0, 4),
    number: String(rows[0]?.next),
  })
  await supervisionTables(tx)
    .insertInto('recommendation')
    .values({
      id,
      number,
      ...draft,
      state: 'drafted',
      drafted_by: personOf(context),
      drafted_at: now,
      ...unissued,
    })
    .execute()
  const { problem, advice } = draft
  record({
    act: 'supervision.recommendation-drafted',
    subject: id,
    body: { kind, unit, problem: commit(problem), advice: commit(advice) },
  })
  return accept({ id, number })
}

const unissued = {
  issued_by: null,
  issued_at: null,
  reply_by: null,
  received_by: null,
  received_at: null,
  stance: null,
  reply: null,
  reason: null,
  replied_by: null,
  replied_on: null,
  finding: null,
  verified_by: null,
  verified_at: null,
  escalated_at: null,
}

type Row = Exclude<Awaited<ReturnType<typeof lockRecommendation>>, undefined>

/** A step, and what it writes besides the state. */
export interface RecommendationStep {
  readonly id: string
  readonly act: RecommendationAct
  readonly writes: Updateable<RecommendationTables['recommendation']>
  /** words that stand in the ledger as a commitment */
  readonly words?: string
}

/** Lets a recommendation take one step. */
export async function moveRecommendation(
  context: CommandContext,
  { id, act, writes, words }: RecommendationStep,
): Promise<Result<Recommendation, 'recommendation-unknown' | RecommendationRefusal>> {
  const { tx, record, emit, commit } = context
  const row = await lockRecommendation(tx, id)
  if (row === undefined) return refuse('recommendation-unknown')
  const after = recommendationAfter(recommendationOf(row), act)
  if (!after.ok) return after
  const { state, replyBy = null, repliedOn = null, refusedWithoutReason } = after.value
  await supervisionTables(tx)
    .updateTable('recommendation')
    .set({
      ...writes,
      state,
      reply_by: replyBy,
      replied_on: repliedOn,
      refused_without_reason: refusedWithoutReason,
    })
    .where('id', '=', id)
    .execute()
  record({
    act: 'supervision.recommendation-moved',
    subject: id,
    body: { act: act.do, state, words: words === undefined ? null : commit(words) },
  })
  emit({
    type: 'supervision.recommendation-moved',
    subject: id,
    body: { act: act.do, state, unit: row.unit },
  })
  return after
}

/** By when a unit has to reply: the day given, else as long as the zone gives. */
export function replyDay(
  room: SupervisionRoom,
  now: Date,
  given: string | undefined,
): Result<ReturnType<typeof dayOf>, 'calendar-not-published'> {
  if (given !== undefined) return accept(plainDate(given))
  const due = naturalDueDate(room.zone.calendar, dayOf(room, now), room.recommendations.replyWithin.value)
  return due.ok ? accept(due.value.due) : due
}

/** What is known of a recommendation. */
export function recommendationOf(
  row: Pick<Row, 'state' | 'reply_by' | 'replied_on' | 'refused_without_reason'>,
): Recommendation {
  return {
    state: row.state,
    refusedWithoutReason: row.refused_without_reason,
    ...(row.reply_by === null ? {} : { replyBy: plainDate(row.reply_by) }),
    ...(row.replied_on === null ? {} : { repliedOn: plainDate(row.replied_on) }),
  }
}

function lockRecommendation(tx: Database, id: string) {
  return supervisionTables(tx)
    .selectFrom('recommendation')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** Who drafted a recommendation, and which unit it is for; nothing of a draft is told to the unit. */
export async function findRecommendationPeople(database: Database, id: string) {
  const row = await supervisionTables(database)
    .selectFrom('recommendation')
    .select(['unit', 'drafted_by', 'state'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { proposedById: row.drafted_by, authorities: row.state === 'drafted' ? [] : [row.unit] }
}
