/**
 * Lets the orders of red nodes climb: what is due is drafted, and an order that was left unanswered is superseded by its draft.
 */

import { dueDate, instantOf, localMoment, type PlainDate, plainDate } from '@guanjia/core/calendar'
import { accept, type Result } from '@guanjia/core/kernel'
import { dueOrder, type LadderOrder, type NodeLight, type OrderState } from '@guanjia/core/supervision'
import type { Selectable } from 'kysely'
import { lightSentence } from '../lights-content.ts'
import { dayOf, type Looking, type SupervisionRoom } from '../supervision-ports.ts'
import { type SupervisionTables, supervisionTables } from '../supervision-tables.ts'
import { draftOrder, supersedeOrder } from './order-drafts.ts'

/** A node whose light is red at this look. */
export interface RedLight {
  readonly supervisedId: string
  readonly node: NodeLight
  /** moment at which it turned red */
  readonly since: Date
}

const open: readonly OrderState[] = ['drafted', 'issued', 'answered']

type OrderRow = Pick<
  Selectable<SupervisionTables['supervision_order']>,
  'id' | 'supervised_id' | 'node' | 'level' | 'state' | 'answer_by' | 'closed_at' | 'drafted_at'
>

/** Drafts what is due for each of them. */
export async function climbOrders(
  room: SupervisionRoom,
  context: Looking,
  reds: readonly RedLight[],
): Promise<Result<undefined, 'calendar-not-published'>> {
  if (reds.length === 0) return accept(undefined)
  const orders = await loadOrders(context, reds)
  const on = dayOf(room, context.now)
  const rule = { calendar: room.zone.calendar, restWorkingDays: room.lights.orders.climbAfter.value }
  for (const red of reds) {
    const own = orders.filter((order) => isOfLight(order, red)).map((order) => rungOf(room, order))
    const due = dueOrder({ orders: own, on }, rule)
    if (!due.ok) return due
    if (due.value === null) continue
    const issueBy = issueDay(room, on)
    if (!issueBy.ok) return issueBy
    const { supervisedId, node } = red
    const { follows, reason } = due.value
    if (follows !== null && reason === 'unanswered')
      await supersedeOrder(context, { supervisedId, id: follows })
    const sentence = node.because.map((one) => lightSentence(room.lights, one, 'zh-CN')).join('；')
    const draft = { supervisedId, node: node.node, sentence, issueBy: issueBy.value }
    await draftOrder(room, context, { ...draft, ...due.value })
  }
  return accept(undefined)
}

function loadOrders({ tx }: Looking, reds: readonly RedLight[]): Promise<readonly OrderRow[]> {
  return supervisionTables(tx)
    .selectFrom('supervision_order')
    .select(['id', 'supervised_id', 'node', 'level', 'state', 'answer_by', 'closed_at', 'drafted_at'])
    .where('supervised_id', 'in', [...new Set(reds.map(({ supervisedId }) => supervisedId))])
    .where('state', '<>', 'lapsed')
    .orderBy('drafted_at')
    .orderBy('number')
    .execute()
}

/**
 * An order that stands open, or was closed under this red, answers for the light however long ago it was drafted; others only
 * for the red they came from.
 */
function isOfLight(order: OrderRow, { supervisedId, node, since }: RedLight): boolean {
  if (order.supervised_id !== supervisedId || order.node !== node.node) return false
  const last = order.closed_at ?? order.drafted_at
  return last >= since || open.includes(order.state)
}

function rungOf({ zone }: SupervisionRoom, order: OrderRow): LadderOrder {
  const { id, level, state, answer_by, closed_at } = order
  return {
    id,
    level,
    state,
    answerBy: answer_by === null ? null : plainDate(answer_by),
    closedOn: closed_at === null ? null : localMoment(closed_at.getTime(), zone.utcOffsetMinutes).date,
  }
}

/** The end of the day by which a draft of today is to be issued. */
function issueDay({ zone, lights }: SupervisionRoom, on: PlainDate): Result<Date, 'calendar-not-published'> {
  const due = dueDate(zone.calendar, on, lights.orders.issueWithin.value)
  if (!due.ok) return due
  const end = { date: due.value.due, minuteOfDay: 24 * 60 - 1 }
  return accept(new Date(instantOf(end, zone.utcOffsetMinutes)))
}
