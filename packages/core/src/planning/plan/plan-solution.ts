/**
 * The network of a plan, solved: times, the permit, duties, and what every combination of commitments comes to.
 */

import { accept, type Result } from '../../kernel/index.ts'
import type { Column } from '../network/column.ts'
import { type CombinationEnds, combinationEnds } from '../network/combinations.ts'
import { criticalPath, type Schedule } from '../network/critical-path.ts'
import { type DayAxis, everyDayWorked } from '../network/day-axis.ts'
import { type Network, type Signed, signed } from '../network/network.ts'
import { type NetworkActivity, type NetworkRefusal, network } from '../network/network-description.ts'
import { activitiesToday, activitiesTried } from '../progress/step-progress.ts'
import { dutyDeadlines, makeUpTime, type PlanDuty, planDuties } from './plan-duty.ts'
import type { PlanFrame } from './plan-frame.ts'
import type { PlanStep } from './plan-step.ts'

/** A solved plan. */
export interface PlanSolution {
  readonly schedule: Schedule
  /** place of the permit in the network; absent where the project needs none */
  readonly permit: number | undefined
  /** ends are those of the permit, or of everything where there is none */
  readonly ends: CombinationEnds
  readonly duties: readonly PlanDuty[]
  /** the time by which a commitment is made up; absent where no day is known */
  readonly dueOf: (commitment: string) => number | undefined
}

/** A step as an activity. */
export function activityOf({ id, days, after }: PlanStep): NetworkActivity {
  return { id, duration: days.value, naturalDays: days.unit === 'natural-days', after }
}

/** Solves the plan. */
export function planSolution(
  frame: PlanFrame,
): Result<PlanSolution, NetworkRefusal | 'too-many-commitments'> {
  const read = planNetworks(frame)
  if (!read.ok) return read
  const marked = signed(read.value.now, frame.signed)
  return marked.ok ? solve(frame, read.value, marked.value) : marked
}

/** The same steps three times: what was begun waits for nothing any more, yet it was put off, or freed, once. */
interface PlanNetworks {
  /** as they stand today */
  readonly now: Network
  /** as if nothing had happened */
  readonly planned: Network
  /** as they stand today, for trying other commitments than those that are signed */
  readonly tried: Network
}

function planNetworks(frame: PlanFrame): Result<PlanNetworks, NetworkRefusal> {
  const { steps, signed, progress, axis } = frame
  const activities = steps.map(activityOf)
  const planned = networkOf(frame, activities)
  if (!planned.ok) return planned
  if (progress === undefined || axis === undefined)
    return accept({ now: planned.value, planned: planned.value, tried: planned.value })
  const now = networkOf(frame, activitiesToday(activities, progress, axis))
  if (!now.ok) return now
  const tried = networkOf(frame, activitiesTried(activities, { progress, signed }, axis))
  return tried.ok ? accept({ now: now.value, planned: planned.value, tried: tried.value }) : tried
}

function networkOf({ commitments }: PlanFrame, activities: readonly NetworkActivity[]) {
  return network({ activities, commitments: commitments.map(({ id }) => id) })
}

function solve(
  frame: PlanFrame,
  { now, planned, tried }: PlanNetworks,
  marked: Signed,
): Result<PlanSolution, 'circle' | 'too-many-commitments'> {
  const axis = frame.axis ?? everyDayWorked
  const permit = permitIn(frame, now, axis)
  const toPermit = (network: Network) => ({ ...network, goal: placeIn(network, now, permit) })
  const ends = combinationEnds(toPermit(tried), axis)
  if (!ends.ok) return ends
  const duties = planDuties(frame.steps, toPermit(planned), marked).filter(
    ({ step }) => frame.progress?.steps[step]?.finished === undefined,
  )
  const dueAt = dueIn(frame, now, permit)
  const held = frame.view === 'project' ? permit : undefined
  const deadlines = dutyDeadlines(duties, now, dueAt)
  const schedule = criticalPath(now, marked, {
    axis,
    deadlines: (early) =>
      new Map([...deadlines(early), ...(held === undefined ? [] : [[held, early[held] ?? 0] as const])]),
  })
  if (!schedule.ok) return schedule
  const { earlyFinish } = schedule.value
  const dueOf = (commitment: string) => dueAt(commitment, earlyFinish)
  return accept({ schedule: schedule.value, permit, ends: ends.value, duties, dueOf })
}

/** The place that a step has in another network of the same steps; -1 where there is no step. */
function placeIn(other: Network, { ids }: Network, place: number | undefined): number {
  return place === undefined ? -1 : other.ids.indexOf(ids[place] ?? '')
}

/** The place of the permit; the later one where facts leave open which it is. */
function permitIn({ permits }: PlanFrame, network: Network, axis: DayAxis): number | undefined {
  const places = permits.map((id) => network.ids.indexOf(id)).filter((place) => place >= 0)
  if (places.length < 2) return places[0]
  const none = network.commitments.map(() => 0)
  const early = criticalPath(network, none, { axis })
  const finish = (place: number) => (early.ok ? (early.value.earlyFinish[place] ?? 0) : 0)
  return places.toSorted((a, b) => finish(b) - finish(a))[0]
}

function dueIn(frame: PlanFrame, network: Network, permit: number | undefined) {
  const { commitments, axis = everyDayWorked } = frame
  return (id: string, earlyFinish: Column): number | undefined => {
    const commitment = commitments.find((one) => one.id === id)
    if (commitment === undefined || permit === undefined) return undefined
    const place = network.ids.indexOf(commitment.service)
    const expected = (earlyFinish[place] ?? 0) - (network.durations[place] ?? 0)
    const signing = begunAt(frame, commitment.service) ?? expected
    return makeUpTime(commitment, { signing, permit: earlyFinish[permit] ?? 0 }, axis)
  }
}

/** When a step was begun: a commitment is taken to be signed when its service begins. */
function begunAt({ progress, axis }: PlanFrame, step: string): number | undefined {
  const actual = progress?.steps[step]
  return actual === undefined ? undefined : axis?.timeOf(actual.started)
}
