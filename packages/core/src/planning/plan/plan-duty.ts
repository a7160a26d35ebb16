/**
 * Duties: what a signed commitment leaves to be done after the permit, and by when.
 */

import type { Column } from '../network/column.ts'
import { criticalPath } from '../network/critical-path.ts'
import type { DayAxis } from '../network/day-axis.ts'
import type { Network, Signed } from '../network/network.ts'
import type { FrameCommitment } from './plan-frame.ts'
import type { PlanStep } from './plan-step.ts'

/** A step that the permit no longer waits for. */
export interface PlanDuty {
  /** id of the step */
  readonly step: string
  /** id of the commitment that put it off */
  readonly commitment: string
}

/**
 * The duties that signed commitments make: the steps they put off, and what leads to these alone. `goal` of the network is
 * the permit.
 */
export function planDuties(
  steps: readonly PlanStep[],
  network: Network,
  signed: Signed,
): readonly PlanDuty[] {
  const [needed, neededBefore] = [
    neededFor(network, signed),
    neededFor(
      network,
      signed.map(() => 0),
    ),
  ]
  const isPutOff = (id: string) => !needed.has(id) && neededBefore.has(id)
  const isSigned = (id: string) => signed[network.commitments.indexOf(id)] === 1
  const after = new Map(steps.map((step) => [step.id, step.after]))
  const duties = new Map<string, PlanDuty>()
  const putOff = (step: string, commitment: string) => {
    if (!isPutOff(step) || duties.has(`${step} ${commitment}`)) return
    duties.set(`${step} ${commitment}`, { step, commitment })
    for (const { id } of after.get(step) ?? []) putOff(id, commitment)
  }
  for (const { id, waivedBy } of steps.flatMap((step) => step.after))
    if (waivedBy !== undefined && isSigned(waivedBy)) putOff(id, waivedBy)
  return [...duties.values()]
}

/** The ids of what the goal waits for. */
function neededFor(network: Network, signed: Signed): ReadonlySet<string> {
  const solved = criticalPath(network, signed)
  if (!solved.ok || network.goal < 0) return new Set()
  return new Set(network.ids.filter((_, place) => solved.value.lateFinish[place] !== Infinity))
}

/** The time by which a commitment is made up; absent where it is a stage of the works that no day is known of. */
export function makeUpTime(
  { makeUp }: Pick<FrameCommitment, 'makeUp'>,
  times: { readonly signing: number; readonly permit: number },
  axis: DayAxis,
): number | undefined {
  if (makeUp.kind === 'milestone') return undefined
  const from = times[makeUp.from]
  return makeUp.unit === 'natural-days' ? axis.afterNaturalDays(from, makeUp.value) : from + makeUp.value
}

/** The deadlines of duties, by the places of their steps: the first where several commitments put one step off. */
export function dutyDeadlines(
  duties: readonly PlanDuty[],
  network: Network,
  dueOf: (commitment: string, earlyFinish: Column) => number | undefined,
): (earlyFinish: Column) => ReadonlyMap<number, number> {
  return (earlyFinish) => {
    const deadlines = new Map<number, number>()
    for (const { step, commitment } of duties) {
      const place = network.ids.indexOf(step)
      const due = dueOf(commitment, earlyFinish)
      if (due !== undefined) deadlines.set(place, Math.min(due, deadlines.get(place) ?? Infinity))
    }
    return deadlines
  }
}
