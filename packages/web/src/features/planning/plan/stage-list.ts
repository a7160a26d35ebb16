/**
 * The steps by stage, and the stage the project is in.
 */

import type { PlannedStep } from '@guanjia/core/planning'
import { isDone } from './next-step.ts'
import { inOrder, type Trial } from './trial.ts'
import type { WirePlan } from './wire-plan.ts'

/** A stage with its steps in the order in which they can begin; 0 for work that belongs to none. */
export interface StageSteps {
  readonly number: number
  readonly name: string
  readonly steps: readonly PlannedStep[]
  readonly done: number
}

/** All stages that have a step; work without a stage comes last. */
export function stageList(
  { plan }: Pick<Trial, 'plan'>,
  { stages }: Pick<WirePlan, 'stages'>,
  other: string,
): readonly StageSteps[] {
  const ordered = inOrder(plan)
  return [...stages, { number: 0, name: other }].flatMap(({ number, name }) => {
    const steps = ordered.filter(({ stage }) => (stage ?? 0) === number)
    return steps.length === 0 ? [] : [{ number, name, steps, done: steps.filter(isDone).length }]
  })
}

/** The stage of what drives the end and is not done yet. */
export function currentStage({ plan }: Pick<Trial, 'plan'>): number {
  const open = plan.criticalPath
    .map((id) => plan.steps.find((step) => step.id === id))
    .filter((step) => step !== undefined && !isDone(step))
  return open.find((step) => step?.stage !== undefined && step.stage <= lastStage)?.stage ?? lastStage
}

/** What runs beside the four stages is no stage to be in. */
const lastStage = 4
