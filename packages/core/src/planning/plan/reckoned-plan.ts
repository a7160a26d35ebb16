/**
 * A frame reckoned through: times, dates, duties, and what commitments would save.
 */

import type { PlainDate } from '../../calendar/index.ts'
import { accept, type Result } from '../../kernel/index.ts'
import { commitmentAdvice } from '../network/commitment-advice.ts'
import type { NetworkRefusal } from '../network/network-description.ts'
import { criticalChain } from '../network/scheduled-activity.ts'
import { todayId } from '../progress/step-progress.ts'
import {
  type BestCombination,
  type DaysSaved,
  daysSaved,
  type FoundAdvice,
  foundAdvice,
  planBest,
} from './plan-commitment.ts'
import type { PlanFrame } from './plan-frame.ts'
import { type PlanSolution, planSolution } from './plan-solution.ts'
import type { PlanView } from './plan-step.ts'
import { type PlannedStep, plannedSteps } from './planned-step.ts'
import type { WorkingDayAxis } from './working-day-axis.ts'

/** The dates of a plan. */
export interface PlanDates {
  readonly start: PlainDate
  readonly permit: PlainDate | null
  readonly end: PlainDate
  /** the day of the forecast, where there is progress */
  readonly today?: PlainDate
  /** version of the calendar */
  readonly calendar: string
  /** first day from which weekends alone are taken to be free, because its year is not published */
  readonly assumedFrom?: PlainDate
}

/** A plan without its reasons. */
export interface ReckonedPlan {
  readonly view: PlanView
  readonly signed: readonly string[]
  readonly steps: readonly PlannedStep[]
  /** id of the permit; `null` where the project needs none */
  readonly permit: string | null
  /** finish of the permit, `null` where the project needs none, and of everything */
  readonly workingDays: { readonly permit: number | null; readonly end: number }
  readonly dates?: PlanDates
  /** the days of all steps one after the other */
  readonly serialSum: number
  /** one chain that drives the end, first to last */
  readonly criticalPath: readonly string[]
  /** what the signed commitments save, against signing none */
  readonly saved: DaysSaved
  readonly best: BestCombination
}

/** A plan with the sentence of each commitment that may be signed, by its id. */
export interface Reckoning {
  readonly plan: ReckonedPlan
  readonly advice: ReadonlyMap<string, FoundAdvice>
}

/** Why a frame cannot be reckoned. */
export type ReckoningRefusal = NetworkRefusal | 'too-many-commitments'

/**
 * Reckons a frame. Late dates run to the end; in the project view to the permit for all that it waits for, since that is
 * what construction waits for, and for a duty to the day its commitment is made up. With progress it is a forecast.
 */
export function reckonedPlan(frame: PlanFrame): Result<Reckoning, ReckoningRefusal> {
  const solution = planSolution(frame)
  return solution.ok ? accept(reckoningOf(frame, solution.value)) : solution
}

function reckoningOf(frame: PlanFrame, solution: PlanSolution): Reckoning {
  const { axis, signed, view } = frame
  const { schedule, permit, ends } = solution
  const times = {
    permit: permit === undefined ? null : (schedule.earlyFinish[permit] ?? 0),
    end: schedule.duration,
  }
  const steps = plannedSteps(frame, solution)
  const plan: ReckonedPlan = {
    view,
    signed: signed.toSorted(),
    steps,
    permit: permit === undefined ? null : (schedule.network.ids[permit] ?? null),
    workingDays: times,
    ...(axis && { dates: planDates(frame, axis, times) }),
    serialSum: steps.reduce((sum, { duration }) => sum + duration, 0),
    criticalPath: criticalChain(schedule).filter((id) => id !== todayId),
    saved: daysSaved(ends.ends[0] ?? 0, times.permit ?? times.end, axis),
    best: planBest(ends, axis),
  }
  return { plan, advice: foundAdvice(commitmentAdvice(ends, signed), axis) }
}

function planDates(
  { progress }: PlanFrame,
  axis: WorkingDayAxis,
  times: ReckonedPlan['workingDays'],
): PlanDates {
  const end = axis.dateAt(times.end)
  const assumedFrom = axis.assumedFrom(end)
  return {
    start: axis.start,
    permit: times.permit === null ? null : axis.dateAt(times.permit),
    end,
    ...(progress && { today: progress.today }),
    calendar: axis.calendar,
    ...(assumedFrom !== undefined && { assumedFrom }),
  }
}
