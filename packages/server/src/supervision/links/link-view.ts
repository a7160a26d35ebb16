/**
 * The link of a supervised project, its history, and what it may be linked with.
 */

import type { RouteOutput } from '@guanjia/contract/route'
import type { readSupervisedLink } from '@guanjia/contract/supervision'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import { sql } from 'kysely'
import type { RunningProject, SupervisionRoom } from '../supervision-ports.ts'
import { supervisionTables } from '../supervision-tables.ts'

type View = RouteOutput<typeof readSupervisedLink>

interface StoredLink {
  readonly project: RunningProject
  readonly by: string
  readonly at: string
  readonly endedBy: string | null
  readonly endedAt: string | null
  readonly reason: string | null
}

/** Reads it. */
export async function readLink(
  room: SupervisionRoom,
  id: string,
): Promise<Result<View, 'supervised-unknown'>> {
  const { database, clock } = room
  const supervised = await supervisionTables(database)
    .selectFrom('supervised_project')
    .select('name')
    .where('id', '=', id)
    .executeTakeFirst()
  if (supervised === undefined) return refuse('supervised-unknown')
  const links = await readLinks(room, id)
  const standing = links.find(({ endedAt }) => endedAt === null)
  const stuck = standing === undefined ? undefined : await room.findStuck(database, clock.now())
  return accept({
    link:
      standing === undefined
        ? null
        : {
            project: standing.project,
            by: standing.by,
            at: standing.at,
            stuck: stuck?.get(standing.project.id) ?? null,
          },
    former: links.flatMap(({ endedBy, endedAt, reason, ...link }) =>
      endedBy === null || endedAt === null || reason === null ? [] : [{ ...link, endedBy, endedAt, reason }],
    ),
    choices: standing === undefined ? await readChoices(room, supervised.name) : [],
  })
}

async function readLinks({ database }: SupervisionRoom, id: string): Promise<readonly StoredLink[]> {
  const instant = (column: string) =>
    sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)
  const { rows } = await sql<StoredLink>`
    select jsonb_build_object('id', project.id, 'number', project.number, 'name', project.name) as project,
      linker.name as by, ${instant('link.linked_at')} as at,
      ender.name as "endedBy", ${instant('link.unlinked_at')} as "endedAt", link.reason
    from supervised_link link
    join project on project.id = link.project_id
    join person linker on linker.id = link.linked_by
    left join person ender on ender.id = link.unlinked_by
    where link.supervised_id = ${id} order by link.id desc`.execute(database)
  return rows
}

/** Running projects that are free, the likest names first. */
async function readChoices(
  { database, listProjects }: SupervisionRoom,
  name: string,
): Promise<RunningProject[]> {
  const [projects, taken] = await Promise.all([
    listProjects(database),
    supervisionTables(database)
      .selectFrom('supervised_project')
      .select('project_id')
      .where('project_id', 'is not', null)
      .execute(),
  ])
  const linked = new Set(taken.map(({ project_id }) => project_id))
  return projects
    .filter(({ id }) => !linked.has(id))
    .toSorted((one, other) => likeness(other.name, name) - likeness(one.name, name))
}

/** How many characters of a name stand in the other one, of a hundred. */
function likeness(one: string, other: string): number {
  const signs = [...new Set(one)]
  return signs.length === 0 ? 0 : (100 * signs.filter((sign) => other.includes(sign)).length) / signs.length
}
