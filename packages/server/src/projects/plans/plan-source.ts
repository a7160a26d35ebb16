/**
 * What the plan of a project is made from, as it is kept.
 */

import { localMoment, type PlainDate, plainDate } from '@guanjia/core/calendar'
import type { Catalogue } from '@guanjia/core/catalogue'
import { accept, assert, type Result, refuse } from '@guanjia/core/kernel'
import { type Plan, type PlanRefusal, type Progress, projectPlan } from '@guanjia/core/planning'
import type { Facts, FactValue } from '@guanjia/core/rules'
import type { CatalogueVersion } from '../../catalogue/index.ts'
import type { ProjectsRoom } from '../projects-ports.ts'
import { type ProjectsDatabase, type ProjectsTables, projectsTables } from '../projects-tables.ts'

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

/** A source with the view that is asked for: that of the project where left out. */
export interface PlanAsked extends PlanSource {
  readonly view?: Plan['view'] | undefined
}

/** Makes the plan of a source. */
export function planOf(
  { zone }: Pick<ProjectsRoom, 'zone'>,
  catalogue: Catalogue,
  { view = 'project', progress, ...source }: PlanAsked,
): Result<Plan, PlanRefusal> {
  // the approval view adds up the time of authorities alone: what happens between them has no place in it
  const forecast = view === 'project' && progress !== undefined ? { progress } : {}
  return projectPlan(catalogue, zone.calendar, { ...source, ...forecast, view })
}

/**
 * The plan of a source with further commitments that are tried. A signed one that applies no more, since its service is gone
 * or a condition is not met any longer, is left out; one that is tried and does not apply is refused.
 */
export function planTrying(
  room: Pick<ProjectsRoom, 'zone'>,
  catalogue: Catalogue,
  source: PlanAsked,
  tried: readonly string[],
): Result<Plan, PlanRefusal> {
  const { signed } = source
  const made = planOf(room, catalogue, { ...source, signed: [...new Set([...signed, ...tried])] })
  if (made.ok) return made
  const refused = made.because?.['commitment']
  const left = signed.filter((id) => id !== refused || tried.includes(id))
  return left.length < signed.length ? planTrying(room, catalogue, { ...source, signed: left }, tried) : made
}

/** The plan of a source; a commitment that applies no more is left out. */
export function planWithStanding(
  room: Pick<ProjectsRoom, 'zone'>,
  catalogue: Catalogue,
  source: PlanAsked,
): Result<Plan, 'calendar-not-published'> {
  const made = planTrying(room, catalogue, source, [])
  if (made.ok) return made
  assert(made.code === 'calendar-not-published', `facts that were checked give a plan, not ${made.code}`)
  return refuse('calendar-not-published', made.because)
}

/** The version in force. Refuses where none was published yet. */
export async function currentCatalogue({
  catalogues,
}: ProjectsRoom): Promise<Result<CatalogueVersion, 'catalogue-unpublished'>> {
  const version = await catalogues.current()
  return version === undefined ? refuse('catalogue-unpublished') : accept(version)
}

/**
 * The version that the plan of a project rests on, which stays until its steward takes another one; the version in force
 * where there is no plan yet. Refuses where none was published.
 */
export async function projectCatalogue(
  room: ProjectsRoom,
  projectId: string,
): Promise<Result<CatalogueVersion, 'catalogue-unpublished'>> {
  const planned = await projectsTables(room.database)
    .selectFrom('project_plan')
    .select('catalogue')
    .where('project_id', '=', projectId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return planned === undefined ? currentCatalogue(room) : accept(await plannedVersion(room, planned))
}

/** The version of the catalogue that a version of a plan was made with. */
export async function plannedVersion(
  { catalogues }: ProjectsRoom,
  { catalogue }: Pick<PlanRow, 'catalogue'>,
): Promise<CatalogueVersion> {
  const version = await catalogues.find(catalogue)
  if (version === undefined) throw new Error(`the catalogue ${catalogue} of a plan is gone`)
  return version
}

/** The catalogue a version of a plan was made with. */
export async function catalogueOf(room: ProjectsRoom, row: PlanRow): Promise<Catalogue> {
  return (await plannedVersion(room, row)).catalogue
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
