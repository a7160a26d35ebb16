/**
 * Stewards and stewardships in the database, as the functions of core take them.
 */

import { plainDate } from '@guanjia/core/calendar'
import type { Stewardship, Team } from '@guanjia/core/projects'
import { sql } from 'kysely'
import type { ProjectsDatabase } from './projects-tables.ts'

/** Whoever holds the duty of a steward, with what they know, have on hand, and when they are away. */
export const teamRows = sql`
  select person.id, person.name,
    bool_or(held.role = 'steward-lead') as "isLeader",
    array(select known.kind from steward_specialty known where known.person_id = person.id
      order by known.kind) as specialties,
    (select count(*)::int from stewardship s where s.steward_id = person.id and s.to_at is null
      and s.duty = 'primary') as "primary",
    (select count(*)::int from stewardship s where s.steward_id = person.id and s.to_at is null
      and s.duty = 'backup') as backup,
    coalesce((select jsonb_agg(jsonb_build_object('from', away.from_on, 'to', away.to_on) order by away.from_on)
      from steward_leave away where away.steward_id = person.id), '[]') as leaves
  from person join role_grant held on held.person_id = person.id and held.role in ('steward', 'steward-lead')
    and held.confirmed_at is not null and held.revoked_at is null
  group by person.id, person.name order by person.name`

/** A member of the team as the database gives it. */
export interface TeamRow {
  readonly id: string
  readonly name: string
  readonly isLeader: boolean
  readonly specialties: string[]
  readonly primary: number
  readonly backup: number
  readonly leaves: readonly { readonly from: string; readonly to: string }[]
}

/** The team as it is now, for choosing: nobody changes a stewardship until the transaction ends. */
export async function loadTeam(tables: ProjectsDatabase): Promise<Team> {
  // choices are made one after another, or two projects would both find the same steward idle
  await sql`select pg_advisory_xact_lock(hashtext('guanjia.stewards'))`.execute(tables)
  const { rows } = await sql<TeamRow>`${teamRows}`.execute(tables)
  return {
    stewards: rows.map(({ id, isLeader, specialties, leaves }) => ({
      id,
      isLeader,
      specialties,
      leaves: leaves.map(({ from, to }) => ({ from: plainDate(from), to: plainDate(to) })),
    })),
    workloads: new Map(rows.map(({ id, primary, backup }) => [id, { primary, backup }])),
  }
}

/** Every stewardship of a project, in the order of their beginning. */
export async function loadStewardships(
  tables: ProjectsDatabase,
  projectId: string,
): Promise<readonly Stewardship[]> {
  const rows = await tables
    .selectFrom('stewardship')
    .select(['steward_id', 'duty', 'from_at', 'to_at', 'reason'])
    .where('project_id', '=', projectId)
    .orderBy('from_at')
    .execute()
  return rows.map(({ steward_id, duty, from_at, to_at, reason }) => ({
    stewardId: steward_id,
    duty,
    from: from_at.getTime(),
    ...(to_at === null ? {} : { to: to_at.getTime() }),
    reason,
  }))
}

/** Writes what a hand-over changed: ends first, so that the constraint of one primary holds at every statement. */
export async function saveHandOver(
  tables: ProjectsDatabase,
  projectId: string,
  change: {
    readonly before: readonly Stewardship[]
    readonly after: readonly Stewardship[]
    readonly newId: () => string
  },
): Promise<void> {
  const { before, after, newId } = change
  const isOpen = ({ to }: Stewardship) => to === undefined
  const ended = after.filter((one, place) => before[place]?.to === undefined && one.to !== undefined)
  for (const { stewardId, duty, to } of ended) {
    await tables
      .updateTable('stewardship')
      .set({ to_at: new Date(to ?? 0) })
      .where('project_id', '=', projectId)
      .where('steward_id', '=', stewardId)
      .where('duty', '=', duty)
      .where('to_at', 'is', null)
      .execute()
  }
  const begun = after.slice(before.length).filter(isOpen)
  if (begun.length === 0) return
  const rows = begun.map(({ stewardId, duty, from, reason }) => ({
    id: newId(),
    project_id: projectId,
    steward_id: stewardId,
    duty,
    from_at: new Date(from),
    reason,
  }))
  await tables.insertInto('stewardship').values(rows).execute()
}
