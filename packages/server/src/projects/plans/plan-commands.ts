/**
 * Making versions of a plan: the first is the baseline and stays; a later one says what changed and why.
 */

import { plainDate } from '@guanjia/core/calendar'
import { accept, assert, type Result, refuse } from '@guanjia/core/kernel'
import { type Plan, type PlanChange, planDiff } from '@guanjia/core/planning'
import type { CatalogueVersion } from '../../catalogue/index.ts'
import type { CommandContext } from '../../platform/commands/command.ts'
import { type ProjectsRoom, personOf } from '../projects-ports.ts'
import { projectsTables } from '../projects-tables.ts'
import {
  currentCatalogue,
  knownFacts,
  lastPlan,
  type PlanRow,
  type PlanSource,
  planOf,
  todayOf,
} from './plan-source.ts'

/** Days set for steps; null takes back what was set before. */
type DurationWish = Readonly<Record<string, number | null>>

/** What a version is asked for with. */
export interface PlanWish {
  readonly projectId: string
  readonly start?: string | undefined
  readonly durations?: DurationWish | undefined
}

type MakePlanRefusal =
  | 'project-ended'
  | 'calendar-not-published'
  | 'catalogue-unpublished'
  | 'nothing-known-of-the-project'

/** Makes a version where something changed since the last one. */
export async function makePlan(
  room: ProjectsRoom,
  context: CommandContext,
  wish: PlanWish,
): Promise<Result<{ version: number; isNew: boolean }, MakePlanRefusal>> {
  const tables = projectsTables(context.tx)
  const project = await tables
    .selectFrom('project')
    .select(['facts', 'state', 'number'])
    .where('id', '=', wish.projectId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (project.state === 'ended') return refuse('project-ended')
  const facts = knownFacts(project.facts)
  if (Object.keys(facts).length === 0) return refuse('nothing-known-of-the-project')
  const last = await lastPlan(tables, wish.projectId)
  const start = wish.start ?? todayOf(room, context.now)
  const source = sourceAfter(last, { facts, start, durations: wish.durations ?? {} })
  const catalogue = await currentCatalogue(room)
  if (!catalogue.ok) return catalogue
  const changes = changesSince(last, source, catalogue.value)
  if (last !== undefined && changes.length === 0) return accept({ version: last.version, isNew: false })
  const made = planOf(room, catalogue.value.catalogue, source)
  if (!made.ok) {
    assert(made.code === 'calendar-not-published', `facts that were checked give a plan, not ${made.code}`)
    return refuse('calendar-not-published', made.because)
  }
  const { projectId } = wish
  const version = await keep(context, {
    projectId,
    source,
    catalogue: catalogue.value.number,
    plan: made.value,
    changes,
    last,
  })
  const body = { number: project.number, version, permitLater: permitLater(last, made.value) }
  context.emit({ type: 'projects.plan-made', subject: projectId, body })
  return accept({ version, isNew: true })
}

/** By how many working days the permit comes later than in the version before; 0 in the first one. */
function permitLater(last: PlanRow | undefined, plan: Plan): number {
  return last === undefined ? 0 : (planDiff(planIn(last), plan).permit?.workingDays ?? 0)
}

/** Later versions begin where the first one began, with its commitments and with days that were set before. */
function sourceAfter(last: PlanRow | undefined, { facts, start, durations }: Wished): PlanSource {
  const set = Object.fromEntries(
    Object.entries({ ...last?.durations, ...durations }).filter(
      (entry): entry is [string, number] => entry[1] !== null,
    ),
  )
  return {
    facts,
    signed: last?.signed ?? [],
    durations: set,
    start: plainDate(last?.start_on ?? start),
  }
}

interface Wished extends Pick<PlanSource, 'facts'> {
  readonly start: string
  readonly durations: DurationWish
}

interface NewVersion {
  readonly projectId: string
  readonly source: PlanSource
  /** number of the version it is made with */
  readonly catalogue: number
  readonly plan: Plan
  readonly changes: readonly PlanChange[]
  readonly last: PlanRow | undefined
}

async function keep(
  context: CommandContext,
  { projectId, source, catalogue, plan, changes, last }: NewVersion,
): Promise<number> {
  const version = (last?.version ?? 0) + 1
  await projectsTables(context.tx)
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
      diff: last === undefined ? null : asJson(planDiff(planIn(last), plan)),
      made_at: context.now,
      made_by: personOf(context),
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

function changesSince(
  last: PlanRow | undefined,
  source: PlanSource,
  { number, catalogue }: CatalogueVersion,
): readonly PlanChange[] {
  if (last === undefined) return [{ kind: 'first' }]
  const changed = (before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>) =>
    [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
      (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
    )
  const attributes = changed(last.facts, source.facts)
  const steps = changed(last.durations, source.durations)
  return [
    ...(attributes.length > 0 ? [{ kind: 'facts' as const, attributes }] : []),
    ...steps.map((step) => ({ kind: 'duration-set' as const, step })),
    ...(last.catalogue === number
      ? []
      : [{ kind: 'catalogue-published' as const, version: catalogue.version }]),
  ]
}
