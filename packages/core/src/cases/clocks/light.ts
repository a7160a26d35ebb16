/**
 * The light of a clock (rule B18): amber at one day or a fifth left and on the last day, red once it is over, grey while it
 * is held. It is never shown without its words.
 */

import type { TimeLimit } from '../../calendar/index.ts'

/** A light; `off` once the clock has stopped. */
export type Light = 'green' | 'amber' | 'red' | 'grey' | 'off'

/** The light of a running limit. */
export function lightOfLimit({ state }: Pick<TimeLimit, 'state'>): Light {
  if (state === 'paused') return 'grey'
  return state === 'done' ? 'off' : state
}

/** How near a day that stands fast has come. */
export interface Nearness {
  /** working days between the day it was set and the day itself */
  readonly granted: number
  readonly remaining: number
  readonly isOver: boolean
}

/** The light of a day that nothing holds. */
export function lightOfDay({ granted, remaining, isOver }: Nearness): Light {
  if (isOver) return 'red'
  return remaining <= Math.max(1, granted / 5) ? 'amber' : 'green'
}
