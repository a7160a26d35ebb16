/**
 * Which duties a department looks at.
 */

import type { CallOutput } from '../../../../api/call.ts'

export type OwedDuty = CallOutput<'GET /api/department/duties'>['duties'][number]

/** `due`: what the department has to act on; `settled`: made up, or ended by a revocation. */
export const dutyFilters = ['all', 'due', 'open', 'lapsed', 'settled'] as const

export type DutyFilter = (typeof dutyFilters)[number]

export function isShown({ state, revocation }: OwedDuty, filter: DutyFilter): boolean {
  const isSettled = state === 'made-up' || revocation === 'revoked'
  switch (filter) {
    case 'all':
      return true
    case 'settled':
      return isSettled
    case 'due':
      return state === 'failed' && !isSettled
    default:
      return state === filter && !isSettled
  }
}
