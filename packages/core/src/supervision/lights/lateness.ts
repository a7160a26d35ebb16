/**
 * How late a node is, and how close its day is. Paused days are never charged: the planned day moves by all paused days.
 */

import {
  addDays,
  addMonths,
  daysBetween,
  dueDate,
  type PlainDate,
  type WorkingCalendar,
  workingDaysBetween,
} from '../../calendar/index.ts'
import { accept, type Result } from '../../kernel/index.ts'
import type { Span } from './light-rule.ts'
import type { DayRange } from './paused-days.ts'

/** A planned day against another one. */
export interface Term {
  readonly planned: PlainDate
  /** the day the node was done on, or the day of the question */
  readonly until: PlainDate
  /** paused days up to `until` */
  readonly paused: readonly DayRange[]
}

function lengthOf({ from, until }: DayRange): number {
  return daysBetween(from, until) + 1
}

/** The planned day, moved by the paused natural days. */
export function chargedDay({ planned, paused }: Pick<Term, 'planned' | 'paused'>): PlainDate {
  if (paused.length === 0) return planned
  return addDays(
    planned,
    paused.reduce((days, range) => days + lengthOf(range), 0),
  )
}

/** Natural days after the planned one that are charged; 0 where it is not late. */
export function lateNaturalDays(term: Term): number {
  // days sort as text: most nodes are not late, and need no arithmetic
  if (term.until <= term.planned) return 0
  return Math.max(0, daysBetween(chargedDay(term), term.until))
}

/** Working days after the planned one that are charged; 0 where it is not late. */
export function lateWorkingDays(
  calendar: WorkingCalendar,
  { planned, until, paused }: Term,
): Result<number, 'calendar-not-published'> {
  if (until <= planned) return accept(0)
  const whole = workingDaysBetween(calendar, planned, until)
  if (!whole.ok) return whole
  let late = whole.value
  for (const range of paused) {
    const within = workingDaysBetween(calendar, addDays(range.from, -1), range.until)
    if (!within.ok) return within
    late -= within.value
  }
  return accept(Math.max(0, late))
}

/** Whether a node is late by more than a span. */
export function isLateBeyond(
  calendar: WorkingCalendar,
  term: Term,
  { value, unit }: Span,
): Result<boolean, 'calendar-not-published'> {
  if (unit === 'natural-days') return accept(lateNaturalDays(term) > value)
  if (unit === 'months') return accept(term.until > addMonths(chargedDay(term), value))
  const late = lateWorkingDays(calendar, term)
  return late.ok ? accept(late.value > value) : late
}

/** No run of working days is so thin that n of them take longer than this. */
const longestStretch = (workingDays: number) => 3 * workingDays + 30

/** Whether the planned day has come, or comes within a span after the day of the question. */
export function isWithin(
  calendar: WorkingCalendar,
  term: Term,
  { value, unit }: Span,
): Result<boolean, 'calendar-not-published'> {
  const due = chargedDay(term)
  const left = daysBetween(term.until, due)
  if (unit === 'natural-days') return accept(left <= value)
  if (unit === 'months') return accept(due <= addMonths(term.until, value))
  if (left > longestStretch(value)) return accept(false)
  // a far day is told from a close one without the calendar of its own year
  const beyond = dueDate(calendar, term.until, value + 1)
  if (beyond.ok) return accept(due < beyond.value.due)
  const days = workingDaysBetween(calendar, term.until, due)
  return days.ok ? accept(days.value <= value) : days
}
