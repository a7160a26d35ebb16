/**
 * A clock that stands still until a test moves it; legal time is the same time.
 */

import type { Clock } from '../../../server/src/platform/clock.ts'

/** A clock under the hand of a test. */
export interface FakeClock extends Clock {
  /** moves it to this instant */
  readonly set: (instant: string | Date) => void
  /** moves it forward (or, with a negative number, back) */
  readonly advance: (milliseconds: number) => void
}

/** A clock that starts at an ISO instant and stands still. */
export function fakeClock(start: string | Date): FakeClock {
  let now = new Date(start)
  return {
    now: () => new Date(now),
    legalNow: async () => new Date(now),
    legalTime: () => new Date(now),
    machineTime: (at) => at,
    set: (instant) => {
      now = new Date(instant)
    },
    advance: (milliseconds) => {
      now = new Date(now.getTime() + milliseconds)
    },
  }
}
