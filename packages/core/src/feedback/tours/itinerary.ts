/**
 * Where people of several departments go together (走进园区、企业、项目): a period, departments, and stops of half a working day.
 * Nobody is in two places at once, and nobody calls on a firm on a day that is not worked.
 */

import { calendarDay, type PlainDate, type WorkingCalendar } from '../../calendar/index.ts'
import { accept, type Result, refuse } from '../../kernel/index.ts'

/** What is called on. */
export const stopKinds = ['park', 'company', 'project'] as const

/** A park, a company by its unified code, or a project by its number. */
export type StopKind = (typeof stopKinds)[number]

/** The halves of a working day. */
export const halfDays = ['morning', 'afternoon'] as const

/** One of the halves. */
export type HalfDay = (typeof halfDays)[number]

/** A tour: its first and last day, and the departments whose people go. */
export interface Tour {
  readonly from: PlainDate
  readonly until: PlainDate
  readonly departments: readonly string[]
}

interface Slot {
  readonly on: PlainDate
  readonly half: HalfDay
}

/** Somebody who goes, with the departments they work for. */
export interface Goer {
  readonly id: string
  readonly departments: readonly string[]
}

/** A stop as it is planned. */
export interface PlannedStop extends Slot {
  readonly goers: readonly Goer[]
}

/** Half a day that somebody has given to another stop. */
export interface Engagement extends Slot {
  readonly personId: string
  readonly place: string
}

/** What a stop is judged by: the days that are worked, its tour, and what those who go have said yes to. */
export interface TourPlan {
  readonly calendar: WorkingCalendar
  readonly tour: Tour
  readonly engagements: readonly Engagement[]
}

/** Why a stop cannot be planned so. */
export type StopRefusal =
  | 'calendar-not-published'
  | 'day-outside-tour'
  | 'day-not-worked'
  | 'nobody-goes'
  | 'goer-of-no-department'
  | 'goer-elsewhere'

/**
 * The departments of a tour, each once. Refused where there are fewer than two, and where the period ends before it begins.
 *
 * @param tour - as it is asked for
 * @param departmentsAtLeast - the zone's own rule, two or more
 */
export function openedTour(
  tour: Tour,
  departmentsAtLeast: number,
): Result<Tour, 'departments-too-few' | 'tour-ends-before-it-begins'> {
  const departments = [...new Set(tour.departments)]
  if (departments.length < departmentsAtLeast)
    return refuse('departments-too-few', { atLeast: departmentsAtLeast })
  return tour.until < tour.from ? refuse('tour-ends-before-it-begins') : accept({ ...tour, departments })
}

/**
 * For which department of the tour each of those goes who go to a stop, by person. Refused on a day outside the tour or not
 * worked, without anybody who goes, for somebody of no department of the tour, and for somebody who is elsewhere in that half.
 */
export function plannedStop(
  { calendar, tour, engagements }: TourPlan,
  { on, half, goers }: PlannedStop,
): Result<ReadonlyMap<string, string>, StopRefusal> {
  if (on < tour.from || on > tour.until)
    return refuse('day-outside-tour', { from: tour.from, until: tour.until })
  const day = calendarDay(calendar, on)
  if (!day.ok) return day
  if (!day.value.workingDay) return refuse('day-not-worked', { on, name: day.value.name ?? '周末' })
  if (goers.length === 0) return refuse('nobody-goes')
  const going = new Map<string, string>()
  for (const { id, departments } of goers) {
    const department = tour.departments.find((each) => departments.includes(each))
    if (department === undefined) return refuse('goer-of-no-department')
    going.set(id, department)
  }
  const elsewhere = engagements.find((one) => one.on === on && one.half === half && going.has(one.personId))
  return elsewhere === undefined ? accept(going) : refuse('goer-elsewhere', { on, place: elsewhere.place })
}
