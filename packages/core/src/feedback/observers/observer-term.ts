/**
 * The term of an observer (营商环境观察员): from the day of the appointment to the day that corresponds to it.
 */

import { addDays, type PlainDate, sameDayOfYear } from '../../calendar/index.ts'

/** Where observers come from: people's deputies, consultative members, institutes, associations, entrepreneurs. */
export const observerKinds = [
  'deputy',
  'consultative-member',
  'institute',
  'association',
  'entrepreneur',
] as const

/** A kind of observer. */
export type ObserverKind = (typeof observerKinds)[number]

/** What observers are there for: to supervise (监督), to report (反馈), to make known (宣传). */
export const observerTasks = ['supervise', 'report', 'promote'] as const

/** A task of an observer. */
export type ObserverTask = (typeof observerTasks)[number]

/** A term as it was given, and the day on which it was ended before its time, where it was. */
export interface ObserverTerm {
  readonly from: PlainDate
  /** the last day of it */
  readonly until: PlainDate
  readonly endedOn: PlainDate | null
}

/**
 * The last day of a term of whole years: the corresponding day of its last month, the last of that month where there is
 * none.
 *
 * @see 民法典 201、202
 */
export function lastDayOfTerm(from: PlainDate, years: number): PlainDate {
  return sameDayOfYear(from, Number(from.slice(0, 4)) + years)
}

/** Whether the term runs on a day; a term that is ended is over on that very day. */
export function isServing({ from, until, endedOn }: ObserverTerm, on: PlainDate): boolean {
  return from <= on && on <= until && (endedOn === null || on < endedOn)
}

/** Whether the end is near enough for the observer to be told, and not there yet. */
export function isTermEnding(term: ObserverTerm, noticeDays: number, on: PlainDate): boolean {
  return isServing(term, on) && on >= addDays(term.until, -noticeDays)
}
