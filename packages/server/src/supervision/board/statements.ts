/**
 * What units say to the lights of their projects.
 */

import { accept, type Result, refuse } from '@guanjia/core/kernel'
import type { Light } from '@guanjia/core/supervision'
import type { CommandContext } from '../../platform/commands/command.ts'
import type { Database } from '../../platform/database/database.ts'
import { type LightRefusal, lightsOf } from '../nodes/light-look.ts'
import { dayOf, personOf, type SupervisionRoom } from '../supervision-ports.ts'
import { supervisionTables } from '../supervision-tables.ts'

/** A statement of a unit. */
export interface LightStatement {
  readonly id: string
  readonly node: string
  readonly words: string
}

/** States something to an amber or red light; there is nothing to say to a calm one. */
export async function stateToLight(
  room: SupervisionRoom,
  context: CommandContext,
  { id, node, words }: LightStatement,
): Promise<Result<{ light: Light }, 'supervised-unknown' | 'node-unknown' | 'light-is-calm' | LightRefusal>> {
  const { tx, now, record, emit, commit } = context
  const unit = await findUnit(tx, id)
  if (unit === undefined) return refuse('supervised-unknown')
  const shown = await lightsOf(room, tx, { on: dayOf(room, now), ids: [id] })
  if (!shown.ok) return shown
  const light = shown.value.get(id)?.nodes.find((one) => one.node === node)?.light
  if (light === undefined) return refuse('node-unknown')
  if (light !== 'amber' && light !== 'red') return refuse('light-is-calm')
  await supervisionTables(tx)
    .insertInto('light_statement')
    .values({ supervised_id: id, node, light, unit, words, by_person: personOf(context), at: now })
    .execute()
  record({ act: 'supervision.light-answered', subject: id, body: { node, light, words: commit(words) } })
  emit({ type: 'supervision.light-answered', subject: id, body: { node, light } })
  return accept({ light })
}

/** The unit that answers for a supervised project. */
export async function findUnit(database: Database, id: string): Promise<string | undefined> {
  const row = await supervisionTables(database)
    .selectFrom('supervised_project')
    .select('unit')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.unit
}

/** The last statement to each light, by project and node. */
export async function lastStatements(database: Database): Promise<ReadonlyMap<string, string>> {
  const rows = await supervisionTables(database)
    .selectFrom('light_statement')
    .distinctOn(['supervised_id', 'node'])
    .select(['supervised_id', 'node', 'words'])
    .orderBy('supervised_id')
    .orderBy('node')
    .orderBy('id', 'desc')
    .execute()
  return new Map(rows.map((row) => [`${row.supervised_id} ${row.node}`, row.words]))
}
