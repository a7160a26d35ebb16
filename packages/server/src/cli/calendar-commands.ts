/**
 * Working days and periods, asked from the command line.
 */

import { calendarDay, dueDate, parsePlainDate, type WorkingCalendar } from '@guanjia/core/calendar'
import { readCalendar } from '../platform/zone-content.ts'
import type { CliCommand, CliProblem } from './command.ts'
import { contentFolder } from './content-folder.ts'

const mostDays = 10_000

const dueCommand: CliCommand = {
  name: 'calendar due',
  takes: ['DATE', 'N'],
  summary: 'Last day of N working days after DATE, explained day by day',
  example: 'guanjia calendar due 2026-04-30 5 --json',
  run: async ({ positionals: [date = '', count = ''] }) => {
    const start = parsePlainDate(date)
    if (!start.ok) return noDate(date)
    if (!/^\d+$/.test(count) || Number(count) > mostDays) {
      const message = `"${count}" is no count of working days: give a whole number from 0 to ${mostDays}.`
      return { code: 'count-malformed', message }
    }
    const calendar = readCalendar(contentFolder())
    const found = dueDate(calendar, start.value, Number(count))
    if (!found.ok) return notPublished(calendar, found.because)
    const { due, days } = found.value
    const lines = days.map(
      ({ date, counted, reason }) => `${date}  ${String(counted ?? '').padStart(4)}  ${reason}`,
    )
    return { json: { due, days }, text: [...lines, '', `Due: ${due}`].join('\n') }
  },
}

const dayCommand: CliCommand = {
  name: 'calendar day',
  takes: ['DATE'],
  summary: 'Whether DATE is a working day, and who says so',
  example: 'guanjia calendar day 2026-02-14',
  run: async ({ positionals: [text = ''] }) => {
    const parsed = parsePlainDate(text)
    if (!parsed.ok) return noDate(text)
    const calendar = readCalendar(contentFolder())
    const day = calendarDay(calendar, parsed.value)
    if (!day.ok) return notPublished(calendar, day.because)
    const { date, workingDay, kind, name, source } = day.value
    const answer = workingDay ? 'is a working day' : 'is not a working day'
    const why = name === undefined ? kind : `${kind}, ${name}`
    return { json: { date, workingDay, kind, source }, text: `${date} ${answer} (${why})\n${source}` }
  },
}

function noDate(text: string): CliProblem {
  return { code: 'date-malformed', message: `"${text}" is no day: write it as YYYY-MM-DD.` }
}

function notPublished({ years }: WorkingCalendar, { date }: Readonly<Record<string, unknown>>): CliProblem {
  const year = String(date).slice(0, 4)
  const known = [...years.keys()].toSorted((a, b) => a - b)
  const why =
    Number(year) < (known[0] ?? 0)
      ? `The calendar of ${year} is not kept here: the first one is that of ${known[0]}.`
      : `The calendar of ${year} is not published yet: the last one is that of ${known.at(-1)}.`
  return { code: 'calendar-not-published', message: `${why} No day of that year can be counted.` }
}

/** The commands of this file. */
export const calendarCommands: readonly CliCommand[] = [dueCommand, dayCommand]
