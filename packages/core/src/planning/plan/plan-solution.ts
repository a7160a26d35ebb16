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
import { activitiesToday } from '../progress/step-progress.ts'
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
  const activities = activitiesOf(frame)
  const read = network({ activities, commitments: frame.commitments.map(({ id }) => id) })
  if (!read.ok) return read
  const marked = signed(read.value, frame.signed)
  return marked.ok ? solve(frame, read.value, marked.value) : marked
}

function activitiesOf({ steps, progress, axis }: PlanFrame): readonly NetworkActivity[] {
  const activities = steps.map(activityOf)
  return progress === undefined || axis === undefined
    ? activities
    : activitiesToday(activities, progress, axis)
}

function solve(
  frame: PlanFrame,
  network: Network,
  marked: Signed,
): Result<PlanSolution, 'circle' | 'too-many-commitments'> {
  const axis = frame.axis ?? everyDayWorked
  const permit = permitIn(frame, network, axis)
  const toPermit = { ...network, goal: permit ?? -1 }
  const ends = combinationEnds(toPermit, axis)
  if (!ends.ok) return ends
  const duties = planDuties(frame.steps, toPermit, marked)
  const dueAt = dueIn(frame, network, permit)
  const held = frame.view === 'project' ? permit : undefined
  const deadlines = dutyDeadlines(duties, network, dueAt)
  const schedule = criticalPath(network, marked, {
    axis,
    deadlines: (early) =>
      new Map([...deadlines(early), ...(held === undefined ? [] : [[held, early[held] ?? 0] as const])]),
  })
  if (!schedule.ok) return schedule
  const { earlyFinish } = schedule.value
  const dueOf = (commitment: string) => dueAt(commitment, earlyFinish)
  return accept({ schedule: schedule.value, permit, ends: ends.value, duties, dueOf })
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

function dueIn({ commitments, axis }: PlanFrame, network: Network, permit: number | undefined) {
  return (id: string, earlyFinish: Column): number | undefined => {
    const commitment = commitments.find((one) => one.id === id)
    if (commitment === undefined || permit === undefined) return undefined
    const place = network.ids.indexOf(commitment.service)
    const signing = (earlyFinish[place] ?? 0) - (network.durations[place] ?? 0)
    return makeUpTime(commitment, { signing, permit: earlyFinish[permit] ?? 0 }, axis ?? everyDayWorked)
  }
}
