/**
 * Inspections in a list, and what one may be opened with; for a partner, what they are invited to.
 */

import type { RouteOutput } from '@guanjia/contract/route'
import type { listInspections, listInvitations } from '@guanjia/contract/supervision'
import type { Principal } from '@guanjia/core/access'
import { sql } from 'kysely'
import type { Language } from '../../board/light-words.ts'
import { dayOf, type SupervisionRoom } from '../../supervision-ports.ts'
import { supervisionTables } from '../../supervision-tables.ts'
import { unitsOf } from '../../tasks/task-view.ts'
import { figuresOfAll } from '../inspection-figures.ts'
import { type InspectionRow, runningInvitations } from '../inspection-store.ts'
import { findSupervisors } from '../open-inspection.ts'

type Listing = RouteOutput<typeof listInspections>
type Row = Listing['inspections'][number]

/** Every inspection, the newest first. */
export async function listAllInspections(room: SupervisionRoom, language: Language): Promise<Listing> {
  const rows = await supervisionTables(room.database)
    .selectFrom('inspection')
    .selectAll()
    .orderBy('opened_at', 'desc')
    .limit(200)
    .execute()
  const { source, mark } = room.inspections
  return {
    inspections: await shownInspections(room, rows, language),
    choices: await readChoices(room, language),
    source,
    mark,
  }
}

/** Inspections with their figures of today: of a signed one too, whose tasks go on. */
export async function shownInspections(
  room: SupervisionRoom,
  rows: readonly InspectionRow[],
  language: Language,
): Promise<Row[]> {
  const ids = rows.map(({ id }) => id)
  const figures = await figuresOfAll(room.database, ids, dayOf(room, room.clock.now()))
  return await Promise.all(
    rows.map(async (row) => {
      const counted = figures.get(row.id)
      if (counted === undefined) throw new Error('an inspection was not counted')
      return {
        id: row.id,
        number: row.number,
        name: row.name,
        state: row.state,
        from: row.from_day,
        until: row.until_day,
        figures: counted,
        partners: await partnersIn(room, row.id, language),
      }
    }),
  )
}

async function partnersIn(
  room: SupervisionRoom,
  inspectionId: string,
  language: Language,
): Promise<string[]> {
  const invited = await runningInvitations(room, { inspectionId })
  return [...new Set(invited.map(({ organisation }) => partnerName(room, organisation, language)))]
}

/** What a partner organisation is called; its id where the content lists none of that id any more. */
export function partnerName({ partners }: SupervisionRoom, organisation: string, language: Language): string {
  return partners.partners.find(({ id }) => id === organisation)?.name[language] ?? organisation
}

async function readChoices(room: SupervisionRoom, language: Language): Promise<Listing['choices']> {
  const projects = await supervisionTables(room.database)
    .selectFrom('supervised_project')
    .select(['id', 'name', 'park'])
    .orderBy('number')
    .execute()
  const staff = await findSupervisors(room.database)
  return {
    projects: projects.map(({ id, name }) => ({ id, name })),
    parks: [...new Set(projects.map(({ park }) => park))],
    units: unitsOf(room, language),
    members: await namesOf(room, staff),
    checklists: room.inspections.checklists.map(({ id, name, items }) => ({
      id,
      name: name[language],
      items,
    })),
  }
}

/** People by id with their names, in the order of the ids. */
export async function namesOf({ database }: SupervisionRoom, ids: readonly string[]) {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from person where id = any(${[...ids]}::uuid[])`.execute(database)
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? [])
}

/** What somebody is invited to at this moment. */
export async function listInvitationsOf(
  room: SupervisionRoom,
  principal: Principal,
  language: Language,
): Promise<RouteOutput<typeof listInvitations>> {
  if (principal.kind !== 'person') return { invitations: [] }
  const all = await runningInvitations(room, { personId: principal.id })
  const running = all.filter(({ organisation }) => organisation === principal.partner)
  if (running.length === 0) return { invitations: [] }
  const rows = await supervisionTables(room.database)
    .selectFrom('inspection')
    .select(['id', 'number', 'name'])
    .where(
      'id',
      'in',
      running.map(({ inspectionId }) => inspectionId),
    )
    .execute()
  return {
    invitations: running.flatMap(({ inspectionId, organisation, until }) => {
      const row = rows.find(({ id }) => id === inspectionId)
      const name = partnerName(room, organisation, language)
      return row === undefined ? [] : [{ ...row, organisation: name, until }]
    }),
  }
}
