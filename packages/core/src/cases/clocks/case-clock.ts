/**
 * The clocks of a case: the committed and the statutory one, which special procedures may hold, and the whole-process
 * clock, which nothing holds. All are replayed from what happened, so that every day can be explained and a corrected
 * calendar recomputes them.
 */

import {
  daysBetween,
  dueDate,
  type LimitLength,
  naturalDueDate,
  type PlainDate,
  type TimeLimit,
  type TimeLimitEvent,
  timeLimit,
  type WorkingCalendar,
  workingDaysBetween,
} from '../../calendar/index.ts'
import { accept, assert, type Result } from '../../kernel/index.ts'
import type { CaseState } from '../case-state.ts'
import type { CaseLimit, HeldClock } from '../service-snapshot.ts'
import { type Pause, pausesOf } from './pause.ts'

type Unpublished = 'calendar-not-published'

/** Time from receipt to the end, special procedures and corrections included (rule B9). */
export interface WholeProcessClock {
  readonly from: PlainDate
  /** the end, or the day that was asked about */
  readonly to: PlainDate
  readonly running: boolean
  readonly workingDays: number
  readonly naturalDays: number
}

/** The clocks of a case on a day; undefined before they start. */
export interface CaseClocks {
  readonly committed: TimeLimit | undefined
  readonly statutory: TimeLimit | undefined
  readonly wholeProcess: WholeProcessClock | undefined
}

/** A limit and what happened to it. */
export interface ClockRun {
  readonly start: PlainDate
  readonly limit: CaseLimit
  /** they may overlap */
  readonly pauses: readonly Pause[]
  readonly extension: { readonly on: PlainDate; readonly days: number; readonly reason: string } | null
  readonly stoppedOn: PlainDate | null
}

/** The clock on a day. */
export function runClock(
  calendar: WorkingCalendar,
  run: ClockRun,
  on: PlainDate,
): Result<TimeLimit, Unpublished> {
  const answer = timeLimit(calendar, limitEvents(run), on)
  assert(answer.ok || answer.code === 'calendar-not-published', 'a clock asked about runs, and in order')
  return answer as Result<TimeLimit, Unpublished>
}

function limitEvents({ start, limit, pauses, extension, stoppedOn }: ClockRun): readonly TimeLimitEvent[] {
  const lengthOf = (days: number): LimitLength =>
    limit.unit === 'working-days' ? { workingDays: days } : { naturalDays: days }
  const first: TimeLimitEvent = { type: 'started', on: start, basis: limit.source, ...lengthOf(limit.value) }
  const later: TimeLimitEvent[] = pauses.flatMap(({ id, from, to, reason }): TimeLimitEvent[] => [
    { type: 'suspended', on: from, reason, pause: id },
    ...(to === null ? [] : [{ type: 'resumed', on: to, pause: id } as const]),
  ])
  if (extension !== null) {
    const { on, days, reason } = extension
    later.push({ type: 'extended', on, reason, approvedBy: '', ...lengthOf(days) })
  }
  if (stoppedOn !== null) later.push({ type: 'stopped', on: stoppedOn })
  return [first, ...sortedByDay(later)]
}

/** By day; the end of all comes last. The sort keeps a pause of a single day in its order. */
function sortedByDay(events: readonly TimeLimitEvent[]): readonly TimeLimitEvent[] {
  const place = ({ on, type }: TimeLimitEvent) => `${on}${type === 'stopped' ? 1 : 0}`
  return events.toSorted((one, other) => {
    if (place(one) === place(other)) return 0
    return place(one) < place(other) ? -1 : 1
  })
}

/** The committed or the statutory clock of a case on a day; undefined before acceptance. */
export function heldClock(
  state: CaseState,
  clock: HeldClock,
  { calendar, on }: { readonly calendar: WorkingCalendar; readonly on: PlainDate },
): Result<TimeLimit | undefined, Unpublished> {
  const { acceptance, service, extension, endedOn } = state
  if (acceptance === null || acceptance.from > on) return accept(undefined)
  const run: ClockRun = {
    start: acceptance.from,
    limit: service[clock],
    pauses: pausesOf(state, clock),
    extension: extension === null ? null : { ...extension, days: extension.workingDays },
    stoppedOn: endedOn,
  }
  return runClock(calendar, run, on)
}

/** All clocks of a case on a day. */
export function caseClocks(
  state: CaseState,
  calendar: WorkingCalendar,
  on: PlainDate,
): Result<CaseClocks, Unpublished> {
  const committed = heldClock(state, 'committed', { calendar, on })
  if (!committed.ok) return committed
  const statutory = heldClock(state, 'statutory', { calendar, on })
  if (!statutory.ok) return statutory
  const wholeProcess = wholeProcessClock(state, calendar, on)
  if (!wholeProcess.ok) return wholeProcess
  return accept({
    committed: committed.value,
    statutory: statutory.value,
    wholeProcess: wholeProcess.value,
  })
}

function wholeProcessClock(
  { receivedOn, endedOn }: CaseState,
  calendar: WorkingCalendar,
  on: PlainDate,
): Result<WholeProcessClock | undefined, Unpublished> {
  if (receivedOn === null || receivedOn > on) return accept(undefined)
  const running = endedOn === null || endedOn > on
  const to = running ? on : endedOn
  const workingDays = workingDaysBetween(calendar, receivedOn, to)
  if (!workingDays.ok) return workingDays
  const naturalDays = daysBetween(receivedOn, to)
  return accept({ from: receivedOn, to, running, workingDays: workingDays.value, naturalDays })
}

/** The last day of a limit that nothing holds. */
export function limitDue(
  calendar: WorkingCalendar,
  start: PlainDate,
  { value, unit }: CaseLimit,
): Result<PlainDate, Unpublished> {
  const end =
    unit === 'working-days' ? dueDate(calendar, start, value) : naturalDueDate(calendar, start, value)
  return end.ok ? accept(end.value.due) : end
}
