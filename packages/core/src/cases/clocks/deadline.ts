/**
 * Every day by which somebody has to have done something in a case, with its light.
 */

import { type PlainDate, plainDate, type WorkingCalendar, workingDaysBetween } from '../../calendar/index.ts'
import { accept, type Result } from '../../kernel/index.ts'
import { type CaseState, type Duty, openCorrection, owedPapers, runningSuspension } from '../case-state.ts'
import { heldClock, limitDue, runClock } from './case-clock.ts'
import { type Light, lightOfDay, lightOfLimit } from './light.ts'

type Unpublished = 'calendar-not-published'

/** What is due. */
export type DeadlineKind =
  | 'one-time-notice'
  | 'correction'
  | 'committed'
  | 'statutory'
  | 'following-paper'
  | 'consultation'
  | 'delivery'
  | 'duty'
  | 'rectification'

/** Something due, or overdue. */
export interface Deadline {
  readonly kind: DeadlineKind
  /** id of the correction, requirement, consultation or duty; null for a clock of the whole case */
  readonly about: string | null
  /** null while a pause leaves it open */
  readonly due: PlainDate | null
  /** working days from the day asked about, or days of the clock in its unit; negative when over */
  readonly remaining: number
  readonly light: Light
}

interface Moment {
  readonly calendar: WorkingCalendar
  readonly on: PlainDate
}

/** A day that stands fast, with the day from which it was counted. */
interface FixedDay {
  readonly kind: DeadlineKind
  readonly about: string | null
  readonly from: PlainDate
  readonly due: PlainDate
}

/** The deadlines that run on a day; the most pressing first, and what a pause holds last. */
export function openDeadlines(
  state: CaseState,
  calendar: WorkingCalendar,
  on: PlainDate,
): Result<readonly Deadline[], Unpublished> {
  const moment = { calendar, on }
  const found: Deadline[] = []
  for (const read of [noticeDeadline, committedDeadline, statutoryDeadline]) {
    const deadline = read(state, moment)
    if (!deadline.ok) return deadline
    if (deadline.value !== undefined) found.push(deadline.value)
  }
  const delivery = deliveryDay(state, calendar)
  if (!delivery.ok) return delivery
  for (const day of [...fixedDays(state), ...delivery.value]) {
    const deadline = fixedDeadline(day, moment)
    if (!deadline.ok) return deadline
    found.push(deadline.value)
  }
  return accept(found.toSorted(byPressure))
}

/** What is held presses nobody; a clock that was over before it was held is red, not grey, and goes on pressing. */
function byPressure(one: Deadline, other: Deadline): number {
  const holds = Number(one.light === 'grey') - Number(other.light === 'grey')
  return holds === 0 ? one.remaining - other.remaining : holds
}

type Read = Result<Deadline | undefined, Unpublished>

function noticeDeadline({ situation, service }: CaseState, { calendar, on }: Moment): Read {
  if (situation.at !== 'received' || situation.since > on) return accept(undefined)
  const run = { start: situation.since, limit: service.oneTimeNotice }
  const clock = runClock(calendar, { ...run, pauses: [], extension: null, stoppedOn: null }, on)
  if (!clock.ok) return clock
  const { due, remaining } = clock.value
  const light = lightOfLimit(clock.value)
  return accept({ kind: 'one-time-notice', about: null, due: due ?? null, remaining, light })
}

function committedDeadline(state: CaseState, moment: Moment): Read {
  return clockDeadline(state, 'committed', moment)
}

function statutoryDeadline(state: CaseState, moment: Moment): Read {
  return clockDeadline(state, 'statutory', moment)
}

function clockDeadline(state: CaseState, kind: 'committed' | 'statutory', moment: Moment): Read {
  if (state.endedOn !== null) return accept(undefined)
  const clock = heldClock(state, kind, moment)
  if (!clock.ok || clock.value === undefined) return clock.ok ? accept(undefined) : clock
  const { due, remaining } = clock.value
  return accept({ kind, about: null, due: due ?? null, remaining, light: lightOfLimit(clock.value) })
}

function fixedDays(state: CaseState): readonly FixedDay[] {
  return [...daysOfApplicant(state), ...daysOfConsultations(state), ...state.duties.flatMap(dayOfDuty)]
}

function daysOfApplicant(state: CaseState): readonly FixedDay[] {
  const { acceptance, endedOn } = state
  const correction = openCorrection(state)
  // what is left of their days goes on when the case does
  const isWaiting = acceptance !== null && endedOn === null && runningSuspension(state) === undefined
  return [
    ...(correction === undefined
      ? []
      : [{ kind: 'correction', about: correction.id, from: correction.on, due: correction.due } as const]),
    ...(isWaiting ? owedPapers(state) : []).map(({ requirement, due }) => {
      return { kind: 'following-paper', about: requirement, from: acceptance?.on ?? due, due } as const
    }),
  ]
}

function daysOfConsultations({ consultations, endedOn }: CaseState): readonly FixedDay[] {
  return consultations
    .filter(({ closed }) => !closed && endedOn === null)
    .map(({ id, on, due }) => ({ kind: 'consultation', about: id, from: on, due }))
}

function dayOfDuty({ id, state, on, due, rectifyBy }: Duty): readonly FixedDay[] {
  if (state === 'open') return [{ kind: 'duty', about: id, from: on, due }]
  if (state === 'lapsed' && rectifyBy !== null)
    return [{ kind: 'rectification', about: id, from: due, due: rectifyBy }]
  return []
}

function deliveryDay(
  { decision, service }: CaseState,
  calendar: WorkingCalendar,
): Result<readonly FixedDay[], Unpublished> {
  if (decision === null || decision.deliveredOn !== null) return accept([])
  const due = limitDue(calendar, decision.on, service.delivery)
  return due.ok ? accept([{ kind: 'delivery', about: null, from: decision.on, due: due.value }]) : due
}

function fixedDeadline(
  { kind, about, from, due }: FixedDay,
  { calendar, on }: Moment,
): Result<Deadline, Unpublished> {
  const granted = publishedDaysBetween(calendar, from, due)
  if (!granted.ok) return granted
  const remaining = publishedDaysBetween(calendar, on, due)
  if (!remaining.ok) return remaining
  const light = lightOfDay({ granted: granted.value, remaining: remaining.value, isOver: on > due })
  return accept({ kind, about, due, remaining: remaining.value, light })
}

/**
 * Working days between two days, as far as they are published: an officer may name a day of next year, and nothing but the
 * colour is counted of it. What is not published yet does not count, so that no day is promised that may be a holiday.
 */
function publishedDaysBetween(
  calendar: WorkingCalendar,
  from: PlainDate,
  to: PlainDate,
): Result<number, Unpublished> {
  const last = plainDate(`${Math.max(...calendar.years.keys())}-12-31`)
  return workingDaysBetween(calendar, from, from <= last && to > last ? last : to)
}
