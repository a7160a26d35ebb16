/**
 * The plan of one project: from facts to services, steps, dates, floats, the permit and what commitments would save.
 */

import type { PlainDate, WorkingCalendar } from '../../calendar/index.ts'
import { type Catalogue, triggeredServices } from '../../catalogue/index.ts'
import { accept, type Result, refuse } from '../../kernel/index.ts'
import type { Facts } from '../../rules/index.ts'
import { combinationEnds } from '../network/combinations.ts'
import { criticalPath, type Schedule } from '../network/critical-path.ts'
import { everyDayWorked } from '../network/day-axis.ts'
import { signed as markSigned, type Network } from '../network/network.ts'
import { network as inNumbers, type NetworkRefusal } from '../network/network-description.ts'
import { criticalChain, type ScheduledActivity, scheduledActivities } from '../network/scheduled-activity.ts'
import {
  type BestCombination,
  type DaysSaved,
  daysSaved,
  isApplicable,
  type PlanCommitment,
  planBest,
  planCommitments,
} from './plan-commitment.ts'
import { dutyDeadlines, makeUpTime, type PlanDuty, planDuties } from './plan-duty.ts'
import { type PlanReason, planReasons } from './plan-reason.ts'
import { type PlanStep, type PlanView, permitsOf, planSteps } from './plan-step.ts'
import { type WorkingDayAxis, workingDayAxis } from './working-day-axis.ts'

/** What a plan is asked for with. */
export interface PlanRequest {
  readonly facts: Facts
  readonly view: PlanView
  /** ids of the commitments taken to be signed */
  readonly signed?: readonly string[]
  /** the day that is not counted; without one the plan has no dates and a natural day is taken for a working day */
  readonly start?: PlainDate
  /** days that the project set itself, by the id of the step */
  readonly durations?: Readonly<Record<string, number>>
}

/** A step with its times in working days from the start, and its dates. */
export interface PlannedStep extends PlanStep, ScheduledActivity {
  /** the days on which it can be finished and must be finished */
  readonly dates?: { readonly start: PlainDate; readonly early: PlainDate; readonly late: PlainDate | null }
  readonly duty?: PlannedDuty
}

/** A duty with its day. */
export interface PlannedDuty {
  readonly commitment: string
  /** working days from the start; absent where no day is known */
  readonly due?: number
  readonly dueDate?: PlainDate
}

/** A plan. */
export interface Plan {
  readonly view: PlanView
  /** version of the catalogue */
  readonly catalogue: string
  readonly signed: readonly string[]
  /** ids of the services the project needs, sorted */
  readonly services: readonly string[]
  readonly steps: readonly PlannedStep[]
  /** finish of the permit, `null` where the project needs none, and of everything */
  readonly workingDays: { readonly permit: number | null; readonly end: number }
  readonly dates?: PlanDates
  /** the days of all steps one after the other */
  readonly serialSum: number
  /** one chain that drives the end, first to last */
  readonly criticalPath: readonly string[]
  readonly because: Readonly<Record<string, readonly PlanReason[]>>
  /** what the signed commitments save, against signing none */
  readonly saved: DaysSaved
  readonly commitments: readonly PlanCommitment[]
  readonly best: BestCombination
  /** attributes that are not known and would decide about a service */
  readonly unknown: readonly string[]
}

/** The dates of a plan. */
export interface PlanDates {
  readonly start: PlainDate
  readonly permit: PlainDate | null
  readonly end: PlainDate
  /** version of the calendar */
  readonly calendar: string
  /** first day from which weekends alone are taken to be free, because its year is not published */
  readonly assumedFrom?: PlainDate
}

/** Why there is no plan. */
export type PlanRefusal =
  | NetworkRefusal
  | 'commitment-not-applicable'
  | 'too-many-commitments'
  | 'calendar-not-published'

/**
 * Makes the plan. A fact that is not known takes the longer branch and marks the step. Late dates run to the end; in the
 * project view to the permit for all that it waits for, since that is what construction waits for, and for a duty to the
 * day its commitment is made up.
 */
export function projectPlan(
  catalogue: Catalogue,
  calendar: WorkingCalendar,
  request: PlanRequest,
): Result<Plan, PlanRefusal> {
  const axis = request.start === undefined ? undefined : workingDayAxis(calendar, request.start)
  if (axis?.ok === false) return axis
  const asked = askedOf(catalogue, request, axis?.value)
  const refusal = notSignable(asked)
  if (refusal !== undefined) return refusal
  const read = inNumbers({ activities: asked.steps.map(activityOf), commitments: asked.signable })
  return read.ok ? solved(asked, read.value) : read
}

interface Asked {
  readonly catalogue: Catalogue
  readonly view: PlanView
  readonly axis: WorkingDayAxis | undefined
  readonly signed: readonly string[]
  /** ids of the commitments that may be signed */
  readonly signable: readonly string[]
  readonly triggered: ReturnType<typeof triggeredServices>
  readonly needed: ReadonlySet<string>
  readonly steps: readonly PlanStep[]
}

function askedOf(catalogue: Catalogue, request: PlanRequest, axis: WorkingDayAxis | undefined): Asked {
  const { view, signed = [], durations = {} } = request
  const triggered = triggeredServices(catalogue, request.facts)
  const open = triggered.triggers.filter(({ needed }) => needed !== false)
  const needed = new Map(open.map((one) => [one.service, { toBeConfirmed: one.needed === null }]))
  const { facts } = triggered
  const sources = { facts, needed: new Set(needed.keys()) }
  const signable = catalogue.path.commitments.filter((one) => isApplicable(one, sources)).map(({ id }) => id)
  const steps = planSteps({ catalogue, facts, needed, durations }, view).map((step) =>
    withSignable(step, signable),
  )
  return { catalogue, view, axis, signed, signable, triggered, needed: sources.needed, steps }
}

/** A step as if commitments that may not be signed did not exist. */
function withSignable(step: PlanStep, signable: readonly string[]): PlanStep {
  const after = step.after
    .filter(({ insteadOf }) => insteadOf === undefined || signable.includes(insteadOf))
    .map(({ id, waivedBy, insteadOf }) => ({
      id,
      ...(waivedBy !== undefined && signable.includes(waivedBy) && { waivedBy }),
      ...(insteadOf !== undefined && { insteadOf }),
    }))
  return { ...step, after }
}

function notSignable({ catalogue, signed, signable }: Asked) {
  const known = catalogue.path.commitments.map(({ id }) => id)
  const unknown = signed.find((id) => !known.includes(id))
  if (unknown !== undefined) return refuse('commitment-unknown', { commitment: unknown, known })
  const refused = signed.find((id) => !signable.includes(id))
  return refused === undefined ? undefined : refuse('commitment-not-applicable', { commitment: refused })
}

function activityOf({ id, days, after }: PlanStep) {
  return { id, duration: days.value, naturalDays: days.unit === 'natural-days', after }
}

function solved(asked: Asked, network: Network): Result<Plan, PlanRefusal> {
  const marked = markSigned(network, asked.signed)
  if (!marked.ok) return marked
  const axis = asked.axis ?? everyDayWorked
  const goal = permitOf(asked, network)
  const toPermit = { ...network, goal: goal ?? -1 }
  const ends = combinationEnds(toPermit, axis)
  if (!ends.ok) return ends
  const duties = planDuties(asked.steps, toPermit, marked.value)
  const dueOf = dueIn(asked, network, goal)
  const deadlines = dutyDeadlines(duties, network, dueOf)
  const schedule = criticalPath(network, marked.value, {
    axis,
    deadlines: (early) => {
      const held = goal !== undefined && asked.view === 'project' ? [[goal, early[goal] ?? 0] as const] : []
      return new Map([...deadlines(early), ...held])
    },
  })
  return schedule.ok
    ? accept(planFrom(asked, schedule.value, { goal, ends: ends.value, duties, dueOf }))
    : schedule
}

/** The place of the permit; the later one where facts leave open which it is. */
function permitOf({ catalogue, axis }: Asked, network: Network): number | undefined {
  const places = permitsOf(catalogue)
    .map((id) => network.ids.indexOf(id))
    .filter((place) => place >= 0)
  const early = criticalPath(
    network,
    network.commitments.map(() => 0),
    { axis: axis ?? everyDayWorked },
  )
  const finish = (place: number) => (early.ok ? (early.value.earlyFinish[place] ?? 0) : 0)
  return places.toSorted((a, b) => finish(b) - finish(a))[0]
}

type DueOf = (commitment: string, earlyFinish: readonly number[]) => number | undefined

function dueIn({ catalogue, axis, steps }: Asked, network: Network, goal: number | undefined): DueOf {
  return (id, earlyFinish) => {
    const commitment = catalogue.path.commitments.find((one) => one.id === id)
    if (commitment === undefined || goal === undefined) return undefined
    const place = network.ids.indexOf(commitment.service)
    const signing = (earlyFinish[place] ?? 0) - (steps[place]?.days.value ?? 0)
    return makeUpTime(commitment, { signing, permit: earlyFinish[goal] ?? 0 }, axis ?? everyDayWorked)
  }
}

interface Findings {
  readonly goal: number | undefined
  readonly ends: Parameters<typeof planBest>[0]
  readonly duties: readonly PlanDuty[]
  readonly dueOf: DueOf
}

function planFrom(asked: Asked, schedule: Schedule, findings: Findings): Plan {
  const { catalogue, axis, signed, triggered } = asked
  const { goal, ends } = findings
  const permit = goal === undefined ? null : (schedule.earlyFinish[goal] ?? 0)
  const steps = plannedSteps(asked, schedule, findings)
  return {
    view: asked.view,
    catalogue: catalogue.version,
    signed: signed.toSorted(),
    services: [...asked.needed].toSorted(),
    steps,
    workingDays: { permit, end: schedule.duration },
    ...(axis && { dates: planDates(axis, permit, schedule.duration) }),
    serialSum: steps.reduce((sum, { duration }) => sum + duration, 0),
    criticalPath: criticalChain(schedule),
    because: planReasons(catalogue, triggered, asked.steps),
    saved: daysSaved(ends.ends[0] ?? 0, permit ?? schedule.duration, axis),
    commitments: planCommitments(
      { ...asked, commitments: catalogue.path.commitments, facts: triggered.facts },
      ends,
    ),
    best: planBest(ends, axis),
    unknown: [...new Set(triggered.triggers.flatMap((trigger) => trigger.unknown))],
  }
}

function plannedSteps(
  { steps, axis }: Asked,
  schedule: Schedule,
  { duties, dueOf }: Findings,
): readonly PlannedStep[] {
  const times = new Map(scheduledActivities(schedule).map((times) => [times.id, times]))
  return steps.flatMap((step) => {
    const scheduled = times.get(step.id)
    if (scheduled === undefined) return []
    const duty = duties.find((one) => one.step === step.id)
    const due = duty && dueOf(duty.commitment, schedule.earlyFinish)
    return [
      {
        ...step,
        ...scheduled,
        ...(axis && { dates: stepDates(scheduled, axis) }),
        ...(duty && { duty: plannedDuty(duty, due, axis) }),
      },
    ]
  })
}

function plannedDuty(
  { commitment }: PlanDuty,
  due: number | undefined,
  axis: WorkingDayAxis | undefined,
): PlannedDuty {
  if (due === undefined) return { commitment }
  return { commitment, due, ...(axis && { dueDate: axis.dateAt(due) }) }
}

function stepDates({ earlyStart, earlyFinish, lateFinish }: ScheduledActivity, axis: WorkingDayAxis) {
  const late = lateFinish === null || lateFinish < 0 ? null : axis.dateAt(lateFinish)
  return { start: axis.dateAt(earlyStart), early: axis.dateAt(earlyFinish), late }
}

function planDates(axis: WorkingDayAxis, permit: number | null, last: number): PlanDates {
  const end = axis.dateAt(last)
  const assumedFrom = axis.assumedFrom(end)
  return {
    start: axis.start,
    permit: permit === null ? null : axis.dateAt(permit),
    end,
    calendar: axis.calendar,
    ...(assumedFrom !== undefined && { assumedFrom }),
  }
}
