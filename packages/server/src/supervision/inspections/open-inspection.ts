/**
 * Opening a joint inspection.
 */

import { accept, type Result, refuse } from '@guanjia/core/kernel'
import { type InspectionScope, isEmptyScope } from '@guanjia/core/supervision'
import { sql } from 'kysely'
import { type AccessTables, findHolders } from '../../access/index.ts'
import { authorityWording } from '../../cases/index.ts'
import type { CommandContext } from '../../platform/commands/command.ts'
import type { Database } from '../../platform/database/database.ts'
import { dayOf, personOf, type SupervisionRoom, yearOf } from '../supervision-ports.ts'
import { supervisionTables } from '../supervision-tables.ts'

/** An inspection as it is opened. */
export interface NewInspection {
  readonly name: string
  readonly purpose: string
  readonly basis: string
  readonly scope: InspectionScope
  readonly from: string
  readonly until: string
  readonly members: readonly string[]
  readonly items: readonly string[]
}

type OpeningRefusal =
  | 'period-ends-before-it-begins'
  | 'period-over-already'
  | 'scope-empty'
  | 'supervised-unknown'
  | 'unit-unknown'
  | 'park-unknown'
  | 'member-not-of-supervision'

/** Opens it. */
export async function openInspection(
  room: SupervisionRoom,
  context: CommandContext,
  wanted: NewInspection,
): Promise<Result<{ id: string; number: string }, OpeningRefusal>> {
  const sound = await checkOpening(room, context, wanted)
  if (!sound.ok) return sound
  const { tx, now, record, emit, commit } = context
  const { rows } = await sql<{ next: string }>`select nextval('inspection_number') as next`.execute(tx)
  const id = room.newId()
  const number = `LJ${yearOf(room, now)}-${String(rows[0]?.next).padStart(4, '0')}`
  await writeInspection(room, context, { id, number, wanted })
  const { scope, from, until, members, items } = wanted
  record({
    act: 'supervision.inspection-opened',
    subject: id,
    body: {
      number,
      from,
      until,
      items: items.length,
      projects: [...scope.projects],
      units: [...scope.units],
      members: members.map(commit),
      purpose: commit(wanted.purpose),
    },
  })
  emit({ type: 'supervision.inspection-moved', subject: id, body: { act: 'open' } })
  return accept({ id, number })
}

async function writeInspection(
  room: SupervisionRoom,
  context: CommandContext,
  { id, number, wanted }: { readonly id: string; readonly number: string; readonly wanted: NewInspection },
): Promise<void> {
  const tables = supervisionTables(context.tx)
  const { name, purpose, basis, scope, from, until, members, items } = wanted
  await tables
    .insertInto('inspection')
    .values({
      id,
      number,
      name,
      purpose,
      basis,
      scope: JSON.stringify(scope),
      from_day: from,
      until_day: until,
      member_ids: [...new Set(members)],
      opened_by: personOf(context),
      opened_at: context.now,
      state: 'running',
      conclusion: null,
      reported_by: null,
      reported_at: null,
      signed_by: null,
      signed_at: null,
      figures: null,
      returned_by: null,
      returned_at: null,
      return_reason: null,
      sealed: null,
    })
    .execute()
  const blank = { result: null, note: null, checked_by: null, checked_at: null }
  await tables
    .insertInto('inspection_item')
    .values(items.map((text, at) => ({ id: room.newId(), inspection_id: id, place: at + 1, text, ...blank })))
    .execute()
}

async function checkOpening(
  room: SupervisionRoom,
  { tx, now }: CommandContext,
  { from, until, scope, members }: NewInspection,
): Promise<Result<undefined, OpeningRefusal>> {
  if (until < from) return refuse('period-ends-before-it-begins')
  if (until < dayOf(room, now)) return refuse('period-over-already')
  if (isEmptyScope(scope)) return refuse('scope-empty')
  const unit = scope.units.find((id) => authorityWording(room.zone.zone, id)['zh-CN'] === id)
  if (unit !== undefined) return refuse('unit-unknown', { unit })
  const known = await readSupervised(tx)
  if (!scope.projects.every((id) => known.some((one) => one.id === id))) return refuse('supervised-unknown')
  const park = scope.parks.find((name) => !known.some((one) => one.park === name))
  if (park !== undefined) return refuse('park-unknown', { park })
  const staff = await findSupervisors(tx)
  return members.every((id) => staff.includes(id)) ? accept(undefined) : refuse('member-not-of-supervision')
}

function readSupervised(database: Database) {
  return supervisionTables(database).selectFrom('supervised_project').select(['id', 'park']).execute()
}

/** Whoever holds a duty of supervision. */
export async function findSupervisors(database: Database): Promise<readonly string[]> {
  const access = database.withTables<AccessTables>()
  const holders = [
    ...(await findHolders(access, 'supervisor')),
    ...(await findHolders(access, 'supervisor-lead')),
  ]
  return [...new Set(holders)]
}
