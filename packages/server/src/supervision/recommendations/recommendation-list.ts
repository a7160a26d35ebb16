/**
 * Recommendations as they are read.
 */

import type { RouteOutput } from '@guanjia/contract/route'
import type { listRecommendations } from '@guanjia/contract/supervision'
import { may } from '@guanjia/core/access'
import { replyLateDays } from '@guanjia/core/supervision'
import { dayOf, type SupervisionRoom } from '../supervision-ports.ts'
import { supervisionTables } from '../supervision-tables.ts'
import { type Reader, unitNamed, unitsOf } from '../tasks/task-view.ts'
import { recommendationOf } from './recommendation-commands.ts'

type Listed = RouteOutput<typeof listRecommendations>

/** Those that are open first, by the day of the reply; a department sees what was issued to it. */
export async function listRecommendationsFor(room: SupervisionRoom, reader: Reader): Promise<Listed> {
  const { replyWithin, source, mark } = room.recommendations
  const rows = await readable(room, reader)
  return {
    recommendations: rows.map((row) => shown(room, row, reader)),
    replyWithin: { naturalDays: replyWithin.value, source, mark },
    units: unitsOf(room, reader.language),
  }
}

type Row = Awaited<ReturnType<typeof readable>>[number]

function readable({ database }: SupervisionRoom, { principal }: Reader) {
  const all = supervisionTables(database)
    .selectFrom('recommendation')
    .leftJoin(
      database
        .withTables<{ person: { id: string; name: string } }>()
        .selectFrom('person')
        .selectAll()
        .as('receiver'),
      'receiver.id',
      'recommendation.received_by',
    )
    .selectAll('recommendation')
    .select('receiver.name as receiver')
    .orderBy('verified_at', (order) => order.desc().nullsFirst())
    .orderBy('reply_by', (order) => order.asc().nullsFirst())
    .limit(500)
  if (may(principal, 'supervision.draft-recommendation')) return all.execute()
  const own = principal.kind === 'person' ? [...principal.authorities] : []
  return all
    .where('unit', 'in', own.length === 0 ? [''] : own)
    .where('state', '<>', 'drafted')
    .execute()
}

function shown(
  room: SupervisionRoom,
  row: Row,
  { principal, language, now }: Reader,
): Listed['recommendations'][number] {
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    kindName: room.recommendations.kinds[row.kind].name[language],
    unit: unitNamed(room, row.unit, language),
    problem: row.problem,
    basis: row.basis,
    advice: row.advice,
    state: row.state,
    issuedAt: row.issued_at?.toISOString() ?? null,
    replyBy: row.reply_by,
    lateDays: replyLateDays(recommendationOf(row), dayOf(room, now)),
    escalatedAt: row.escalated_at?.toISOString() ?? null,
    receivedBy: row.receiver,
    receivedAt: row.received_at?.toISOString() ?? null,
    stance: row.stance,
    reply: row.reply,
    reason: row.reason,
    refusedWithoutReason: row.refused_without_reason,
    repliedOn: row.replied_on,
    finding: row.finding,
    mayIssue:
      row.state === 'drafted' &&
      may(principal, 'supervision.issue-recommendation', { proposedById: row.drafted_by }),
  }
}
