/**
 * The steps of one project: the services it needs and, in the project view, the work around them.
 *
 * Terms: the *approval view* holds the services alone, in the days their authorities committed themselves to. The *project
 * view* adds what the applicant, agencies and the trading centre do; there an activity may stand in the place of a service.
 */

import {
  type Catalogue,
  type Mark,
  type PathPrerequisite,
  type ProjectActivity,
  type PublicService,
  prerequisitesAmong,
  type StageNumber,
  type Wording,
} from '../../catalogue/index.ts'
import { evaluate, type Facts } from '../../rules/index.ts'
import type { NetworkLink } from '../network/network-description.ts'

/** Which steps a plan holds. */
export type PlanView = 'approval' | 'project'

/** A step of a plan. */
export interface PlanStep {
  readonly id: string
  readonly name: Wording
  /** the service behind it, or the work */
  readonly kind: PublicService['kind'] | 'work'
  readonly stage?: StageNumber
  /** who acts: `applicant`, `agency`, `trading-centre`, `utility`, or the id of the leading authority */
  readonly lane: string
  /** whole days; `standard` without what the project set itself, `isDefault` where it set nothing */
  readonly days: {
    readonly value: number
    readonly standard: number
    readonly unit: 'working-days' | 'natural-days'
    readonly isDefault: boolean
  }
  readonly after: readonly NetworkLink[]
  /** facts are missing that decide whether it is needed; it is taken to be */
  readonly toBeConfirmed: boolean
  readonly mark: Mark
}

/** What the steps of a project follow from. */
export interface StepSources {
  readonly catalogue: Catalogue
  readonly facts: Facts
  /** ids of the services the project needs, and whether that is not certain yet */
  readonly needed: ReadonlyMap<string, { readonly toBeConfirmed: boolean }>
  /** days that the project set itself, by the id of the step, in the unit of the step */
  readonly durations: Readonly<Record<string, number>>
}

interface AppliedActivity {
  readonly activity: ProjectActivity
  readonly toBeConfirmed: boolean
}

/** The steps in the order of the catalogue, the services first. */
export function planSteps(sources: StepSources, view: PlanView): readonly PlanStep[] {
  const { catalogue, needed } = sources
  const activities = view === 'project' ? activitiesOf(sources) : []
  const replaced = new Set(activities.flatMap(({ activity }) => activity.replaces ?? []))
  const services = catalogue.services.filter(({ id }) => needed.has(id) && !replaced.has(id))
  const present = new Set([...services.map(({ id }) => id), ...activities.map(({ activity }) => activity.id)])
  const links = linksAmong(sources, activities, present)
  return [
    ...services.map((service) => serviceStep(sources, service, links.ofService(service))),
    ...activities.map((applied) => activityStep(sources, applied, links.ofActivity(applied.activity))),
  ]
}

function activitiesOf({ catalogue, facts }: StepSources): readonly AppliedActivity[] {
  return catalogue.path.activities.flatMap((activity) => {
    const truth = activity.when ? evaluate(activity.when, facts).value : true
    return truth === false ? [] : [{ activity, toBeConfirmed: truth !== true }]
  })
}

/** Alternatives exclude each other; where facts leave several of them open all are waited for, the longer branch. */
function linksAmong(
  { catalogue }: StepSources,
  activities: readonly AppliedActivity[],
  present: ReadonlySet<string>,
) {
  const feeding = (id: string, stage?: StageNumber) =>
    activities.flatMap(({ activity }) => {
      const feeds = activity.feeds === 'stage-4' ? stage === 4 : activity.feeds.includes(id)
      return feeds ? [{ id: activity.id }] : []
    })
  const among = (prerequisites: readonly PathPrerequisite[]) =>
    prerequisites.filter(({ id }) => present.has(id))
  return {
    ofService(service: PublicService): readonly NetworkLink[] {
      const own = prerequisitesAmong(service, present).flatMap(({ anyOf }) => anyOf.map((id) => ({ id })))
      const extra = catalogue.path.extraPrerequisites.filter((one) => one.service === service.id)
      return joined([own, feeding(service.id, service.stage), among(extra.flatMap(({ after }) => after))])
    },
    ofActivity: (activity: ProjectActivity): readonly NetworkLink[] =>
      joined([feeding(activity.id), among(activity.after)]),
  }
}

/** One link for each id, and the last word on it: what a commitment changes stands over what only follows. */
function joined(lists: readonly (readonly PathPrerequisite[])[]): readonly NetworkLink[] {
  const links = new Map<string, NetworkLink>()
  for (const { id, waivedBy, insteadOf } of lists.flat())
    links.set(id, { id, ...(waivedBy && { waivedBy }), ...(insteadOf && { insteadOf }) })
  return [...links.values()]
}

function serviceStep(
  { needed, durations }: StepSources,
  service: PublicService,
  after: readonly NetworkLink[],
): PlanStep {
  const { id, name, kind, stage, committed } = service
  const unit = committed.unit === 'natural-days' ? 'natural-days' : 'working-days'
  const value = durations[id] ?? committed.value
  return {
    id,
    name,
    kind,
    stage,
    after,
    lane: laneOf(service),
    days: { value, standard: committed.value, unit, isDefault: durations[id] === undefined },
    toBeConfirmed: needed.get(id)?.toBeConfirmed ?? false,
    mark: committed.mark,
  }
}

function laneOf({ kind, authorities: [leading = ''] }: PublicService): string {
  if (kind === 'utility') return 'utility'
  if (kind === 'tender') return 'trading-centre'
  if (leading === 'project-owner') return 'applicant'
  return kind === 'agency-work' ? 'agency' : leading
}

function activityStep(
  { catalogue, durations }: StepSources,
  { activity, toBeConfirmed }: AppliedActivity,
  after: readonly NetworkLink[],
): PlanStep {
  const { id, name, who, duration, mark } = activity
  const service = catalogue.services.find((one) => one.id === (activity.replaces ?? id))
  return {
    id,
    name,
    kind: 'work',
    lane: who,
    after,
    toBeConfirmed,
    mark,
    ...(service && { stage: service.stage }),
    days: {
      value: durations[id] ?? duration.value,
      standard: duration.value,
      unit: duration.unit,
      isDefault: durations[id] === undefined,
    },
  }
}

/** The steps whose days the project sets itself: what the applicant does or has done; an authority's days are its own. */
export function ownSteps({ services, path }: Catalogue): ReadonlySet<string> {
  const own = new Set(['applicant', 'agency'])
  return new Set([
    ...services.filter((service) => own.has(laneOf(service))).map(({ id }) => id),
    ...path.activities.filter(({ who }) => own.has(who)).map(({ id }) => id),
  ])
}

/** The services that construction waits for: the permit, whole or in phases. */
export function permitsOf({ path, services }: Catalogue): readonly string[] {
  const works = path.activities.find(({ feeds }) => feeds === 'stage-4')
  const ids = new Set(services.map(({ id }) => id))
  return (works?.after ?? []).map(({ id }) => id).filter((id) => ids.has(id))
}
