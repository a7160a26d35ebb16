/**
 * Looks at the lights of projects, keeps every change, and drafts an order where one turned red.
 *
 * Whoever records a fact looks in the same transaction, so that the change and its cause are one; a job looks every day,
 * because lights also change by time alone.
 */

import type { PlainDate } from '@guanjia/core/calendar'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import {
  type LightRule,
  type NodeLight,
  type ProjectLights,
  projectLights,
  ruleOn,
} from '@guanjia/core/supervision'
import type { CommandContext } from '../../platform/commands/command.ts'
import { rulesNamed } from '../lights-content.ts'
import { lapseDrafts } from '../orders/order-drafts.ts'
import { climbOrders, type RedLight } from '../orders/order-ladder.ts'
import { dayOf, type Looking, type SupervisionRoom } from '../supervision-ports.ts'
import { supervisionTables } from '../supervision-tables.ts'
import { readNodes } from './node-store.ts'

/** Why lights cannot be told. */
export type LightRefusal = 'calendar-not-published' | 'rule-not-in-force'

/** The version of the zone's rule on a day. */
export function ruleInForce(
  { lights }: SupervisionRoom,
  on: PlainDate,
): Result<LightRule, 'rule-not-in-force'> {
  const rule = ruleOn(rulesNamed(lights, lights.inForce), on)
  return rule === undefined ? refuse('rule-not-in-force') : accept(rule)
}

/** The lights of these projects on a day, by id; of all where no ids are given. */
export async function lightsOf(
  room: SupervisionRoom,
  database: CommandContext['tx'] | SupervisionRoom['database'],
  { on, ids }: { readonly on: PlainDate; readonly ids?: readonly string[] | undefined },
): Promise<Result<ReadonlyMap<string, ProjectLights>, LightRefusal>> {
  const rule = ruleInForce(room, on)
  if (!rule.ok) return rule
  const shown = new Map<string, ProjectLights>()
  for (const [id, nodes] of await readNodes(room, database, ids)) {
    const lights = projectLights(nodes, { rule: rule.value, calendar: room.zone.calendar, on })
    if (!lights.ok) return lights
    shown.set(id, lights.value)
  }
  return accept(shown)
}

/** Looks, keeps what changed, and drafts the orders that are due; the lights of the projects looked at. */
export async function look(
  room: SupervisionRoom,
  context: Looking,
  ids?: readonly string[],
): Promise<Result<ReadonlyMap<string, ProjectLights>, LightRefusal>> {
  const on = dayOf(room, context.now)
  const shown = await lightsOf(room, context.tx, { on, ids })
  if (!shown.ok) return shown
  const before = await lastShown(context, [...shown.value.keys()])
  const reds: RedLight[] = []
  for (const [supervisedId, { nodes }] of shown.value)
    for (const node of nodes) {
      const last = before.get(`${supervisedId} ${node.node}`)
      const since = await shownSince(context, { id: supervisedId, node, last, on })
      if (node.light === 'red') reds.push({ supervisedId, node, since })
    }
  const climbed = await climbOrders(room, context, reds)
  return climbed.ok ? shown : climbed
}

/** The moment from which a node has shown what it shows; a change is kept. */
async function shownSince(
  context: Looking,
  { last, ...seen }: Omit<Changed, 'last'> & { readonly last: LastShown | undefined },
): Promise<Date> {
  if (last?.after === seen.node.light) return last.at
  await keepChange(context, { ...seen, last: last?.after ?? null })
  return context.now
}

interface LastShown {
  readonly after: NodeLight['light']
  readonly at: Date
}

async function lastShown({ tx }: Looking, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, LastShown>()
  const rows = await supervisionTables(tx)
    .selectFrom('light_change')
    .distinctOn(['supervised_id', 'node'])
    .select(['supervised_id', 'node', 'after', 'at'])
    .where('supervised_id', 'in', [...ids])
    .orderBy('supervised_id')
    .orderBy('node')
    .orderBy('id', 'desc')
    .execute()
  return new Map(
    rows.map(({ supervised_id, node, after, at }) => [`${supervised_id} ${node}`, { after, at }]),
  )
}

interface Changed {
  readonly id: string
  readonly node: NodeLight
  readonly last: NodeLight['light'] | null
  readonly on: PlainDate
}

/** A draft that nobody has issued goes with the red light. */
async function keepChange(context: Looking, { id, node, last, on }: Changed): Promise<void> {
  const { light, because } = node
  await supervisionTables(context.tx)
    .insertInto('light_change')
    .values({
      supervised_id: id,
      node: node.node,
      on_day: on,
      before: last,
      after: light,
      because: JSON.stringify(because),
      at: context.now,
    })
    .execute()
  const body = { node: node.node, before: last, after: light, on }
  context.record({ act: 'supervision.light-changed', subject: id, body })
  context.emit({ type: 'supervision.light-changed', subject: id, body })
  if (light !== 'red') await lapseDrafts(context, id, node.node)
}
