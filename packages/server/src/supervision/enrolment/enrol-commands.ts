/**
 * How projects come under supervision: many at once by a signing, or one by one because they were given land for industry.
 */

import { accept, type Result, refuse } from '@guanjia/core/kernel'
import { sql } from 'kysely'
import { authorityWording } from '../../cases/index.ts'
import type { CommandContext } from '../../platform/commands/command.ts'
import type { Database } from '../../platform/database/database.ts'
import { type LightRefusal, look } from '../nodes/light-look.ts'
import { dayOf, personOf, type SupervisionRoom, yearOf } from '../supervision-ports.ts'
import { type SupervisionTables, supervisionTables } from '../supervision-tables.ts'

/** A project as a signing brings it. */
export interface SignedProject {
  readonly name: string
  readonly company: string
  readonly sector: string
  readonly park: string
  readonly unit: string
  readonly landSquareMetres: number
  /** planned days after the signing */
  readonly plans: { readonly land: string; readonly start: string; readonly completion: string }
}

/** A signing. */
export interface Signing {
  readonly on: string
  readonly document: string
  readonly projects: readonly SignedProject[]
}

type SigningRefusal = 'unit-unknown' | 'day-ahead' | 'plans-out-of-order' | LightRefusal

/** Records a signing: every project enters at the node of signing, done on that day. */
export async function signProjects(
  room: SupervisionRoom,
  context: CommandContext,
  { on, document, projects }: Signing,
): Promise<Result<{ projects: { id: string; number: string }[] }, SigningRefusal>> {
  const today = dayOf(room, context.now)
  if (on > today) return refuse('day-ahead', { on })
  for (const project of projects) {
    const fault = faultOf(room, on, project)
    if (fault !== undefined) return fault
  }
  const by = personOf(context)
  const entered: { id: string; number: string }[] = []
  for (const { plans, landSquareMetres, ...project } of projects) {
    const one = await enrol(room, context, {
      ...project,
      land_square_metres: String(landSquareMetres),
      land_contract: null,
      enrolled_by: 'signing',
    })
    entered.push(one)
    await keepPlans(room, context, { id: one.id, by, document, plans: { signing: on, ...plans } })
    await supervisionTables(context.tx)
      .insertInto('supervised_done')
      .values({
        supervised_id: one.id,
        node: 'signing',
        on_day: on,
        recorded_on: today,
        document,
        recorded_by: by,
        recorded_at: context.now,
      })
      .execute()
  }
  const ids = entered.map(({ id }) => id)
  const shown = await look(room, context, ids)
  if (!shown.ok) return shown
  context.record({
    act: 'supervision.projects-signed',
    subject: context.correlationId,
    body: { on, projects: ids, document: context.commit(document) },
  })
  return accept({ projects: entered })
}

function faultOf({ zone }: SupervisionRoom, on: string, { unit, plans }: SignedProject) {
  if (authorityWording(zone.zone, unit)['zh-CN'] === unit) return refuse('unit-unknown', { unit })
  const { land, start, completion } = plans
  return on <= land && land <= start && start <= completion ? undefined : refuse('plans-out-of-order')
}

type NewProject = Omit<
  SupervisionTables['supervised_project'],
  'id' | 'number' | 'rule' | 'project_id' | 'enrolled_at'
>

async function enrol(room: SupervisionRoom, { tx, now, record }: CommandContext, project: NewProject) {
  const id = room.newId()
  const { rows } = await sql<{ next: string }>`select nextval('supervised_project_number') as next`.execute(
    tx,
  )
  const number = `JD${yearOf(room, now)}-${String(rows[0]?.next).padStart(4, '0')}`
  await supervisionTables(tx)
    .insertInto('supervised_project')
    .values({ id, number, rule: room.lights.inForce, project_id: null, enrolled_at: now, ...project })
    .execute()
  record({ act: 'supervision.enrolled', subject: id, body: { number, by: project.enrolled_by } })
  return { id, number }
}

interface FirstPlans {
  readonly id: string
  readonly by: string | null
  readonly document: string
  /** planned day by node */
  readonly plans: Readonly<Record<string, string | null>>
}

async function keepPlans(
  room: SupervisionRoom,
  { tx, now }: CommandContext,
  { id, by, document, plans }: FirstPlans,
): Promise<void> {
  const known = Object.entries(plans).filter((entry): entry is [string, string] => entry[1] !== null)
  await supervisionTables(tx)
    .insertInto('supervised_plan')
    .values(
      known.map(([node, on]) => ({
        id: room.newId(),
        supervised_id: id,
        node,
        on_day: on,
        decided_on: null,
        document,
        recorded_by: by,
        recorded_at: now,
      })),
    )
    .execute()
}

/** Land contracts for industry that no supervised project has. */
export async function findMissing({ lights }: SupervisionRoom, database: Database) {
  return await supervisionTables(database)
    .selectFrom('land_supply')
    .selectAll()
    .where('use', 'in', lights.enrolment.uses)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('supervised_project')
            .select('id')
            .whereRef('supervised_project.land_contract', '=', 'land_supply.contract'),
        ),
      ),
    )
    .orderBy('supplied_on')
    .execute()
}

/**
 * Enrols what the register of land contracts has and supervision has not: a project of the same name and company that came by
 * a signing gets its contract, any other one is new.
 */
export async function enrolMissing(
  room: SupervisionRoom,
  context: CommandContext,
): Promise<Result<{ enrolled: number }, LightRefusal>> {
  const missing = await findMissing(room, context.tx)
  for (const land of missing) await enrolLand(room, context, land)
  const shown = await look(room, context)
  return shown.ok ? accept({ enrolled: missing.length }) : shown
}

/** The signed project that the contract is for; of two phases under one name, the one signed first. */
async function takeSigned({ tx }: CommandContext, land: SupervisionTables['land_supply']) {
  const tables = supervisionTables(tx)
  const signed = await tables
    .selectFrom('supervised_project')
    .select('id')
    .where('name', '=', land.project)
    .where('company', '=', land.company)
    .where('land_contract', 'is', null)
    .orderBy('enrolled_at')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
  if (signed !== undefined)
    await tables
      .updateTable('supervised_project')
      .set({ land_contract: land.contract })
      .where('id', '=', signed.id)
      .execute()
  return signed
}

async function enrolLand(
  room: SupervisionRoom,
  context: CommandContext,
  land: SupervisionTables['land_supply'],
): Promise<void> {
  const tables = supervisionTables(context.tx)
  const signed = await takeSigned(context, land)
  const { id } =
    signed ??
    (await enrol(room, context, {
      name: land.project,
      company: land.company,
      sector: land.sector,
      park: land.park,
      unit: room.lights.enrolment.unit,
      land_square_metres: land.square_metres,
      land_contract: land.contract,
      enrolled_by: 'land-supply',
    }))
  if (signed === undefined)
    await keepPlans(room, context, {
      id,
      by: null,
      document: land.contract,
      plans: { land: land.supplied_on, start: land.start_by, completion: land.complete_by },
    })
  const today = dayOf(room, context.now)
  await tables
    .insertInto('supervised_done')
    .values({
      supervised_id: id,
      node: 'land',
      on_day: land.supplied_on,
      // a contract may be registered before the day it names
      recorded_on: land.supplied_on > today ? land.supplied_on : today,
      document: land.contract,
      recorded_by: null,
      recorded_at: context.now,
    })
    .onConflict((conflict) => conflict.columns(['supervised_id', 'node']).doNothing())
    .execute()
}
