/**
 * The four words of the loop as four moments – 真实感知, 及时发现, 快速响应, 高效处置 – and how long the steps between
 * them take.
 */

import { parseInstant } from '../../calendar/index.ts'
import { assert } from '../../kernel/index.ts'
import type { IssueState } from '../issue/issue-state.ts'

/** A step between two moments of the loop. */
export type LoopStep = 'found' | 'responded' | 'handled'

/** How long a step takes: over how many issues, and the median in hours, null where there is none. */
export interface StepTime {
  readonly step: LoopStep
  readonly issues: number
  readonly medianHours: number | null
}

const steps = [
  ['found', 'noticed'],
  ['responded', 'found'],
  ['handled', 'responded'],
] as const

const hourMs = 3_600_000

function millisecondsOf(instant: string): number {
  const read = parseInstant(instant)
  assert(read.ok, 'events of an issue carry instants')
  return read.value
}

/** The middle value, the mean of the two middle ones of an even number; null of nothing. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle]
  if (upper === undefined) return null
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}

/** The time of every step over issues; an issue counts where both of its moments are there. */
export function loopTimes(issues: readonly Pick<IssueState, 'moments'>[]): readonly StepTime[] {
  return steps.map(([step, before]) => {
    const hours = issues.flatMap(({ moments }) => {
      const [from, to] = [moments[before], moments[step]]
      return from === null || to === null ? [] : [(millisecondsOf(to) - millisecondsOf(from)) / hourMs]
    })
    return { step, issues: hours.length, medianHours: median(hours) }
  })
}
