/**
 * What publishing the draft of the catalogue would do: every running project is planned twice, as it is and as it would be.
 */

import type { readCatalogueImpact } from '@guanjia/contract/projects'
import type { RouteOutput } from '@guanjia/contract/route'
import { localMoment } from '@guanjia/core/calendar'
import { type Catalogue, catalogueChanges } from '@guanjia/core/catalogue'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import { sql } from 'kysely'
import type { CatalogueVersion, DraftShown } from '../../catalogue/index.ts'
import { type PlanRow, plannedVersion, sourceOf, todayOf } from '../plans/plan-source.ts'
import { readProgress, standingCommitments } from '../progress/project-progress.ts'
import type { ProjectsRoom } from '../projects-ports.ts'
import { catalogueEffect, isEmpty, type PlanEffect } from './catalogue-effect.ts'

type Impact = RouteOutput<typeof readCatalogueImpact>
type Language = 'zh-CN' | 'en'

/** so many cases are listed; all of them are counted */
const mostCases = 50

/** Reads the impact. Refuses where there is no draft, or one with faults, which plans nothing. */
export async function catalogueImpact(
  room: ProjectsRoom,
  language: Language,
): Promise<Result<Impact, 'draft-unknown' | 'draft-has-findings'>> {
  const shown = await room.catalogues.draft()
  if (shown === undefined) return refuse('draft-unknown')
  const { catalogue } = shown.checked
  if (catalogue === undefined) return refuse('draft-has-findings')
  const { projects, ...counts } = await projectImpacts(room, catalogue, language)
  const moves = projects.map(({ effect }) => shiftOf(effect))
  return accept({
    base: shown.draft.base,
    revision: shown.draft.revision,
    projects: projects.toSorted((a, b) => Math.abs(shiftOf(b.effect)) - Math.abs(shiftOf(a.effect))),
    ...counts,
    latest: Math.max(0, ...moves),
    soonest: Math.max(0, ...moves.map((days) => -days)),
    cases: await casesLeftAlone(room, shown, { catalogue, language }),
  })
}

/** Working days by which the permit moves, or the end where that alone does; positive = later. */
function shiftOf({ permit, end }: PlanEffect): number {
  return permit?.workingDays ?? end?.workingDays ?? 0
}

interface ProjectRow extends PlanRow {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly steward: string | null
}

async function projectImpacts(room: ProjectsRoom, after: Catalogue, language: Language) {
  const projects: Impact['projects'] = []
  let [unchanged, withoutPlan] = [0, 0]
  for (const row of await runningProjects(room)) {
    const effect = row.version === null ? undefined : await effectOn(room, row, { after, language })
    if (effect === undefined) withoutPlan += 1
    else if (isEmpty(effect)) unchanged += 1
    else {
      const { id, number, name, steward, catalogue: plannedWith } = row
      projects.push({ id, number, name, steward, plannedWith, effect })
    }
  }
  return { projects, unchanged, withoutPlan }
}

/** Every running project with the newest version of its plan. */
async function runningProjects({ database }: ProjectsRoom): Promise<readonly ProjectRow[]> {
  const { rows } = await sql<ProjectRow>`
    select project.id, project.number, project.name, plan.*,
      (select person.name from stewardship held join person on person.id = held.steward_id
       where held.project_id = project.id and held.to_at is null and held.duty = 'primary') as steward
    from project
    left join lateral (
      select version, catalogue, facts, signed, durations, start_on from project_plan
      where project_id = project.id order by version desc limit 1
    ) plan on true
    where project.state = 'active' order by project.number`.execute(database)
  return rows
}

/** The effect on one project; undefined where it cannot be planned, for want of a calendar. */
async function effectOn(
  room: ProjectsRoom,
  row: ProjectRow,
  { after, language }: { readonly after: Catalogue; readonly language: Language },
): Promise<PlanEffect | undefined> {
  const source = await liveSource(room, row.id, row)
  const { catalogue: before } = await plannedVersion(room, row)
  const effect = catalogueEffect(room, { source, before, after, language })
  return effect.ok ? effect.value : undefined
}

/** What the plan of a project would be made from today: with the commitments that stand and what has happened. */
export async function liveSource(room: ProjectsRoom, projectId: string, row: PlanRow) {
  return {
    ...sourceOf(row),
    signed: await standingCommitments(room.database, projectId),
    progress: await readProgress(room.database, projectId, todayOf(room, room.clock.now())),
  }
}

interface Told {
  readonly catalogue: Catalogue
  readonly language: Language
}

/** Running cases of the services that would change: each keeps what it began with. */
async function casesLeftAlone(
  room: ProjectsRoom,
  { draft, base }: DraftShown,
  { catalogue, language }: Told,
): Promise<Impact['cases']> {
  const changed = catalogueChanges(base.content, draft.content).services.map(({ id }) => id)
  const { total, listed } = await room.cases.runningOf(room.database, changed, mostCases)
  const numbers = await numbersByHash(room)
  const nameOf = (id: string) =>
    [catalogue, base.catalogue].flatMap(({ services }) => services).find((one) => one.id === id)?.name[
      language
    ]
  return {
    total,
    listed: listed.map(({ number, service, openedAt, catalogueVersion }) => ({
      number,
      service: { id: service, name: nameOf(service) ?? service },
      openedOn: localMoment(openedAt.getTime(), room.zone.utcOffsetMinutes).date,
      begunWith: numbers.get(catalogueVersion) ?? null,
    })),
  }
}

/** Numbers by hash; a text that was published twice is known by its first number. */
async function numbersByHash({ database }: ProjectsRoom): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<Pick<CatalogueVersion, 'number'> & { hash: string }>`
    select number, hash from catalogue_version order by number desc`.execute(database)
  return new Map(rows.map(({ hash, number }) => [hash, number]))
}
