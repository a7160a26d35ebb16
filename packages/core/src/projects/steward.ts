/**
 * Stewards (项目管家): the people who see a project through, and who of them can take one on.
 */

import type { PlainDate } from '../calendar/index.ts'

/** Days on which a steward is away, both included. */
export interface Leave {
  readonly from: PlainDate
  readonly to: PlainDate
}

/** A member of the stewards' team. */
export interface Steward {
  readonly id: string
  readonly isLeader: boolean
  /** kinds of project this steward knows well, such as `industrial` or `medical`; words of content */
  readonly specialties: readonly string[]
  readonly leaves: readonly Leave[]
}

/** What a steward has on hand. */
export interface Workload {
  /** active projects as primary steward */
  readonly primary: number
  /** active projects as backup */
  readonly backup: number
}

/** Whether a steward is at work on a day, as far as leave goes. */
export function isPresent({ leaves }: Steward, on: PlainDate): boolean {
  return !leaves.some(({ from, to }) => from <= on && on <= to)
}
