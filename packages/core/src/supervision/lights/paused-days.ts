/**
 * Days that a node is not charged with.
 */

import { addDays, type PlainDate } from '../../calendar/index.ts'
import type { NodePause } from './node-facts.ts'

/** Days from the first to the last, both counted. */
export interface DayRange {
  readonly from: PlainDate
  readonly until: PlainDate
}

/** The paused days up to a day, as ranges that neither touch nor overlap; a pause that lasts ends with that day. */
export function pausedRanges(pauses: readonly NodePause[], on: PlainDate): readonly DayRange[] {
  const ranges: DayRange[] = []
  const cut = pauses
    .map(({ from, until }) => ({ from, until: until === undefined || until > on ? on : until }))
    .filter(({ from, until }) => from <= until)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
  for (const range of cut) {
    const last = ranges.at(-1)
    if (last === undefined || range.from > addDays(last.until, 1)) ranges.push(range)
    else if (range.until > last.until) ranges.splice(-1, 1, { from: last.from, until: range.until })
  }
  return ranges
}
