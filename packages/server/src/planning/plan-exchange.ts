/**
 * A plan for project software: Microsoft Project Data Interchange (MSPDI), with the zone's working calendar.
 */

import { addDays, type PlainDate, type WorkingCalendar } from '@guanjia/core/calendar'
import type { NetworkLink, PlannedStep } from '@guanjia/core/planning'
import { inOrder, type PlanPaperSource } from './plan-drawing.ts'
import { escaped } from './svg-parts.ts'

const shifts = [
  ['08:00:00', '12:00:00'],
  ['13:00:00', '17:00:00'],
] as const
const [opens, closes] = ['08:00:00', '17:00:00']
const hoursADay = 8

/** The plan as an XML document. */
export function planExchange(source: PlanPaperSource): string {
  const { plan, project, days, calendar } = source
  const steps = inOrder(plan)
  const places = new Map(steps.map(({ id }, index) => [id, index + 1]))
  const signed = new Set(plan.signed)
  const content = [
    tag('Name', project),
    tag('Title', project),
    tag('ScheduleFromStart', 1),
    tag('StartDate', `${days.start}T${opens}`),
    tag('FinishDate', `${plan.dates?.end ?? days.start}T${closes}`),
    tag('CalendarUID', 1),
    tag('DefaultStartTime', opens),
    tag('DefaultFinishTime', closes),
    tag('MinutesPerDay', hoursADay * 60),
    tag('MinutesPerWeek', hoursADay * 60 * 5),
    tag('DaysPerMonth', 21),
    holder('Calendars', [calendarTag(calendar, source)]),
    holder(
      'Tasks',
      steps.map((step) => taskTag(step, source, { places, signed })),
    ),
  ]
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
  return `${head}\n<Project xmlns="http://schemas.microsoft.com/project">\n${content.join('\n')}\n</Project>\n`
}

function tag(name: string, value: string | number): string {
  return `<${name}>${escaped(String(value))}</${name}>`
}

function holder(name: string, members: readonly string[]): string {
  return `<${name}>${members.join('\n')}</${name}>`
}

function calendarTag({ years }: WorkingCalendar, { plan, days }: PlanPaperSource): string {
  const last = plan.dates?.end ?? days.start
  const within = (date: PlainDate) => date >= days.start && date <= addDays(last, 31)
  const week = [1, 2, 3, 4, 5, 6, 7].map((day) => weekDayTag(day, day > 1 && day < 7))
  const notices = [...years.values()]
  const exceptions = [
    ...notices.flatMap(({ daysOff }) =>
      [...daysOff].map(([date, name]) => ({ date, name, isWorked: false })),
    ),
    ...notices.flatMap(({ makeUpDays }) =>
      [...makeUpDays].map(([date, name]) => ({ date, name, isWorked: true })),
    ),
  ].filter(({ date }) => within(date))
  return holder('Calendar', [
    tag('UID', 1),
    tag('Name', 'Standard'),
    tag('IsBaseCalendar', 1),
    tag('BaseCalendarUID', -1),
    holder('WeekDays', week),
    ...(exceptions.length > 0 ? [holder('Exceptions', exceptions.map(exceptionTag))] : []),
  ])
}

/** Sunday is 1 here. */
function weekDayTag(day: number, isWorked: boolean): string {
  return holder('WeekDay', [
    tag('DayType', day),
    tag('DayWorking', isWorked ? 1 : 0),
    ...workingTimes(isWorked),
  ])
}

function workingTimes(isWorked: boolean): readonly string[] {
  if (!isWorked) return []
  const times = shifts.map(([from, to]) => holder('WorkingTime', [tag('FromTime', from), tag('ToTime', to)]))
  return [holder('WorkingTimes', times)]
}

interface CalendarException {
  readonly date: PlainDate
  readonly name: string
  readonly isWorked: boolean
}

function exceptionTag({ date, name, isWorked }: CalendarException): string {
  return holder('Exception', [
    tag('EnteredByOccurrences', 0),
    holder('TimePeriod', [tag('FromDate', `${date}T00:00:00`), tag('ToDate', `${date}T23:59:00`)]),
    tag('Occurrences', 1),
    tag('Name', name),
    tag('Type', 1),
    tag('DayWorking', isWorked ? 1 : 0),
    ...workingTimes(isWorked),
  ])
}

interface TaskSetting {
  readonly places: ReadonlyMap<string, number>
  readonly signed: ReadonlySet<string>
}

function taskTag(
  step: PlannedStep,
  { words, days }: PlanPaperSource,
  { places, signed }: TaskSetting,
): string {
  const place = places.get(step.id) ?? 0
  const isNatural = step.days.unit === 'natural-days'
  // the day a step starts from is not counted: work begins on the next working day, natural days at its close
  const isMoment = step.duration === 0 || isNatural
  const start = isMoment
    ? `${days.dateAt(step.earlyStart)}T${closes}`
    : `${days.dateAt(step.earlyStart + 1)}T${opens}`
  const hours = isNatural ? step.days.value * 24 : step.duration * hoursADay
  return holder('Task', [
    tag('UID', place),
    tag('ID', place),
    tag('Name', step.name['zh-CN'] ?? step.id),
    tag('Type', 1),
    tag('IsNull', 0),
    tag('WBS', step.id),
    tag('OutlineLevel', 1),
    tag('Start', start),
    tag('Finish', `${days.dateAt(step.earlyFinish)}T${closes}`),
    tag('Duration', `PT${hours}H0M0S`),
    tag('DurationFormat', isNatural ? 8 : 7),
    tag('Milestone', step.duration === 0 ? 1 : 0),
    tag('Summary', 0),
    tag('Critical', step.critical ? 1 : 0),
    tag('CalendarUID', -1),
    tag('Notes', words.lanes[step.lane] ?? step.lane),
    ...step.after.filter((link) => counts(link, signed)).map(({ id }) => predecessorTag(places.get(id) ?? 0)),
  ])
}

function counts({ waivedBy, insteadOf }: NetworkLink, signed: ReadonlySet<string>): boolean {
  return !(waivedBy && signed.has(waivedBy)) && (!insteadOf || signed.has(insteadOf))
}

/** Type 1: the second starts when the first has finished. */
function predecessorTag(place: number): string {
  return holder('PredecessorLink', [
    tag('PredecessorUID', place),
    tag('Type', 1),
    tag('LinkLag', 0),
    tag('LagFormat', 7),
  ])
}
