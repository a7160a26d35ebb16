export { parseCalendarYear } from './calendar-content.ts'
export { type DueDate, dueDate, type ExplainedDay, naturalDueDate, workingDaysBetween } from './due-date.ts'
export { parseInstant } from './instant.ts'
export { addMonths, lastDay, lastEndedMonth, monthNumber } from './month.ts'
export {
  type DatedSession,
  type DueInstant,
  halfDayDue,
  type OfficeHours,
  officeMinutesAfter,
  parseOfficeHours,
  type Session,
  sessionAt,
} from './office-hours.ts'
export {
  addDays,
  dateOfDayNumber,
  dayNumber,
  daysBetween,
  instantOf,
  type LocalMoment,
  localMoment,
  type PlainDate,
  parsePlainDate,
  plainDate,
  sameDayOfYear,
  type Weekday,
  weekday,
} from './plain-date.ts'
export {
  type LimitDay,
  type LimitInterval,
  type TimeLimit,
  type TimeLimitState,
  timeLimit,
} from './time-limit.ts'
export {
  checkOrder,
  type LimitLength,
  type TimeLimitEvent,
  type TimeLimitRefusal,
} from './time-limit-event.ts'
export { parseWeek, type Week, weekOf } from './week.ts'
export {
  type CalendarDay,
  type CalendarGround,
  type CalendarYear,
  calendarDay,
  calendarGrounds,
  type DayKind,
  type WorkingCalendar,
  workingCalendar,
} from './working-calendar.ts'
