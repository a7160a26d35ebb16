/**
 * Steps with their times, dates, duties and how they stand.
 */

import type { PlainDate } from '../../calendar/index.ts'
import { type ScheduledActivity, scheduledActivities } from '../network/scheduled-activity.ts'
import { type Progress, plannedFinish, type StepStatus, stepStatus } from '../progress/step-progress.ts'
import type { PlanDuty } from './plan-duty.ts'
import type { PlanFrame } from './plan-frame.ts'
import { activityOf, type PlanSolution } from './plan-solution.ts'
import type { PlanStep } from './plan-step.ts'
import type { WorkingDayAxis } from './working-day-axis.ts'

/** A step with its times in working days from the start, and its dates. */
export interface PlannedStep extends PlanStep, ScheduledActivity {
  readonly dates?: StepDates
  readonly duty?: PlannedDuty
  readonly actual?: StepActual
}

/** The days on which a step can begin, can be finished and must be finished. */
export interface StepDates {
  readonly start: PlainDate
  readonly early: PlainDate
  readonly late: PlainDate | null
}

/** A duty with its day. */
export interface PlannedDuty {
  readonly commitment: string
  /** working days from the start; absent where no day is known */
  readonly due?: number
  readonly dueDate?: PlainDate
}

/** How a step stands on the day of the forecast. */
export interface StepActual {
  readonly status: StepStatus
  /** working days that it took, or has taken so far, beyond its own; negative where it took fewer, 0 before it begins */
  readonly beyond: number
}

/** All steps of a frame with the times of its solution. */
export function plannedSteps(frame: PlanFrame, solution: PlanSolution): readonly PlannedStep[] {
  const scheduled = new Map(scheduledActivities(solution.schedule).map((times) => [times.id, times]))
  return frame.steps.flatMap((step) => {
    const times = scheduled.get(step.id)
    return times === undefined ? [] : [plannedStep(step, frame, solution, times)]
  })
}

function plannedStep(
  step: PlanStep,
  { axis, progress }: PlanFrame,
  { duties, dueOf }: PlanSolution,
  scheduled: ScheduledActivity,
): PlannedStep {
  const times = progress && axis ? asBegun(scheduled, progress, axis) : scheduled
  const duty = duties.find((one) => one.step === step.id)
  return {
    ...step,
    ...times,
    ...(axis && { dates: stepDates(times, axis) }),
    ...(duty && { duty: plannedDuty(duty, dueOf(duty.commitment), axis) }),
    ...(progress && axis && { actual: stepActual(step, progress, axis) }),
  }
}

/** A step that was begun started when it did, and one that is done has no float left. */
function asBegun(times: ScheduledActivity, { steps }: Progress, axis: WorkingDayAxis): ScheduledActivity {
  const actual = steps[times.id]
  if (actual === undefined) return times
  const earlyStart = axis.timeOf(actual.started)
  const begun = { ...times, earlyStart, duration: times.earlyFinish - earlyStart }
  if (actual.finished !== undefined)
    return { ...begun, lateStart: null, lateFinish: null, totalFloat: null, freeFloat: null, critical: false }
  return { ...begun, lateStart: times.totalFloat === null ? null : earlyStart + times.totalFloat }
}

function stepActual(step: PlanStep, progress: Progress, axis: WorkingDayAxis): StepActual {
  const activity = activityOf(step)
  const status = stepStatus(activity, progress, axis)
  const actual = progress.steps[step.id]
  if (actual === undefined) return { status, beyond: 0 }
  const planned = plannedFinish(activity, actual, axis)
  const beyond = axis.timeOf(actual.finished ?? progress.today) - planned
  return { status, beyond: status === 'running' ? 0 : beyond }
}

function plannedDuty(
  { commitment }: PlanDuty,
  due: number | undefined,
  axis: WorkingDayAxis | undefined,
): PlannedDuty {
  if (due === undefined) return { commitment }
  return { commitment, due, ...(axis && { dueDate: axis.dateAt(due) }) }
}

function stepDates(
  { earlyStart, earlyFinish, lateFinish }: ScheduledActivity,
  axis: WorkingDayAxis,
): StepDates {
  const late = lateFinish === null || lateFinish < 0 ? null : axis.dateAt(lateFinish)
  return { start: axis.dateAt(earlyStart), early: axis.dateAt(earlyFinish), late }
}
