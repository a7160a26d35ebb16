/**
 * The calendars of a zone: each year readable, named by its file, and with as many working days as the notice says.
 */

import {
  addDays,
  type CalendarYear,
  calendarDay,
  parseCalendarYear,
  parsePlainDate,
  type WorkingCalendar,
  workingCalendar,
} from '@guanjia/core/calendar'
import { type ContentFile, type Finding, findingAt, isRecord, type ValuePath } from './content-file.ts'

/** Everything that is wrong with the years under `calendar/`. */
export function calendarFindings(files: readonly ContentFile[]): readonly Finding[] {
  const findings: Finding[] = []
  const years: ReadYear[] = []
  for (const file of files.filter(({ place }) => place.startsWith('calendar/'))) {
    const read = parseCalendarYear(file.value)
    if (read.ok) years.push({ file, year: read.value })
    else
      for (const fault of faultsOf(read.because))
        findings.push(findingAt(file, placeOf(file.value, fault), 'calendar-malformed', `${fault}.`))
  }
  const calendar = workingCalendar(
    'checked',
    years.map(({ year }) => year),
  )
  return [
    ...findings,
    ...gapFindings(years),
    ...years.flatMap(({ file, year }) => countFindings(file, year.year, calendar)),
  ]
}

interface ReadYear {
  readonly file: ContentFile
  readonly year: CalendarYear
}

/** Years must follow each other: a time limit that reaches into a year left out has no end. */
function gapFindings(years: readonly ReadYear[]): readonly Finding[] {
  const inOrder = years.toSorted((a, b) => a.year.year - b.year.year)
  return inOrder.flatMap(({ file, year: { year } }, at) => {
    const before = inOrder[at - 1]?.year.year
    if (before === undefined || year <= before + 1) return []
    const sentence = `Between ${before} and ${year} no calendar is kept.`
    return [findingAt(file, ['year'], 'calendar-gap', sentence)]
  })
}

/** Where in the file a fault stands: the day it names, or the key it begins with. */
function placeOf(value: unknown, fault: string): ValuePath {
  const words = new Set(fault.split(/[\s:]+/))
  for (const part of ['makeUpDays', 'daysOff']) {
    const table: unknown = isRecord(value) ? value[part] : undefined
    for (const [name, days] of Object.entries(isRecord(table) ? table : {})) {
      const at = (Array.isArray(days) ? days : [days]).findLastIndex((day) => words.has(String(day)))
      if (at >= 0) return [part, name, at]
    }
  }
  return [fault.split(/[\s.:]/)[0] ?? '']
}

function faultsOf({ faults }: Readonly<Record<string, unknown>>): readonly string[] {
  return Array.isArray(faults) ? faults.map(String) : []
}

function countFindings(file: ContentFile, year: number, calendar: WorkingCalendar): readonly Finding[] {
  const said = isRecord(file.value) ? file.value : {}
  const months = monthsOf(year, calendar)
  const whole = months.reduce((sum, days) => sum + days, 0)
  const stated = Array.isArray(said.workingDaysByMonth) ? said.workingDaysByMonth : months
  const findings = months.flatMap((days, month) =>
    stated[month] === days
      ? []
      : [
          findingAt(
            file,
            ['workingDaysByMonth', month],
            'working-days-miscounted',
            `Month ${month + 1} of ${year} has ${days} working days, not ${String(stated[month])}.`,
          ),
        ],
  )
  if (file.place !== `calendar/${year}.yaml`)
    findings.push(findingAt(file, ['year'], 'year-misplaced', `The file is not called ${year}.yaml.`))
  if (said.workingDaysInYear !== undefined && said.workingDaysInYear !== whole)
    findings.push(
      findingAt(
        file,
        ['workingDaysInYear'],
        'working-days-miscounted',
        `${year} has ${whole} working days, not ${String(said.workingDaysInYear)}.`,
      ),
    )
  return findings
}

/** The working days of each month of a year. */
function monthsOf(year: number, calendar: WorkingCalendar): readonly number[] {
  const months = Array.from({ length: 12 }, () => 0)
  const first = parsePlainDate(`${year}-01-01`)
  if (!first.ok) return months
  for (let date = first.value; date.startsWith(String(year)); date = addDays(date, 1)) {
    const day = calendarDay(calendar, date)
    const month = Number(date.slice(5, 7)) - 1
    if (day.ok && day.value.workingDay) months[month] = (months[month] ?? 0) + 1
  }
  return months
}
