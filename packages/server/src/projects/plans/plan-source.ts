/**
 * What the plan of a project is made from, as it is kept.
 */

import { localMoment, type PlainDate, plainDate } from '@guanjia/core/calendar'
import type { Catalogue } from '@guanjia/core/catalogue'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import { type Plan, type PlanRefusal, type Progress, projectPlan } from '@guanjia/core/planning'
import type { Facts, FactValue } from '@guanjia/core/rules'
import type { CatalogueVersion } from '../../catalogue/index.ts'
import type { ProjectsRoom } from '../projects-ports.ts'
import type { ProjectsDatabase, ProjectsTables } from '../projects-tables.ts'

/** A version as it is kept. */
export type PlanRow = ProjectsTables['project_plan']

/** What a version is made from. */
export interface PlanSource {
  readonly facts: Facts
  readonly signed: readonly string[]
  readonly durations: Readonly<Record<string, number>>
  readonly start: PlainDate
  /** what has happened; a plan without it says what was planned */
  readonly progress?: Progress | undefined
}

/** The answers of a project that are known. */
export function knownFacts(facts: Readonly<Record<string, unknown>>): Facts {
  return Object.fromEntries(
    Object.entries(facts).filter((entry): entry is [string, FactValue] => entry[1] !== null),
  )
}

/** What a kept version was made from. */
export function sourceOf({ facts, signed, durations, start_on }: PlanRow): PlanSource {
  return { facts: knownFacts(facts), signed, durations, start: plainDate(start_on) }
}

/** Makes the plan of a source, in the project view unless another one is asked for. */
export function planOf(
  { zone }: ProjectsRoom,
  catalogue: Catalogue,
  { view = 'project', progress, ...source }: PlanSource & { readonly view?: Plan['view'] | undefined },
): Result<Plan, PlanRefusal> {
  // the approval view adds up the time of authorities alone: what happens between them has no place in it
  const forecast = view === 'project' && progress !== undefined ? { progress } : {}
  return projectPlan(catalogue, zone.calendar, { ...source, ...forecast, view })
}

/** The version in force. Refuses where none was published yet. */
export async function currentCatalogue({
  catalogues,
}: ProjectsRoom): Promise<Result<CatalogueVersion, 'catalogue-unpublished'>> {
  const version = await catalogues.current()
  return version === undefined ? refuse('catalogue-unpublished') : accept(version)
}

/** The catalogue a version of a plan was made with. */
export async function catalogueOf({ catalogues }: ProjectsRoom, { catalogue }: PlanRow): Promise<Catalogue> {
  const version = await catalogues.find(catalogue)
  if (version === undefined) throw new Error(`the catalogue ${catalogue} of a plan is gone`)
  return version.catalogue
}

/** The newest version, or none. */
export function lastPlan(tables: ProjectsDatabase, projectId: string): Promise<PlanRow | undefined> {
  return tables
    .selectFrom('project_plan')
    .selectAll()
    .where('project_id', '=', projectId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The zone's day. */
export function todayOf({ zone }: Pick<ProjectsRoom, 'zone'>, now: Date): PlainDate {
  return localMoment(now.getTime(), zone.utcOffsetMinutes).date
}
