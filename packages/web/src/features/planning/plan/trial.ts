/**
 * A plan reckoned in the browser by the engine the server has too, with commitments and days that are only tried out.
 */

import type { WorkingCalendar } from '@guanjia/core/calendar'
import {
  type FoundAdvice,
  type PlannedStep,
  type ReckonedPlan,
  reckonedPlan,
  type WorkingDayAxis,
} from '@guanjia/core/planning'
import type { DatedFrame } from './wire-plan.ts'

/** What is tried out. */
export interface PlanChoice {
  /** ids of commitments taken to be signed */
  readonly signed: readonly string[]
  /** days by the id of the step, over those that are set */
  readonly durations: Readonly<Record<string, number>>
}

/** The plan as it would be. */
export interface Trial {
  readonly plan: ReckonedPlan
  readonly advice: ReadonlyMap<string, FoundAdvice>
  readonly days: WorkingDayAxis
  readonly calendar: WorkingCalendar
}

/** Reckons a frame with a choice; a commitment that may not be signed is left out. */
export function trialOf({ frame, calendar }: DatedFrame, { signed, durations }: PlanChoice): Trial {
  const known = signed.filter((id) => frame.commitments.some((one) => one.id === id))
  const steps = frame.steps.map((step) => {
    const value = durations[step.id]
    return value === undefined ? step : { ...step, days: { ...step.days, value, isDefault: false } }
  })
  const reckoned = reckonedPlan({ ...frame, steps, signed: known })
  if (!reckoned.ok) throw new Error(`a plan from the server can be reckoned: ${reckoned.code}`)
  return { ...reckoned.value, days: frame.axis, calendar }
}

/** The finish everything runs to: the permit, else the last finish. */
export function goalOf({ workingDays }: ReckonedPlan): number {
  return workingDays.permit ?? workingDays.end
}

/** The steps in the order in which they can be done. */
export function inOrder({ steps }: ReckonedPlan): readonly PlannedStep[] {
  return steps.toSorted((a, b) => a.earlyStart - b.earlyStart || a.earlyFinish - b.earlyFinish)
}
