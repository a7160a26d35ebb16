/**
 * A case that rests (中止审批): what it turns on is not there, and nobody in the office can bring it about.
 *
 * Rules: the head of the authority suspends with a ground and reasons, and the applicant is told; no act of the review is
 * possible until it is resumed. It holds the committed clock alone: article 45 of the Administrative Licensing Law names
 * what does not count by statute, and a suspension is not among it; the whole-process clock is held by nothing (B8, B9).
 * The grounds follow those of art. 39 of the Administrative Reconsideration Law (G).
 */

import { type PlainDate, type WorkingCalendar, workingDaysBetween } from '../../calendar/index.ts'
import { accept, type Result, refuse } from '../../kernel/index.ts'
import type { CaseRefusal } from '../case-command.ts'
import type { FollowingPaper } from '../case-event.ts'
import { type CaseState, owedPapers, runningSuspension, type Suspension } from '../case-state.ts'
import { limitDue } from '../clocks/case-clock.ts'
import { dated, type HandlersOf, happens } from './handler.ts'
import { inReview } from './review.ts'

/** Resting, and going on. */
export const suspension: HandlersOf<'suspend' | 'resume'> = {
  suspend: (state, { suspension: id, ground, reason, expected, ...command }) => {
    const ready = inReview(state)
    if (!ready.ok) return ready
    if (reason.trim() === '') return refuse('reasons-missing')
    if (expected !== null && expected <= command.on) return refuse('expected-day-past')
    return happens({ ...dated(command), type: 'suspended', suspension: id, ground, reason, expected })
  },

  resume: (state, { reason, ...command }, calendar) => {
    const running = runningSuspension(state)
    if (running === undefined) return refuse('case-not-suspended')
    if (reason.trim() === '') return refuse('reasons-missing')
    const follow = movedFollow(state, { running, on: command.on }, calendar)
    if (!follow.ok) return follow
    const event = { type: 'resumed', suspension: running.id, reason, follow: follow.value } as const
    return happens({ ...dated(command), ...event })
  },
}

/** Papers that were accepted to follow have, from the day the case goes on, the working days they had left when it rested. */
function movedFollow(
  state: CaseState,
  { running, on }: { readonly running: Suspension; readonly on: PlainDate },
  calendar: WorkingCalendar,
): Result<readonly FollowingPaper[], CaseRefusal> {
  const moved: FollowingPaper[] = []
  for (const paper of owedPapers(state)) {
    const due = movedDay(paper.due, { running, on }, calendar)
    if (!due.ok) return due
    moved.push({ ...paper, due: due.value })
  }
  return accept(moved)
}

function movedDay(
  due: PlainDate,
  { running, on }: { readonly running: Suspension; readonly on: PlainDate },
  calendar: WorkingCalendar,
): Result<PlainDate, CaseRefusal> {
  // a day that had passed before the case rested is not given back
  if (due < running.startedOn) return accept(due)
  const left = workingDaysBetween(calendar, running.startedOn, due)
  if (!left.ok) return left
  return limitDue(calendar, on, { value: left.value, unit: 'working-days', source: 'B9', mark: 'G' })
}
