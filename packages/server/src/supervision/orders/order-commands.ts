/**
 * Issuing, answering and closing orders.
 */

import { accept, filled, type Result, refuse } from '@guanjia/core/kernel'
import { mayBeIssuedAt, type OrderLevel } from '@guanjia/core/supervision'
import type { Selectable } from 'kysely'
import type { CommandContext } from '../../platform/commands/command.ts'
import type { Database } from '../../platform/database/database.ts'
import { dayOf, personOf, type SupervisionRoom } from '../supervision-ports.ts'
import { type SupervisionTables, supervisionTables } from '../supervision-tables.ts'

type Order = Selectable<SupervisionTables['supervision_order']>

/** An order as it goes out. */
export interface OrderIssue {
  readonly orderId: string
  readonly level: OrderLevel
  readonly words: string
  readonly answerBy: string
}

/** Issues a drafted order; a sharper level only where the one before it was not enough. */
export async function issueOrder(
  room: SupervisionRoom,
  context: CommandContext,
  { orderId, level, words, answerBy }: OrderIssue,
): Promise<
  Result<{ number: string }, 'order-unknown' | 'order-issued' | 'answer-day-passed' | 'level-skipped'>
> {
  const { tx, now, emit, record, commit } = context
  const order = await lockOrder(tx, orderId)
  if (order === undefined) return refuse('order-unknown')
  if (order.state !== 'drafted') return refuse('order-issued')
  if (answerBy <= dayOf(room, now)) return refuse('answer-day-passed')
  if (!mayBeIssuedAt(level, await levelsIssued(tx, order))) return refuse('level-skipped')
  const filledWords = filled(words, { answerBy })
  await supervisionTables(tx)
    .updateTable('supervision_order')
    .set({
      state: 'issued',
      level,
      words: filledWords,
      answer_by: answerBy,
      issued_by: personOf(context),
      issued_at: now,
    })
    .where('id', '=', orderId)
    .execute()
  record({
    act: 'supervision.order-issued',
    subject: orderId,
    body: { level, answerBy, words: commit(filledWords) },
  })
  emit({ type: 'supervision.order-issued', subject: order.supervised_id, body: { orderId, level } })
  return accept({ number: order.number })
}

/** The levels of the orders that have gone out for a node. */
async function levelsIssued(tx: Database, { supervised_id, node }: Order): Promise<readonly OrderLevel[]> {
  const issued = await supervisionTables(tx)
    .selectFrom('supervision_order')
    .select('level')
    .where('supervised_id', '=', supervised_id)
    .where('node', '=', node)
    .where('issued_at', 'is not', null)
    .execute()
  return issued.map(({ level }) => level)
}

/**
 * Answers an order; a further answer before it is closed takes the place of the first. A late answer still counts until the
 * order of the next rung goes out: its draft lapses.
 */
export async function answerOrder(
  context: CommandContext,
  { orderId, answer }: { readonly orderId: string; readonly answer: string },
): Promise<
  Result<{ state: 'answered' }, 'order-unknown' | 'order-not-issued' | 'order-closed' | 'order-superseded'>
> {
  const { tx, now, emit, record, commit } = context
  const order = await lockOrder(tx, orderId)
  if (order === undefined) return refuse('order-unknown')
  if (order.issued_at === null) return refuse('order-not-issued')
  if (order.state === 'closed') return refuse('order-closed')
  if (order.state === 'superseded' && !(await lapseFollower(tx, orderId))) return refuse('order-superseded')
  await supervisionTables(tx)
    .updateTable('supervision_order')
    .set({ state: 'answered', answer, answered_by: personOf(context), answered_at: now })
    .where('id', '=', orderId)
    .execute()
  record({ act: 'supervision.order-answered', subject: orderId, body: { answer: commit(answer) } })
  emit({ type: 'supervision.order-answered', subject: order.supervised_id, body: { orderId } })
  return accept({ state: 'answered' })
}

/** Whether the order that was to follow could be taken back: it was a draft still. */
async function lapseFollower(tx: Database, orderId: string): Promise<boolean> {
  const lapsed = await supervisionTables(tx)
    .updateTable('supervision_order')
    .set({ state: 'lapsed' })
    .where('follows_id', '=', orderId)
    .where('state', '=', 'drafted')
    .returning('id')
    .executeTakeFirst()
  return lapsed !== undefined
}

/** Closes an answered order; the table of permissions keeps its issuer from it. */
export async function closeOrder(
  context: CommandContext,
  { orderId, finding }: { readonly orderId: string; readonly finding: string },
): Promise<
  Result<{ state: 'closed' }, 'order-unknown' | 'order-not-answered' | 'order-closed' | 'order-superseded'>
> {
  const { tx, now, emit, record, commit } = context
  const order = await lockOrder(tx, orderId)
  if (order === undefined) return refuse('order-unknown')
  if (order.state === 'closed') return refuse('order-closed')
  if (order.state === 'superseded') return refuse('order-superseded')
  if (order.state !== 'answered') return refuse('order-not-answered')
  await supervisionTables(tx)
    .updateTable('supervision_order')
    .set({ state: 'closed', finding, closed_by: personOf(context), closed_at: now })
    .where('id', '=', orderId)
    .execute()
  record({ act: 'supervision.order-closed', subject: orderId, body: { finding: commit(finding) } })
  emit({ type: 'supervision.order-closed', subject: order.supervised_id, body: { orderId } })
  return accept({ state: 'closed' })
}

function lockOrder(tx: Database, orderId: string): Promise<Order | undefined> {
  return supervisionTables(tx)
    .selectFrom('supervision_order')
    .selectAll()
    .where('id', '=', orderId)
    .forUpdate()
    .executeTakeFirst()
}

/** Who issued an order, and which authority it went to. */
export async function findOrderPeople(database: Database, orderId: string) {
  const order = await supervisionTables(database)
    .selectFrom('supervision_order')
    .innerJoin('supervised_project', 'supervised_project.id', 'supervision_order.supervised_id')
    .select(['issued_by', 'unit'])
    .where('supervision_order.id', '=', orderId)
    .executeTakeFirst()
  if (order === undefined) return undefined
  const { issued_by: issuedBy, unit } = order
  return { authorities: [unit], ...(issuedBy === null ? {} : { proposedById: issuedBy }) }
}

/** What is decided on a suggested lead. */
export interface SuggestionDecision {
  readonly supervisedId: string
  readonly node: string
  readonly decision: 'lead' | 'none'
  readonly reason: string
}

/** Decides on a suggested lead: a person does, and says why. */
export async function decideSuggestion(
  context: CommandContext,
  { supervisedId, node, decision, reason }: SuggestionDecision,
): Promise<Result<{ decision: 'lead' | 'none' }, 'suggestion-unknown' | 'suggestion-decided'>> {
  const { tx, now, emit, record, commit } = context
  const tables = supervisionTables(tx)
  const suggestion = await tables
    .selectFrom('lead_suggestion')
    .innerJoin('supervised_project', 'supervised_project.id', 'lead_suggestion.supervised_id')
    .select(['decision', 'name'])
    .where('supervised_id', '=', supervisedId)
    .where('node', '=', node)
    .forUpdate('lead_suggestion')
    .executeTakeFirst()
  if (suggestion === undefined) return refuse('suggestion-unknown')
  if (suggestion.decision !== null) return refuse('suggestion-decided')
  await tables
    .updateTable('lead_suggestion')
    .set({ decision, reason, decided_by: personOf(context), decided_at: now })
    .where('supervised_id', '=', supervisedId)
    .where('node', '=', node)
    .execute()
  emit({
    type: 'supervision.suggestion-decided',
    subject: supervisedId,
    body: { node, decision, project: suggestion.name },
  })
  record({
    act: 'supervision.suggestion-decided',
    subject: supervisedId,
    body: { node, decision, reason: commit(reason) },
  })
  return accept({ decision })
}
