import { addDays, calendarDay, dueDate, type PlainDate, type WorkingCalendar } from '@guanjia/core/calendar'

/**
 * The day a demonstration stands at: today, or near the end of the last published year the latest day from which its limits
 * can still be counted; undefined where the year of today is not published.
 *
 * @param reach - working days that limits, duties and rectifications of the demonstration look ahead, 0 or more
 */
export function standingDay(
  calendar: WorkingCalendar,
  today: PlainDate,
  reach: number,
): PlainDate | undefined {
  for (let day = today; calendarDay(calendar, day).ok; day = addDays(day, -1))
    if (dueDate(calendar, day, reach).ok) return day
  return undefined
}
