/**
 * What is to be done next, and by whom.
 */

import type { PlannedStep, ReckonedPlan } from '@guanjia/core/planning'

/** Whether the applicant does it, or has it done. */
export function isOwn({ lane }: Pick<PlannedStep, 'lane'>): boolean {
  return lane === 'applicant' || lane === 'agency'
}

export function isDone({ actual }: PlannedStep): boolean {
  return actual?.status === 'done'
}

/** The steps that wait for nothing that is not done yet. */
export function readySteps({ steps, signed }: ReckonedPlan): readonly PlannedStep[] {
  const done = new Set(steps.filter(isDone).map(({ id }) => id))
  const isOver = ({ id, waivedBy, insteadOf }: PlannedStep['after'][number]) =>
    done.has(id) ||
    (waivedBy !== undefined && signed.includes(waivedBy)) ||
    (insteadOf !== undefined && !signed.includes(insteadOf))
  return steps.filter((step) => !isDone(step) && step.after.every(isOver))
}

/**
 * The step the applicant should turn to: among its own that can begin, or else among its own that come next, the one that
 * must be finished first; where it has none left, whatever comes next.
 */
export function nextStep(plan: ReckonedPlan): PlannedStep | undefined {
  const open = plan.steps.filter((step) => !isDone(step))
  const own = open.filter(isOwn)
  const ready = readySteps(plan).filter(isOwn)
  if (ready.length > 0) return first(ready, lastFinish)
  return first(own.length > 0 ? own : open, ({ earlyStart }) => earlyStart)
}

function lastFinish({ lateFinish, duty, earlyFinish }: PlannedStep): number {
  return duty?.due ?? lateFinish ?? earlyFinish
}

function first(steps: readonly PlannedStep[], by: (step: PlannedStep) => number): PlannedStep | undefined {
  return steps.toSorted((a, b) => by(a) - by(b) || a.earlyStart - b.earlyStart)[0]
}
