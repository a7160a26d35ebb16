/**
 * The last days of the clocks of a whole case as they were told: kept with the case and in the events whose paper prints
 * them, so that a calendar corrected later shows what it has moved, and changes no paper that was issued before.
 */

import type { PlainDate, WorkingCalendar } from '../../calendar/index.ts'
import type { CaseEvent, ClockEnds, CountedClock, MovedEnd } from '../case-event.ts'
import { evolveCase } from '../case-evolution.ts'
import type { CaseState, MaybeCase } from '../case-state.ts'
import { type Deadline, openDeadlines } from './deadline.ts'

const counted: readonly CountedClock[] = ['one-time-notice', 'committed', 'statutory']

/** The ends among the deadlines of a case. */
export function clockEndsOf(deadlines: readonly Deadline[]): ClockEnds {
  return Object.fromEntries(
    counted.flatMap((clock) => {
      const due = deadlines.find(({ kind }) => kind === clock)?.due ?? null
      return due === null ? [] : [[clock, due]]
    }),
  )
}

/** The ends as they are counted on a day; none where a year that they need is not published. */
export function clockEnds(state: CaseState, calendar: WorkingCalendar, on: PlainDate): ClockEnds {
  const deadlines = openDeadlines(state, calendar, on)
  return deadlines.ok ? clockEndsOf(deadlines.value) : {}
}

/** What another counting has moved: a clock that had no end in one of the two has not moved. */
export function movedEnds(before: ClockEnds, now: ClockEnds): readonly MovedEnd[] {
  return counted.flatMap((clock) => {
    const [old, end] = [before[clock], now[clock]]
    return old === undefined || end === undefined || old === end ? [] : [{ clock, before: old, now: end }]
  })
}

/**
 * Events whose paper prints ends, each with the ends as they stand after it, and what was kept as it was kept; all others as
 * they are.
 */
export function withClockEnds(
  before: MaybeCase,
  events: readonly CaseEvent[],
  calendar: WorkingCalendar,
): readonly CaseEvent[] {
  let state = before
  return events.map((event) => {
    state = evolveCase(state, event)
    return printsEnds(event) && event.ends === undefined
      ? { ...event, ends: clockEnds(state, calendar, event.on) }
      : event
  })
}

function printsEnds(
  event: CaseEvent,
): event is Extract<CaseEvent, { type: 'received' | 'accepted' | 'limit-extended' | 'resumed' }> {
  return ['received', 'accepted', 'limit-extended', 'resumed'].includes(event.type)
}
