/**
 * What is owed on a lead until when, each clock from the content and explained day by day by the calendar.
 */

import {
  addMonths,
  type DueDate,
  daysBetween,
  dueDate,
  naturalDueDate,
  type PlainDate,
  type WorkingCalendar,
  workingDaysBetween,
} from '../../calendar/index.ts'
import { accept, type Result } from '../../kernel/index.ts'
import type { HandlingState } from './handling-state.ts'
import { isOver } from './handling-state.ts'

/** What is owed; a closed list, each with its span in the content. */
export const handlingClockKinds = [
  'opinion',
  'acceptance-notice',
  'result-notice',
  'talk',
  'verification',
  'sending-on',
] as const

/** What is owed. */
export type HandlingClockKind = (typeof handlingClockKinds)[number]

/** A length of time; months end on the same day of a later month. */
export interface HandlingSpan {
  readonly value: number
  readonly unit: 'working-days' | 'natural-days' | 'months'
}

/** The spans of a zone. */
export interface HandlingRule {
  readonly spans: Readonly<Record<HandlingClockKind, HandlingSpan>>
  /** working days before the last one from which a clock is amber */
  readonly amberWorkingDays: number
}

/** Green on time, amber close to the last day, red after it. */
export type HandlingLight = 'green' | 'amber' | 'red'

/** One thing that is owed. */
export interface HandlingClock extends DueDate {
  readonly kind: HandlingClockKind
  /** day zero, which is not counted */
  readonly from: PlainDate
  readonly light: HandlingLight
  /** working days left until `due`, negative once it is over */
  readonly left: number
}

type Unpublished = 'calendar-not-published'

interface Owed {
  readonly kind: HandlingClockKind
  readonly from: PlainDate
}

/** What is owed of the disposition itself. */
function owedOfDisposition(state: HandlingState): readonly Owed[] {
  const { disposed, proposal, receivedOn } = state
  if (isOver(state)) return []
  if (disposed === null) return proposal === null ? [{ kind: 'opinion', from: receivedOn }] : []
  const { disposition, confirmedOn } = disposed
  if (disposition === 'transferred') return [{ kind: 'sending-on', from: receivedOn }]
  if (disposition === 'talk' || disposition === 'verification')
    return [{ kind: disposition, from: confirmedOn }]
  return []
}

/** What is owed to somebody who gave their name. */
function owedToReporter({ isNamed, told, disposed, receivedOn }: HandlingState): readonly Owed[] {
  if (!isNamed) return []
  const acceptance: readonly Owed[] =
    told.acceptance === undefined ? [{ kind: 'acceptance-notice', from: receivedOn }] : []
  const isConcluded = disposed?.disposition === 'concluded' && told.result === undefined
  return isConcluded ? [...acceptance, { kind: 'result-notice', from: disposed.confirmedOn }] : acceptance
}

function spanDue(
  calendar: WorkingCalendar,
  from: PlainDate,
  { value, unit }: HandlingSpan,
): Result<DueDate, Unpublished> {
  if (unit === 'working-days') return dueDate(calendar, from, value)
  const days = unit === 'months' ? daysBetween(from, addMonths(from, value)) : value
  return naturalDueDate(calendar, from, days)
}

/**
 * The open clocks of a lead on a day, the most pressing first.
 *
 * A month, and natural days, that end on a day that is not worked end on the next working day (Civil Code art. 203).
 */
export function handlingClocks(
  state: HandlingState,
  { spans, amberWorkingDays }: HandlingRule,
  { calendar, on }: { readonly calendar: WorkingCalendar; readonly on: PlainDate },
): Result<readonly HandlingClock[], Unpublished> {
  const clocks: HandlingClock[] = []
  for (const { kind, from } of [...owedOfDisposition(state), ...owedToReporter(state)]) {
    const due = spanDue(calendar, from, spans[kind])
    if (!due.ok) return due
    const left = workingDaysBetween(calendar, on, due.value.due)
    if (!left.ok) return left
    const isLate = on > due.value.due
    const light = isLate ? 'red' : left.value <= amberWorkingDays ? 'amber' : 'green'
    clocks.push({ kind, from, ...due.value, light, left: isLate ? Math.min(left.value, -1) : left.value })
  }
  return accept(clocks.toSorted((one, other) => (one.due < other.due ? -1 : 1)))
}

const severity: readonly HandlingLight[] = ['green', 'amber', 'red']

/**
 * The light of a lead: the severest of its clocks. A lead about retaliation is red from its first day until it is over; null
 * where nothing is owed any more.
 */
export function handlingLight(state: HandlingState, clocks: readonly HandlingClock[]): HandlingLight | null {
  if (state.origin === 'retaliation' && !isOver(state)) return 'red'
  return (
    clocks.map(({ light }) => light).toSorted((a, b) => severity.indexOf(b) - severity.indexOf(a))[0] ?? null
  )
}
