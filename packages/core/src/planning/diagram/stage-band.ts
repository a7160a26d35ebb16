/**
 * The stages over the axis: each lasts from the first step of the driving chain that belongs to it to the next stage.
 */

import type { StageNumber } from '../../catalogue/index.ts'
import type { ReckonedPlan } from '../plan/reckoned-plan.ts'
import type { DiagramAxis } from './diagram-axis.ts'

/** Where a stage stands on the axis. */
export interface StageBand {
  readonly stage: StageNumber
  readonly x: number
  readonly width: number
}

/**
 * The stages in order and without a gap. A step of an earlier stage that the chain comes to later opens nothing, a step
 * without a stage belongs to the one it stands in, and construction belongs to the stage of the permit.
 */
export function stageBands({ steps, criticalPath }: ReckonedPlan, axis: DiagramAxis): readonly StageBand[] {
  const byId = new Map(steps.map((step) => [step.id, step]))
  const starts: { stage: StageNumber; time: number }[] = []
  for (const id of criticalPath) {
    const { stage, earlyStart } = byId.get(id) ?? {}
    if (stage === undefined || earlyStart === undefined) continue
    if (stage > (starts.at(-1)?.stage ?? 0) && stage <= lastStage) starts.push({ stage, time: earlyStart })
  }
  return starts.map(({ stage, time }, index) => {
    const x = index === 0 ? axis.from : axis.xOf(time)
    const end = starts[index + 1]
    return { stage, x, width: (end === undefined ? axis.to : axis.xOf(end.time)) - x }
  })
}

/** Beyond the four stages are matters that run beside them. */
const lastStage = 4
