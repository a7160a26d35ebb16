/**
 * What a case makes of the step it stands for: begun with its acceptance, finished with its grant, and in between to be
 * finished when its committed clock ends, which special procedures, corrections and suspensions hold.
 */

import { dueDate, type PlainDate, type WorkingCalendar } from '../calendar/index.ts'
import {
  type CaseState,
  heldClock,
  openCorrection,
  runningProcedures,
  runningSuspension,
} from '../cases/index.ts'
import { accept, type Result } from '../kernel/index.ts'
import type { StepProgress } from '../planning/index.ts'

/**
 * The progress of the step on a day; undefined where the case has not begun it, or ended without a grant. Refuses a day
 * whose calendar is not published.
 */
export function progressOfCase(
  state: CaseState,
  calendar: WorkingCalendar,
  on: PlainDate,
): Result<StepProgress | undefined, 'calendar-not-published'> {
  const { acceptance, decision } = state
  if (acceptance === null || isFruitless(state)) return accept(undefined)
  const started = acceptance.from
  if (decision !== null) return accept({ started, finished: decision.on })
  const expected = expectedEnd(state, calendar, on)
  return expected.ok ? accept({ started, ...(expected.value && { expected: expected.value }) }) : expected
}

/** Whether a case is over and the step still has to be done: another one may be opened for it. */
export function isFruitless({ situation }: Pick<CaseState, 'situation'>): boolean {
  return ['refused', 'declined', 'withdrawn', 'discarded', 'revoked'].includes(situation.at)
}

/** The day the committed clock ends on; while it is held, what is left of it is counted from the expected end of the pause. */
function expectedEnd(
  state: CaseState,
  calendar: WorkingCalendar,
  on: PlainDate,
): Result<PlainDate | undefined, 'calendar-not-published'> {
  const clock = heldClock(state, 'committed', { calendar, on })
  if (!clock.ok || clock.value === undefined) return clock.ok ? accept(undefined) : clock
  const { due, remaining } = clock.value
  if (due !== undefined) return accept(due)
  const until = [
    ...runningProcedures(state).map(({ expected }) => expected),
    openCorrection(state)?.due ?? on,
    runningSuspension(state)?.expected ?? on,
  ]
  const resumed = until.reduce((latest, day) => (day > latest ? day : latest), on)
  const end = dueDate(calendar, resumed, Math.max(0, remaining))
  return end.ok ? accept(end.value.due) : end
}
