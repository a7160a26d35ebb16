/**
 * Making versions of a plan: the first is the baseline and stays; a later one says what changed and why.
 */

import { plainDate } from '@guanjia/core/calendar'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import { ownSteps, type Plan, type PlanChange, type PlanDiff, planDiff } from '@guanjia/core/planning'
import type { CatalogueVersion } from '../../catalogue/index.ts'
import type { EventDraft } from '../../platform/commands/command.ts'
import type { Database } from '../../platform/database/database.ts'
import { readProgress, standingCommitments } from '../progress/project-progress.ts'
import type { ProjectsRoom } from '../projects-ports.ts'
import { projectsTables } from '../projects-tables.ts'
import { changesSince, isOnlyAsPlanned } from './plan-changes.ts'
import {
  currentCatalogue,
  knownFacts,
  lastPlan,
  type PlanRow,
  type PlanSource,
  plannedVersion,
  planWithStanding,
  projectCatalogue,
  todayOf,
} from './plan-source.ts'

/** Days set for steps; null takes back what was set before. */
type DurationWish = Readonly<Record<string, number | null>>

/** Where a version is made: in the transaction of a command, or of a reaction to what happened elsewhere. */
export interface PlanMoment {
  readonly tx: Database
  readonly now: Date
  readonly emit: (event: EventDraft) => void
  /** null where the house made it */
  readonly madeBy: string | null
}

/** What a version is asked for with. */
export interface PlanWish {
  readonly projectId: string
  readonly start?: string | undefined
  readonly durations?: DurationWish | undefined
  /** what happened that the facts do not show */
  readonly because?: readonly PlanChange[]
  /** why the version of the catalogue in force is taken from now on; without it the plan keeps the one it rests on */
  readonly adopting?: string | undefined
}

/** Why no version was made. */
export type MakePlanRefusal =
  | 'project-ended'
  | 'calendar-not-published'
  | 'catalogue-unpublished'
  | 'nothing-known-of-the-project'

/** The first step in a wish whose days are not the project's to set: an authority's, or one that nobody knows. */
export async function foreignStep(
  room: ProjectsRoom,
  { projectId, durations = {} }: Pick<PlanWish, 'projectId' | 'durations'>,
): Promise<string | undefined> {
  const catalogue = await projectCatalogue(room, projectId)
  if (!catalogue.ok) return undefined
  const own = ownSteps(catalogue.value.catalogue)
  return Object.keys(durations).find((id) => !own.has(id))
}

/** The version that is in force afterwards. */
export interface MadePlan {
  readonly version: number
  readonly isNew: boolean
}

/** Makes a version where something changed since the last one. */
export async function makePlan(
  room: ProjectsRoom,
  moment: PlanMoment,
  wish: PlanWish,
): Promise<Result<MadePlan, MakePlanRefusal>> {
  const { projectId } = wish
  const project = await lockProject(moment, projectId)
  if (project.state === 'ended') return refuse('project-ended')
  const facts = knownFacts(project.facts)
  if (Object.keys(facts).length === 0) return refuse('nothing-known-of-the-project')
  const last = await lastPlan(projectsTables(moment.tx), projectId)
  const catalogue = await catalogueFor(room, last, wish)
  if (!catalogue.ok) return catalogue
  const source = await sourceAfter(room, moment, { wish, facts, last })
  const taken = { ...catalogue.value, reason: wish.adopting }
  const changes = [...changesSince(last, source, taken), ...(wish.because ?? [])]
  const made = planWithStanding(room, catalogue.value.catalogue, source)
  if (!made.ok) return made
  const diff = last === undefined ? null : planDiff(planIn(last), made.value)
  if (last !== undefined && isOnlyAsPlanned(changes, diff)) {
    const { version } = last
    if (changes.length > 0)
      moment.emit({
        type: 'projects.went-as-planned',
        subject: projectId,
        body: { number: project.number, version },
      })
    return accept({ version, isNew: false })
  }
  const version = await keep(moment, {
    projectId,
    source,
    catalogue: catalogue.value.number,
    plan: made.value,
    changes,
    diff,
    last,
  })
  tell(moment, { projectId, number: project.number, version, diff })
  return accept({ version, isNew: true })
}

/** A plan keeps the version of the catalogue it rests on, unless another one is taken. */
async function catalogueFor(
  room: ProjectsRoom,
  last: PlanRow | undefined,
  { adopting }: PlanWish,
): Promise<Result<CatalogueVersion, 'catalogue-unpublished'>> {
  return last === undefined || adopting !== undefined
    ? currentCatalogue(room)
    : accept(await plannedVersion(room, last))
}

/** The project, locked: versions are made one after the other. */
function lockProject({ tx }: PlanMoment, projectId: string) {
  return projectsTables(tx)
    .selectFrom('project')
    .select(['facts', 'state', 'number'])
    .where('id', '=', projectId)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

interface Told {
  readonly projectId: string
  readonly number: string
  readonly version: number
  readonly diff: PlanDiff | null
}

/** A version is news to the house; to people only where the permit, or the end, comes later. */
function tell({ emit }: PlanMoment, { projectId, number, version, diff }: Told): void {
  const later = laterBy(diff)
  emit({ type: 'projects.plan-made', subject: projectId, body: { number, version, permitLater: later } })
  if (later <= 0) return
  emit({ type: 'projects.plan-later', subject: projectId, body: { number, version, days: later } })
}

/** Working days by which the permit, or where that stays the end, comes later; negative = sooner. */
function laterBy(diff: PlanDiff | null): number {
  const moved = diff?.permit ?? diff?.end
  return moved?.workingDays ?? 0
}

interface Asked {
  readonly wish: PlanWish
  readonly facts: PlanSource['facts']
  readonly last: PlanRow | undefined
}

/** Later versions begin where the first one began, with days that were set before; commitments and progress are as they are now. */
async function sourceAfter(
  room: ProjectsRoom,
  { tx, now }: PlanMoment,
  { wish, facts, last }: Asked,
): Promise<PlanSource> {
  const today = todayOf(room, now)
  const durations = daysSet(last?.durations, wish.durations)
  if (last === undefined) return { facts, signed: [], durations, start: plainDate(wish.start ?? today) }
  return {
    facts,
    signed: await standingCommitments(tx, wish.projectId),
    durations,
    start: plainDate(last.start_on),
    progress: await readProgress(tx, wish.projectId, today),
  }
}

function daysSet(before: Readonly<Record<string, number>> = {}, wished: DurationWish = {}) {
  return Object.fromEntries(
    Object.entries({ ...before, ...wished }).filter((entry): entry is [string, number] => entry[1] !== null),
  )
}

interface NewVersion {
  readonly projectId: string
  readonly source: PlanSource
  /** number of the version of the catalogue it is made with */
  readonly catalogue: number
  readonly plan: Plan
  readonly changes: readonly PlanChange[]
  readonly diff: PlanDiff | null
  readonly last: PlanRow | undefined
}

async function keep(
  { tx, now, madeBy }: PlanMoment,
  { projectId, source, catalogue, plan, changes, diff, last }: NewVersion,
): Promise<number> {
  const version = (last?.version ?? 0) + 1
  await projectsTables(tx)
    .insertInto('project_plan')
    .values({
      project_id: projectId,
      version,
      catalogue,
      facts: source.facts,
      signed: [...source.signed],
      durations: source.durations,
      start_on: source.start,
      plan: asJson(plan),
      change: asJson(changes),
      diff: diff === null ? null : asJson(diff),
      made_at: now,
      made_by: madeBy,
    })
    .execute()
  return version
}

/** The plan of a kept version. */
export function planIn({ plan }: PlanRow): Plan {
  return plan as unknown as Plan
}

/** What a plan knows is plain data, but for conditions that were compiled: those are written by their text. */
function asJson(value: object): Record<string, unknown> {
  return JSON.stringify(value) as unknown as Record<string, unknown>
}
