/**
 * A red light is followed by an order: drafted at once, issued by a person. A node has one open order at a time; one that was
 * left unanswered makes room for the next.
 */

import { filled } from '@guanjia/core/kernel'
import type { OrderLevel, OrderReason } from '@guanjia/core/supervision'
import { sql } from 'kysely'
import { type Looking, type SupervisionRoom, yearOf } from '../supervision-ports.ts'
import { supervisionTables } from '../supervision-tables.ts'

/** What an order is drafted from. */
export interface OrderDraft {
  readonly supervisedId: string
  readonly node: string
  /** why the light is red */
  readonly sentence: string
  readonly issueBy: Date
  readonly level: OrderLevel
  /** why it is drafted, and after which order */
  readonly reason: OrderReason
  readonly follows: string | null
}

/** A draft that nobody has issued lapses when the light is red no longer; the order that it was to supersede stands again. */
export async function lapseDrafts(context: Looking, supervisedId: string, node: string): Promise<void> {
  const lapsed = await supervisionTables(context.tx)
    .updateTable('supervision_order')
    .set({ state: 'lapsed' })
    .where('supervised_id', '=', supervisedId)
    .where('node', '=', node)
    .where('state', '=', 'drafted')
    .returning('follows_id')
    .execute()
  for (const { follows_id: id } of lapsed) if (id !== null) await restoreOrder(context, { supervisedId, id })
}

interface OrderOf {
  readonly supervisedId: string
  readonly id: string
}

/** What superseded the order never went out: its unit owes the answer as before, and the next rung follows its silence. */
async function restoreOrder({ tx, record, emit }: Looking, { supervisedId, id }: OrderOf): Promise<void> {
  const restored = await supervisionTables(tx)
    .updateTable('supervision_order')
    .set({ state: 'issued' })
    .where('id', '=', id)
    .where('state', '=', 'superseded')
    .returning('id')
    .executeTakeFirst()
  if (restored === undefined) return
  record({ act: 'supervision.order-restored', subject: id, body: {} })
  emit({ type: 'supervision.order-restored', subject: supervisedId, body: { orderId: id } })
}

/** An order that was left unanswered is superseded; the unit may still answer it until the next one goes out. */
export async function supersedeOrder(
  { tx, record, emit }: Looking,
  { supervisedId, id }: OrderOf,
): Promise<void> {
  await supervisionTables(tx)
    .updateTable('supervision_order')
    .set({ state: 'superseded' })
    .where('id', '=', id)
    .where('state', '=', 'issued')
    .execute()
  record({ act: 'supervision.order-superseded', subject: id, body: { reason: 'unanswered' } })
  emit({ type: 'supervision.order-superseded', subject: supervisedId, body: { orderId: id } })
}

/** Drafts an order. */
export async function draftOrder(
  room: SupervisionRoom,
  { tx, now, emit }: Looking,
  { supervisedId, node, sentence, issueBy, level, reason, follows }: OrderDraft,
): Promise<void> {
  const tables = supervisionTables(tx)
  const project = await tables
    .selectFrom('supervised_project')
    .select('name')
    .where('id', '=', supervisedId)
    .executeTakeFirstOrThrow()
  const nodeName = room.lights.nodes.find(({ id }) => id === node)?.name['zh-CN'] ?? node
  const { rows } = await sql<{ next: string }>`select nextval('supervision_order_number') as next`.execute(tx)
  const number = `DB${yearOf(room, now)}-${String(rows[0]?.next).padStart(5, '0')}`
  const id = room.newId()
  await tables
    .insertInto('supervision_order')
    .values({
      id,
      number,
      supervised_id: supervisedId,
      node,
      level,
      state: 'drafted',
      sentence,
      reason,
      follows_id: follows,
      words: filled(room.lights.orders.words, { project: project.name, node: nodeName }),
      drafted_at: now,
      issue_by: issueBy,
      issued_by: null,
      issued_at: null,
      answer_by: null,
      read_at: null,
      answer: null,
      answered_by: null,
      answered_at: null,
      closed_by: null,
      closed_at: null,
      finding: null,
    })
    .execute()
  emit({
    type: 'supervision.order-drafted',
    subject: supervisedId,
    body: { orderId: id, node, level, reason },
  })
}
