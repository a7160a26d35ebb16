/**
 * Ratings over the wire.
 */

import * as contract from '@guanjia/contract/cases'
import { type CaseState, followUpOf, type Satisfaction } from '@guanjia/core/cases'
import { accept, refuse } from '@guanjia/core/kernel'
import { sql } from 'kysely'
import type { CommandContext } from '../../platform/commands/command.ts'
import { type CasesPorts, dayOf } from '../cases-ports.ts'
import { act, findCaseResource } from '../routes/case-acts.ts'
import { authoritiesOf } from '../routes/department-routes.ts'
import { lockCase } from '../store/case-store.ts'
import { ratingTables } from './rating-tables.ts'

/** Answers the routes of ratings. */
export function implementRatingRoutes(ports: CasesPorts): void {
  const { implement } = ports
  const owned = findCaseResource(ports)
  implement(
    contract.rateCase,
    (input) => {
      const { id } = input.params
      return act(ports, { name: 'cases.rate', id, input, legal: false }, (context) =>
        rate(ports, context, { id, ...input.body }),
      )
    },
    { 'case-not-ended': 409, 'rated-already': 409, 'calendar-not-published': 503 },
    owned,
  )
  implement(
    contract.readRating,
    async ({ params }) => accept({ rating: await findRating(ports, params.id) }),
    {},
    owned,
  )
  implement(
    contract.listBadRatings,
    async ({ principal }) => accept({ ratings: await listBad(ports, authoritiesOf(principal)) }),
    {},
  )
  implement(
    contract.followUpRating,
    (input) => {
      const { id } = input.params
      return act(ports, { name: 'cases.follow-up-rating', id, input, legal: false }, (context) =>
        followUp(context, { id, ...input.body }),
      )
    },
    { 'rating-unknown': 404, 'called-back-already': 409, 'call-back-missing': 409, 'mended-already': 409 },
    owned,
  )
}

interface Rating {
  readonly id: string
  readonly level: number
  readonly aspects: readonly string[]
  readonly comment?: string | undefined
}

async function rate(
  { zone, content, ...ports }: CasesPorts,
  context: CommandContext,
  { id, level, aspects, comment }: Rating,
) {
  const { state, number } = await lockCase(context, id)
  if (!wasServed(state)) return refuse('case-not-ended')
  const on = dayOf({ zone, ...ports }, context.now)
  const owed = followUpOf(zone.calendar, { level: level as Satisfaction, on }, content.followUp)
  if (!owed.ok) return owed
  const { callBackBy = null, mendBy = null } = owed.value ?? {}
  const inserted = await ratingTables(context.tx)
    .insertInto('case_rating')
    .values({
      case_id: id,
      level,
      aspects: [...aspects],
      comment: comment === undefined || comment === '' ? null : comment,
      rated_at: context.now,
      call_back_by: callBackBy,
      called_back_at: null,
      call_back_note: null,
      mend_by: mendBy,
      mended_at: null,
      mending_note: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('case_id')
    .executeTakeFirst()
  if (inserted === undefined) return refuse('rated-already')
  if (callBackBy !== null)
    context.emit({ type: 'cases.rated-badly', subject: id, body: { number, level, due: callBackBy } })
  return accept({ callBackBy, mendBy })
}

/** It has ended, and not as a draft that was thrown away: that was never the office's to serve. */
function wasServed({ endedOn, situation }: CaseState): boolean {
  return endedOn !== null && situation.at !== 'discarded'
}

async function findRating({ database }: CasesPorts, id: string) {
  const row = await ratingTables(database)
    .selectFrom('case_rating')
    .selectAll()
    .where('case_id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return null
  return {
    level: row.level,
    aspects: row.aspects,
    comment: row.comment,
    ratedAt: row.rated_at.toISOString(),
    callBackBy: row.call_back_by,
    calledBackAt: row.called_back_at?.toISOString() ?? null,
    mendBy: row.mend_by,
    mendedAt: row.mended_at?.toISOString() ?? null,
    mendingNote: row.mending_note,
  }
}

async function listBad({ database }: CasesPorts, authorities: readonly string[]) {
  const rows = await ratingTables(database)
    .selectFrom('case_rating')
    .innerJoin('case_file', 'case_file.id', 'case_rating.case_id')
    .selectAll('case_rating')
    .select('case_file.number')
    .where('call_back_by', 'is not', null)
    .where('mended_at', 'is', null)
    .where(sql<boolean>`case_file.authorities && ${[...authorities]}::text[]`)
    .orderBy('call_back_by')
    .execute()
  return rows.map((row) => ({
    caseId: row.case_id,
    number: row.number,
    level: row.level,
    aspects: row.aspects,
    comment: row.comment,
    callBackBy: row.call_back_by ?? '',
    calledBackAt: row.called_back_at?.toISOString() ?? null,
    mendBy: row.mend_by ?? '',
  }))
}

interface FollowedUp {
  readonly id: string
  readonly step: 'call-back' | 'mending'
  readonly note: string
}

async function followUp({ tx, now }: CommandContext, { id, step, note }: FollowedUp) {
  const tables = ratingTables(tx)
  const row = await tables
    .selectFrom('case_rating')
    .selectAll()
    .where('case_id', '=', id)
    .where('call_back_by', 'is not', null)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) return refuse('rating-unknown')
  if (step === 'call-back' && row.called_back_at !== null) return refuse('called-back-already')
  if (step === 'mending' && row.called_back_at === null) return refuse('call-back-missing')
  if (row.mended_at !== null) return refuse('mended-already')
  const change =
    step === 'call-back'
      ? { called_back_at: now, call_back_note: note }
      : { mended_at: now, mending_note: note }
  await tables.updateTable('case_rating').set(change).where('case_id', '=', id).execute()
  return accept({ step })
}
