/**
 * Who is reminded of a step: the owner of the project, or those who review for the authority that works on it.
 */

import { sql } from 'kysely'
import type { Database } from '../../platform/database/database.ts'
import type { BoardRow } from '../board/board.ts'
import type { StoredRow } from '../board/board-rows.ts'

/** Somebody who can be reminded. */
export interface ReminderRecipient {
  readonly id: string
  readonly name: string
  readonly role: 'applicant' | 'authority'
}

/** A project at risk with the row it came from. */
export interface AtRisk {
  readonly row: BoardRow & { readonly risk: NonNullable<BoardRow['risk']> }
  readonly stored: StoredRow
}

/** The recipients of each project, by its id. */
export async function findRecipientsOf(
  database: Database,
  projects: readonly AtRisk[],
): Promise<ReadonlyMap<string, readonly ReminderRecipient[]>> {
  const owners = await namesOf(
    database,
    projects.map(({ stored }) => stored.ownerId),
  )
  const lanes = projects.flatMap((project) => laneInCourt(project) ?? [])
  const officers = await officersOf(database, lanes)
  return new Map(
    projects.map((project) => {
      const lane = laneInCourt(project)
      const { id, ownerId } = project.stored
      const owner = { id: ownerId, name: owners.get(ownerId) ?? '', role: 'applicant' as const }
      return [id, lane === undefined ? [owner] : (officers.get(lane) ?? [])]
    }),
  )
}

/** The authority whose turn it is; undefined where the applicant moves, or has to make a third party move. */
function laneInCourt({ row, stored }: AtRisk): string | undefined {
  if (row.risk.court !== 'authority') return undefined
  return stored.gates.find(({ step }) => step === row.risk.step)?.lane
}

async function namesOf(database: Database, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from person where id = any(${[...new Set(ids)]}::uuid[])`.execute(database)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

async function officersOf(
  database: Database,
  lanes: readonly string[],
): Promise<ReadonlyMap<string, readonly ReminderRecipient[]>> {
  if (lanes.length === 0) return new Map()
  const { rows } = await sql<{ lane: string; id: string; name: string }>`
    select distinct member.authority as lane, person.id, person.name
    from authority_membership member join person on person.id = member.person_id
      join role_grant held on held.person_id = person.id and held.role = 'reviewer'
        and held.confirmed_at is not null and held.revoked_at is null
    where member.ended_at is null and member.authority = any(${[...new Set(lanes)]}::text[])
    order by lane, person.name, person.id`.execute(database)
  const byLane = new Map<string, ReminderRecipient[]>()
  for (const { lane, id, name } of rows)
    byLane.set(lane, [...(byLane.get(lane) ?? []), { id, name, role: 'authority' }])
  return byLane
}
