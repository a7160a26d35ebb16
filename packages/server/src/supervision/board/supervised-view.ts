/**
 * One supervised project whole: everything that was recorded of it, and what its lights showed when.
 */

import type { RouteOutput } from '@guanjia/contract/route'
import type { readSupervised } from '@guanjia/contract/supervision'
import type { Principal } from '@guanjia/core/access'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import type { NodeLight } from '@guanjia/core/supervision'
import { sql } from 'kysely'
import { type LightRefusal } from '../nodes/light-look.ts'
import { climbedWords, findFollowed } from '../orders/climbed.ts'
import { dayOf, type SupervisionRoom } from '../supervision-ports.ts'
import { supervisionTables } from '../supervision-tables.ts'
import { readRows } from './light-board.ts'
import { type Language, sentenceOf } from './light-words.ts'

type View = RouteOutput<typeof readSupervised>

/** Who reads what. */
export interface SupervisedWish {
  readonly id: string
  readonly principal: Principal
  readonly now: Date
  readonly language: Language
}

/** The page of a project. */
export async function readSupervisedView(
  room: SupervisionRoom,
  { id, principal, now, language }: SupervisedWish,
): Promise<Result<View, 'supervised-unknown' | LightRefusal>> {
  const on = dayOf(room, now)
  const rows = await readRows(room, { on, now, language, ids: [id] })
  if (!rows.ok) return rows
  const [row] = rows.value
  if (row === undefined) return refuse('supervised-unknown')
  const reader = principal.kind === 'person' ? principal.id : ''
  const [plans, pauses, causes, changes, orders, suggestion] = await Promise.all([
    readPlans(room, id),
    readPauses(room, id, reader),
    readCauses(room, id, language),
    readChanges(room, id, language),
    readOrders(room, { id, reader, today: on, language }),
    readSuggestion(room, id),
  ])
  return accept({ row, plans, pauses, causes, changes, orders, suggestion })
}

function readPlans({ database }: SupervisionRoom, id: string) {
  return supervisionTables(database)
    .selectFrom('supervised_plan')
    .select(['node', 'on_day as on', 'decided_on as decidedOn', 'document'])
    .where('supervised_id', '=', id)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
}

async function readPauses(
  { database }: SupervisionRoom,
  id: string,
  reader: string,
): Promise<View['pauses']> {
  const { rows } = await sql<View['pauses'][number]>`
    select p.id, p.node, p.from_day as "from", p.until_day as until, p.document, asker.name as "askedBy",
      p.asked_by::text = ${reader} as mine, p.consented, p.answered_on as "answeredOn", p.reason
    from supervised_pause p join person asker on asker.id = p.asked_by
    where p.supervised_id = ${id} order by p.asked_at desc`.execute(database)
  return rows
}

async function readCauses({ database, lights }: SupervisionRoom, id: string, language: Language) {
  const rows = await supervisionTables(database)
    .selectFrom('supervised_cause')
    .select(['node', 'cause', 'note', 'named_at'])
    .where('supervised_id', '=', id)
    .orderBy('named_at', 'desc')
    .execute()
  return rows.map(({ named_at: at, cause, ...rest }) => ({
    ...rest,
    cause,
    causeName: lights.causes[cause][language],
    at: at.toISOString(),
  }))
}

async function readChanges({ database, lights }: SupervisionRoom, id: string, language: Language) {
  const rows = await supervisionTables(database)
    .selectFrom('light_change')
    .select(['node', 'on_day as on', 'before', 'after', 'because'])
    .where('supervised_id', '=', id)
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  return rows.map(({ because, ...change }) => {
    const { node, on } = change
    const shown: NodeLight = {
      node,
      light: change.after,
      plannedOn: null,
      dueOn: null,
      doneOn: null,
      lateDays: 0,
      because,
    }
    return { ...change, on, sentence: sentenceOf(lights, shown, language) }
  })
}

interface OrdersWish {
  readonly id: string
  readonly reader: string
  readonly today: string
  readonly language: Language
}

async function readOrders({ database, lights }: SupervisionRoom, wish: OrdersWish): Promise<View['orders']> {
  const rows = await supervisionTables(database)
    .selectFrom('supervision_order')
    .selectAll()
    .where('supervised_id', '=', wish.id)
    .orderBy('drafted_at', 'desc')
    .execute()
  const followed = await findFollowed(database, rows)
  return rows.map((order) => ({
    id: order.id,
    number: order.number,
    node: order.node,
    level: order.level,
    levelName: lights.orders.levels[order.level][wish.language],
    state: order.state,
    climbed: climbedWords(lights, order, followed, wish.language),
    sentence: order.sentence,
    words: order.words,
    issueBy: order.issue_by.toISOString(),
    issuedAt: order.issued_at?.toISOString() ?? null,
    answerBy: order.answer_by,
    overdue: order.state === 'issued' && order.answer_by !== null && order.answer_by < wish.today,
    answer: order.answer,
    answeredAt: order.answered_at?.toISOString() ?? null,
    finding: order.finding,
    closedAt: order.closed_at?.toISOString() ?? null,
    mayClose: order.state === 'answered' && order.issued_by !== wish.reader,
  }))
}

async function readSuggestion({ database }: SupervisionRoom, id: string): Promise<View['suggestion']> {
  const row = await supervisionTables(database)
    .selectFrom('lead_suggestion')
    .select(['node', 'suggested_at', 'decision', 'reason'])
    .where('supervised_id', '=', id)
    .orderBy('suggested_at', 'desc')
    .executeTakeFirst()
  if (row === undefined) return null
  const { suggested_at: at, ...rest } = row
  return { ...rest, at: at.toISOString() }
}
