/**
 * Projects as those who may see them see them.
 */

import type { listStewards, readProject } from '@guanjia/contract/projects'
import type { RouteOutput } from '@guanjia/contract/route'
import type { Resource } from '@guanjia/core/access'
import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import { projectsTables } from './projects-tables.ts'
import { type TeamRow, teamRows } from './stewardship-store.ts'

type Project = RouteOutput<typeof readProject>
type Listed = Omit<Project, 'facts' | 'stewardships' | 'contacts'>
type Team = RouteOutput<typeof listStewards>['stewards']

/** Which projects a list holds. */
export type ProjectFilter =
  | { readonly ownerId: string }
  | { readonly stewardId: string }
  | { readonly activeOnly: true }

const instant = (column: string) =>
  sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)

/** A question is open until somebody of ours has been in contact after it. */
const isOpen = sql.raw(`contact.response_due_at is not null and not exists (
  select from project_contact answer where answer.project_id = contact.project_id and answer.by = 'steward'
    and answer.at >= contact.at)`)

const listedColumns = sql`
  project.id, project.number, project.name, project.kind, project.state,
  ${instant('project.created_at')} as "createdAt",
  coalesce((select jsonb_agg(jsonb_build_object('id', person.id, 'name', person.name, 'duty', held.duty)
      order by held.duty desc)
    from stewardship held join person on person.id = held.steward_id
    where held.project_id = project.id and held.to_at is null), '[]') as stewards,
  (select ${instant('max(contact.at)')} from project_contact contact
    where contact.project_id = project.id) as "lastContactAt",
  (select count(*)::int from project_contact contact
    where contact.project_id = project.id and ${isOpen}) as "openQuestions"`

function conditionOf(filter: ProjectFilter): RawBuilder<unknown> {
  if ('ownerId' in filter) return sql`project.owner_id = ${filter.ownerId}`
  if ('activeOnly' in filter) return sql`project.state = 'active'`
  return sql`project.state = 'active' and exists (select from stewardship held
    where held.project_id = project.id and held.steward_id = ${filter.stewardId} and held.to_at is null)`
}

/** A list: open questions first, then the newest. */
export async function listProjects(database: Database, filter: ProjectFilter): Promise<Listed[]> {
  const { rows } = await sql<Listed>`
    select ${listedColumns} from project where ${conditionOf(filter)}
    order by "openQuestions" desc, project.created_at desc limit 500`.execute(database)
  return rows
}

/** One project whole. */
export async function findProject(database: Database, id: string, now: Date): Promise<Project | undefined> {
  const { rows } = await sql<Project>`
    select ${listedColumns}, project.facts,
      coalesce((select jsonb_agg(jsonb_build_object('id', person.id, 'name', person.name, 'duty', held.duty,
          'from', ${instant('held.from_at')}, 'to', ${instant('held.to_at')}, 'reason', held.reason)
          order by held.from_at, held.duty desc)
        from stewardship held join person on person.id = held.steward_id
        where held.project_id = project.id), '[]') as stewardships,
      coalesce((select jsonb_agg(jsonb_build_object('id', contact.id, 'channel', contact.channel,
          'by', contact.by, 'person', person.name, 'at', ${instant('contact.at')}, 'text', contact.text,
          'place', contact.place, 'checked', contact.checked,
          'responseDueAt', ${instant('contact.response_due_at')},
          'isOverdue', (${isOpen}) and contact.response_due_at < ${now}) order by contact.at desc)
        from project_contact contact join person on person.id = contact.person_id
        where contact.project_id = project.id), '[]') as contacts
    from project where project.id = ${id}`.execute(database)
  return rows[0]
}

/** Days in which a device may still send what its steward wrote down before a hand-over. */
const daysAfterHandOver = 30

/** Whose project it is, and who saw it through at a moment not long ago or does so now. */
export async function findProjectPeopleAt(
  database: Database,
  id: string,
  { at, now }: { readonly at: Date; readonly now: Date },
): Promise<Resource | undefined> {
  const { rows } = await sql<{ ownerId: string; stewardIds: string[] }>`
    select owner_id as "ownerId", array(select held.steward_id::text from stewardship held
      where held.project_id = project.id and (held.to_at is null or (held.from_at <= ${at} and ${at} < held.to_at
        and held.to_at > ${now}::timestamptz - make_interval(days => ${daysAfterHandOver})))) as "stewardIds"
    from project where id = ${id}`.execute(database)
  return rows[0]
}

/** Whose project it is and who sees it through now. */
export async function findProjectPeople(database: Database, id: string): Promise<Resource | undefined> {
  const { rows } = await sql<{ ownerId: string; stewardIds: string[] }>`
    select owner_id as "ownerId", array(select held.steward_id::text from stewardship held
      where held.project_id = project.id and held.to_at is null) as "stewardIds"
    from project where id = ${id}`.execute(database)
  return rows[0]
}

/** The team with what everybody has on hand. */
export async function listTeam(database: Database): Promise<Team> {
  const { rows } = await sql<TeamRow>`${teamRows}`.execute(database)
  return rows.map((row) => ({ ...row, leaves: [...row.leaves] }))
}

/** A project that has not ended, by its number. */
export function findRunningProject(
  database: Database,
  number: string,
): Promise<{ number: string; name: string } | undefined> {
  return projectsTables(database)
    .selectFrom('project')
    .select(['number', 'name'])
    .where('number', '=', number)
    .where('state', '=', 'active')
    .executeTakeFirst()
}
