/**
 * The fifteen status codes under which a case is reported to the national platform, and the ways from one to the next.
 *
 * Source: data exchange standard of the national system for the approval of construction projects, code list 办理状态 (S);
 * the transitions are derived from its procedure (G).
 */

import { assert } from '../kernel/index.ts'

/** A national status code. */
export type NationalStatus = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15

/** Which code may follow which; a code without followers ends the case. */
export const statusTransitions: Readonly<Record<NationalStatus, readonly NationalStatus[]>> = {
  1: [2, 3, 4, 5, 6],
  2: [],
  3: [6, 8, 14],
  4: [],
  5: [],
  6: [7, 2],
  // a request that was taken back leaves the office free not to take the case on
  7: [3, 4, 5, 6, 8],
  8: [6, 9, 11, 12, 13, 14],
  9: [10],
  10: [8, 11, 12, 13],
  // what made a promise up may be returned: the grant is on promise again
  11: [12, 15],
  12: [11, 15],
  13: [],
  14: [],
  15: [],
}

/** The history with more codes behind it; a way that is not declared is a broken promise of the decider. */
export function statusesAfter(
  history: readonly NationalStatus[],
  codes: readonly NationalStatus[],
): readonly NationalStatus[] {
  let last = history.at(-1)
  for (const code of codes) {
    const isDeclared = last === undefined ? code === 1 : statusTransitions[last].includes(code)
    assert(isDeclared, `status ${String(code)} follows ${String(last)}`)
    last = code
  }
  return [...history, ...codes]
}
