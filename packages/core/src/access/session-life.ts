/**
 * How long a session lives, and how sign-in fails closed.
 *
 * Terms: *idle* counts from the last request, *absolute* from the opening. A staff session asks for two factors and is
 * short; an applicant may fill in a form over a lunch break.
 */

import type { Assurance } from './principal.ts'

/** Limits of one kind of session, in milliseconds. */
export interface SessionLimits {
  readonly idleMs: number
  readonly absoluteMs: number
}

const minute = 60_000
const hour = 60 * minute

/**
 * The limits for the way somebody signed in.
 *
 * @see GB/T 22239-2019 8.1.4.1 b) asks for a time-out; the figures are the platform's own
 */
export function sessionLimits(assurance: Assurance): SessionLimits {
  if (assurance === 'two-factor') return { idleMs: 30 * minute, absoluteMs: 10 * hour }
  return { idleMs: 4 * hour, absoluteMs: 24 * hour }
}

/** What is stored of a session, as epoch milliseconds. */
export interface SessionTimes {
  readonly openedAt: number
  readonly lastSeenAt: number
}

/** Whether a session opened and last seen at these moments is still live at `now`. */
export function isSessionLive(times: SessionTimes, assurance: Assurance, now: number): boolean {
  const { idleMs, absoluteMs } = sessionLimits(assurance)
  return now < times.openedAt + absoluteMs && now < times.lastSeenAt + idleMs
}

/** Failures in a row after which a staff account rests. */
export const failuresBeforeRest = 5

/**
 * How long a staff account rests after so many failures in a row, in milliseconds: nothing below the limit, then a
 * quarter of an hour, doubling with each further failure up to a day.
 */
export function restAfterFailures(failures: number): number {
  if (failures < failuresBeforeRest) return 0
  return Math.min(24 * hour, 15 * minute * 2 ** (failures - failuresBeforeRest))
}
