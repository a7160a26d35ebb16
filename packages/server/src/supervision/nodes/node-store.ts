/**
 * The facts of the nodes of supervised projects as they are kept.
 */

import { plainDate } from '@guanjia/core/calendar'
import type { NodeFacts, NodePause } from '@guanjia/core/supervision'
import type { Database } from '../../platform/database/database.ts'
import type { SupervisionRoom } from '../supervision-ports.ts'
import { type SupervisionTables, supervisionTables } from '../supervision-tables.ts'

type PauseRow = SupervisionTables['supervised_pause']

/** Nodes by project, each project's in the order of the zone. */
export type NodesOfProjects = ReadonlyMap<string, readonly NodeFacts[]>

/** Reads the facts of these projects, or of all. */
export async function readNodes(
  { lights }: SupervisionRoom,
  database: Database,
  ids?: readonly string[],
): Promise<NodesOfProjects> {
  const [plans, done, pauses, progress] = await readFacts(database, ids)
  const [plansOf, doneOf, pausesOf, progressOf] = [
    byNode(plans),
    byNode(done),
    byNode(pauses),
    byNode(progress),
  ]
  const projects = new Set(plans.map(({ supervised_id }) => supervised_id))
  return new Map(
    [...projects].map((id) => [
      id,
      lights.nodes.map(({ id: node }): NodeFacts => {
        const key = `${id} ${node}`
        const [finished] = doneOf.get(key) ?? []
        return {
          node,
          plans: (plansOf.get(key) ?? []).map(({ on_day: on, decided_on: decidedOn, document }) => ({
            on: plainDate(on),
            ...(decidedOn === null ? {} : { decidedOn: plainDate(decidedOn) }),
            document,
          })),
          ...(finished === undefined
            ? {}
            : { done: { on: plainDate(finished.on_day), recordedOn: plainDate(finished.recorded_on) } }),
          pauses: (pausesOf.get(key) ?? []).map(pauseOf),
          progress: (progressOf.get(key) ?? []).map(({ on_day: on, planned, actual }) => ({
            on: plainDate(on),
            planned: Number(planned),
            actual: Number(actual),
          })),
        }
      }),
    ]),
  )
}

interface OfNode {
  readonly supervised_id: string
  readonly node: string
}

function byNode<Row extends OfNode>(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const grouped = new Map<string, Row[]>()
  for (const row of rows) {
    const key = `${row.supervised_id} ${row.node}`
    const group = grouped.get(key)
    if (group === undefined) grouped.set(key, [row])
    else group.push(row)
  }
  return grouped
}

function pauseOf({
  from_day: from,
  until_day: until,
  consented,
  answered_on,
  document,
}: PauseRow): NodePause {
  return {
    from: plainDate(from),
    ...(until === null ? {} : { until: plainDate(until) }),
    ...(consented === true && answered_on !== null ? { consentedOn: plainDate(answered_on) } : {}),
    document,
  }
}

function readFacts(database: Database, ids: readonly string[] | undefined) {
  const tables = supervisionTables(database)
  return Promise.all([
    tables
      .selectFrom('supervised_plan')
      .selectAll()
      .$if(ids !== undefined, (query) => query.where('supervised_id', 'in', ids ?? []))
      .orderBy('recorded_at')
      .orderBy('id')
      .execute(),
    tables
      .selectFrom('supervised_done')
      .selectAll()
      .$if(ids !== undefined, (query) => query.where('supervised_id', 'in', ids ?? []))
      .execute(),
    tables
      .selectFrom('supervised_pause')
      .selectAll()
      .$if(ids !== undefined, (query) => query.where('supervised_id', 'in', ids ?? []))
      .orderBy('asked_at')
      .execute(),
    tables
      .selectFrom('supervised_progress')
      .selectAll()
      .$if(ids !== undefined, (query) => query.where('supervised_id', 'in', ids ?? []))
      .execute(),
  ])
}
