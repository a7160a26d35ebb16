/**
 * The board and its projects over the wire.
 */

import type { RouteInput } from '@guanjia/contract/route'
import * as contract from '@guanjia/contract/supervision'
import { plainDate } from '@guanjia/core/calendar'
import { accept } from '@guanjia/core/kernel'
import { authorityWording } from '../../cases/index.ts'
import { findMissing, signProjects } from '../enrolment/enrol-commands.ts'
import { act, dayOf, type SupervisionRoom } from '../supervision-ports.ts'
import { supervisionTables } from '../supervision-tables.ts'
import { countLights, filteredRows, readRows } from './light-board.ts'
import type { Language } from './light-words.ts'
import { findUnit, stateToLight } from './statements.ts'
import { readSupervisedView } from './supervised-view.ts'

/** Refusals of whatever tells lights. */
export const untold = { 'calendar-not-published': 503, 'rule-not-in-force': 503 } as const

/** Answers the routes of the board. */
export function implementBoardRoutes(room: SupervisionRoom): void {
  const { implement, clock } = room
  implement(
    contract.readLights,
    ({ query, language }) => boardView(room, { query, language, now: clock.now() }),
    untold,
  )
  implement(
    contract.readSupervised,
    ({ params, principal, language }) =>
      readSupervisedView(room, { id: params.id, principal, language, now: clock.now() }),
    { ...untold, 'supervised-unknown': 404 },
  )
  implement(
    contract.signProjects,
    (input) =>
      act(room, { name: 'supervision.sign-projects', subject: 'signing', input }, (context) =>
        signProjects(room, context, input.body),
      ),
    { ...untold, 'unit-unknown': 422, 'day-ahead': 422, 'plans-out-of-order': 422 },
  )
  implementStatements(room)
  implement(contract.readReconciliation, async () => accept(await reconcile(room)), {})
}

/** A unit reads the pressing lights of its own projects, and says what it has to say. */
function implementStatements(room: SupervisionRoom): void {
  const { implement, clock, database } = room
  implement(
    contract.listOwnLights,
    async ({ principal, language }) => {
      const now = clock.now()
      const rows = await readRows(room, { on: dayOf(room, now), now, language })
      if (!rows.ok) return rows
      const own = principal.kind === 'person' ? principal.authorities : []
      const pressing = rows.value.filter(({ light }) => light === 'amber' || light === 'red')
      return accept({ rows: pressing.filter(({ unit }) => own.includes(unit)) })
    },
    untold,
  )
  implement(
    contract.stateToLight,
    (input) =>
      act(room, { name: 'supervision.state-to-light', subject: input.params.id, input }, (context) =>
        stateToLight(room, context, { ...input.params, ...input.body }),
      ),
    { ...untold, 'supervised-unknown': 404, 'node-unknown': 404, 'light-is-calm': 409 },
    async ({ params }) => {
      const unit = await findUnit(database, params.id)
      return unit === undefined ? undefined : { authorities: [unit] }
    },
  )
}

interface BoardQuestion {
  readonly query: RouteInput<typeof contract.readLights>['query']
  readonly language: Language
  readonly now: Date
}

async function boardView(room: SupervisionRoom, { query, language, now }: BoardQuestion) {
  const { lights, zone, database } = room
  const { on: asked, ...filter } = query
  const on = asked === undefined ? dayOf(room, now) : plainDate(asked)
  const rows = await readRows(room, { on, now, language })
  if (!rows.ok) return rows
  const rule = lights.rules.find(({ id }) => id === lights.inForce)
  const units = [...new Set(rows.value.map(({ unit }) => unit))]
  return accept({
    on,
    rule: {
      id: lights.inForce,
      name: rule?.name[language] ?? lights.inForce,
      source: rule?.source ?? '',
      mark: rule?.mark ?? 'U',
    },
    counts: countLights(rows.value),
    rows: filteredRows(rows.value, filter),
    units: units.map((id) => ({ id, name: authorityWording(zone.zone, id)[language] ?? id })),
    parks: [...new Set(rows.value.map(({ park }) => park))].toSorted(),
    missing: (await findMissing(room, database)).length,
    lastRedClosed: await lastClosed(room),
  })
}

async function reconcile(room: SupervisionRoom) {
  const missing = await findMissing(room, room.database)
  return {
    ...(await countBoth(room)),
    missing: missing.map(({ contract: number, project, company, square_metres, supplied_on }) => ({
      contract: number,
      project,
      company,
      squareMetres: Number(square_metres),
      suppliedOn: supplied_on,
    })),
  }
}

async function lastClosed({ database, zone }: SupervisionRoom): Promise<string | null> {
  const row = await supervisionTables(database)
    .selectFrom('supervision_order')
    .select(({ fn }) => fn.max('closed_at').as('at'))
    .executeTakeFirst()
  const at = row?.at ?? null
  return at === null ? null : dayOf({ zone }, at)
}

async function countBoth({ database, lights }: SupervisionRoom) {
  const tables = supervisionTables(database)
  const [contracts, supervised] = await Promise.all([
    tables
      .selectFrom('land_supply')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('use', 'in', lights.enrolment.uses)
      .executeTakeFirstOrThrow(),
    tables
      .selectFrom('supervised_project')
      .select(({ fn }) => fn.count<number>('land_contract').as('count'))
      .executeTakeFirstOrThrow(),
  ])
  return { contracts: Number(contracts.count), supervised: Number(supervised.count) }
}
