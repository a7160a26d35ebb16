/**
 * How a case ends without a decision, and what a corrected calendar changes.
 */

import { calendarGrounds, type PlainDate } from '../../calendar/index.ts'
import { accept, refuse } from '../../kernel/index.ts'
import type { WithdrawalGround } from '../case-event.ts'
import { type CaseState, openCorrection, owedPapers, runningSuspension } from '../case-state.ts'
import { clockEndsOf, movedEnds } from '../clocks/clock-ends.ts'
import { openDeadlines } from '../clocks/deadline.ts'
import { dated, type HandlersOf, happens } from './handler.ts'

/** The time that has run out for the applicant, if any. */
function groundOn(state: CaseState, on: PlainDate): WithdrawalGround | undefined {
  const correction = openCorrection(state)
  if (correction !== undefined && on > correction.due) return 'correction-not-answered'
  return owedPapers(state).some(({ due }) => on > due) ? 'paper-not-followed' : undefined
}

/** Taking a case back, by wish or by lapse of time. */
export const endings: HandlersOf<'withdraw' | 'deem-withdrawn'> = {
  withdraw: ({ situation, endedOn }, command) => {
    if (endedOn !== null) return refuse('case-ended')
    if (situation.at === 'draft') return happens({ ...dated(command), type: 'discarded' })
    return happens({ ...dated(command), type: 'withdrawn', ground: 'applicant' })
  },

  'deem-withdrawn': (state, command) => {
    if (state.endedOn !== null) return refuse('case-ended')
    if (runningSuspension(state) !== undefined) return refuse('case-suspended')
    const ground = groundOn(state, command.on)
    if (ground === undefined) return refuse('period-not-over')
    return happens({ ...dated(command), type: 'withdrawn', ground })
  },
}

/** A calendar that was corrected may move the end of a running clock, and only then the case says so. */
export const revisions: HandlersOf<'revise-calendar'> = {
  'revise-calendar': (state, { before, ends, ...command }, calendar) => {
    if (state.endedOn !== null) return refuse('case-ended')
    if (before === calendar.version) return refuse('calendar-unchanged')
    const deadlines = openDeadlines(state, calendar, command.on)
    if (!deadlines.ok) return deadlines
    const now = clockEndsOf(deadlines.value)
    const moved = movedEnds(ends, now)
    if (moved.length === 0) return accept([])
    const event = { type: 'calendar-revised', calendar: calendar.version } as const
    const committed = { dueBefore: ends.committed ?? null, dueNow: now.committed ?? null }
    const last = moved
      .map(({ before, now }) => (before > now ? before : now))
      .toSorted()
      .at(-1)
    const grounds = calendarGrounds(calendar, command.on, last ?? command.on)
    return happens({ ...dated(command), ...event, ...committed, moved, grounds })
  },
}
