/**
 * Recording what is known of a node. The light follows in the same transaction.
 */

import { accept, type Result, refuse } from '@guanjia/core/kernel'
import type { Light } from '@guanjia/core/supervision'
import type { CommandContext } from '../../platform/commands/command.ts'
import type { LateCause } from '../lights-content.ts'
import { dayOf, personOf, type SupervisionRoom } from '../supervision-ports.ts'
import { supervisionTables } from '../supervision-tables.ts'
import { type LightRefusal, look } from './light-look.ts'

/** A node of a supervised project. */
export interface NodeAddress {
  readonly id: string
  readonly node: string
}

type NodeRefusal = 'supervised-unknown' | 'node-unknown' | 'node-done'

/** Locks the project and makes sure that the node is there and, where wanted, not done yet. */
export async function lockNode(
  { lights }: SupervisionRoom,
  { tx }: CommandContext,
  { id, node }: NodeAddress,
): Promise<Result<undefined, NodeRefusal>> {
  const tables = supervisionTables(tx)
  const project = await tables
    .selectFrom('supervised_project')
    .select('id')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (project === undefined) return refuse('supervised-unknown')
  if (!lights.nodes.some((known) => known.id === node)) return refuse('node-unknown')
  const done = await tables
    .selectFrom('supervised_done')
    .select('on_day')
    .where('supervised_id', '=', id)
    .where('node', '=', node)
    .executeTakeFirst()
  return done === undefined ? accept(undefined) : refuse('node-done', { on: done.on_day })
}

/** The light of a node after something was recorded of it. */
export async function lightAfter(
  room: SupervisionRoom,
  context: CommandContext,
  { id, node }: NodeAddress,
): Promise<Result<{ light: Light }, LightRefusal>> {
  const shown = await look(room, context, [id])
  if (!shown.ok) return shown
  const light = shown.value.get(id)?.nodes.find((one) => one.node === node)?.light
  return accept({ light: light ?? 'open' })
}

/** Something with a day and a document. */
export interface DatedFact {
  readonly on: string
  readonly document: string
}

/** Records a changed plan. */
export async function planNode(
  room: SupervisionRoom,
  context: CommandContext,
  { id, node, on, document }: NodeAddress & DatedFact,
): Promise<Result<{ light: Light }, NodeRefusal | LightRefusal>> {
  const free = await lockNode(room, context, { id, node })
  if (!free.ok) return free
  const { tx, now, record, commit } = context
  await supervisionTables(tx)
    .insertInto('supervised_plan')
    .values({
      id: room.newId(),
      supervised_id: id,
      node,
      on_day: on,
      decided_on: dayOf(room, now),
      document,
      recorded_by: personOf(context),
      recorded_at: now,
    })
    .execute()
  record({ act: 'supervision.node-planned', subject: id, body: { node, on, document: commit(document) } })
  return lightAfter(room, context, { id, node })
}

/** Records that a node is done. */
export async function finishNode(
  room: SupervisionRoom,
  context: CommandContext,
  { id, node, on, document }: NodeAddress & DatedFact,
): Promise<Result<{ light: Light }, NodeRefusal | LightRefusal | 'day-ahead'>> {
  const free = await lockNode(room, context, { id, node })
  if (!free.ok) return free
  const { tx, now, record, commit } = context
  const today = dayOf(room, now)
  if (on > today) return refuse('day-ahead', { on })
  await supervisionTables(tx)
    .insertInto('supervised_done')
    .values({
      supervised_id: id,
      node,
      on_day: on,
      recorded_on: today,
      document,
      recorded_by: personOf(context),
      recorded_at: now,
    })
    .execute()
  record({ act: 'supervision.node-finished', subject: id, body: { node, on, document: commit(document) } })
  return lightAfter(room, context, { id, node })
}

/** Progress of a node on a day. */
export interface NodeProgress {
  readonly on: string
  /** points of a hundred, like `actual` */
  readonly planned: number
  readonly actual: number
}

/** Records progress; a day is reported once. */
export async function reportNodeProgress(
  room: SupervisionRoom,
  context: CommandContext,
  { id, node, on, planned, actual }: NodeAddress & NodeProgress,
): Promise<Result<{ light: Light }, NodeRefusal | LightRefusal | 'day-ahead' | 'progress-reported'>> {
  const free = await lockNode(room, context, { id, node })
  if (!free.ok) return free
  const { tx, now, record } = context
  if (on > dayOf(room, now)) return refuse('day-ahead', { on })
  const added = await supervisionTables(tx)
    .insertInto('supervised_progress')
    .values({
      supervised_id: id,
      node,
      on_day: on,
      planned: String(planned),
      actual: String(actual),
      recorded_by: personOf(context),
      recorded_at: now,
    })
    .onConflict((conflict) => conflict.columns(['supervised_id', 'node', 'on_day']).doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows !== 1n) return refuse('progress-reported', { on })
  record({ act: 'supervision.progress-reported', subject: id, body: { node, on, planned, actual } })
  return lightAfter(room, context, { id, node })
}

/** What a node is late through. */
export interface NamedCause {
  readonly cause: LateCause
  readonly note: string
}

/** Records the cause; where the light is red and an authority is the cause, a lead is suggested to a person. */
export async function nameCause(
  room: SupervisionRoom,
  context: CommandContext,
  { id, node, cause, note }: NodeAddress & NamedCause,
): Promise<Result<{ leadSuggested: boolean }, 'supervised-unknown' | 'node-unknown' | LightRefusal>> {
  const free = await lockNode(room, context, { id, node })
  if (!free.ok && free.code !== 'node-done') return refuse(free.code)
  const { tx, now, record, commit } = context
  const tables = supervisionTables(tx)
  await tables
    .insertInto('supervised_cause')
    .values({
      id: room.newId(),
      supervised_id: id,
      node,
      cause,
      note,
      named_by: personOf(context),
      named_at: now,
    })
    .execute()
  record({ act: 'supervision.cause-named', subject: id, body: { node, cause, note: commit(note) } })
  const shown = await lightAfter(room, context, { id, node })
  if (!shown.ok) return shown
  if (cause !== 'authority' || shown.value.light !== 'red') return accept({ leadSuggested: false })
  await suggestLead(context, { id, node })
  return accept({ leadSuggested: true })
}

async function suggestLead({ tx, now, emit }: CommandContext, { id, node }: NodeAddress): Promise<void> {
  const undecided = { decision: null, reason: null, decided_by: null, decided_at: null }
  await supervisionTables(tx)
    .insertInto('lead_suggestion')
    .values({ supervised_id: id, node, suggested_at: now, ...undecided })
    .onConflict((conflict) => conflict.columns(['supervised_id', 'node']).doNothing())
    .execute()
  emit({ type: 'supervision.lead-suggested', subject: id, body: { node } })
}
