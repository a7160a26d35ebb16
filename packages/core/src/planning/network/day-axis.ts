/**
 * What a network has to know of the calendar: how far natural days reach on an axis of working days.
 */

/** Working days as whole numbers from the start; natural days are measured against them. */
export interface DayAxis {
  /** the first boundary of working days that is not before so many natural days after `start` */
  readonly afterNaturalDays: (start: number, days: number) => number
  /** the last start from which so many natural days end no later than `finish` */
  readonly beforeNaturalDays: (finish: number, days: number) => number
}

/** An axis where every day is worked: natural days and working days are the same. */
export const everyDayWorked: DayAxis = {
  afterNaturalDays: (start, days) => start + days,
  beforeNaturalDays: (finish, days) => finish - days,
}
