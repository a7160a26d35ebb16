/**
 * A plan as calendar events (iCalendar, RFC 5545): what the applicant does, its duties, and the permit.
 *
 * Every event is a whole day, keeps its UID from version to version, and reminds five days and one day before.
 */

import { createHash } from 'node:crypto'
import { addDays, type PlainDate } from '@guanjia/core/calendar'
import { filled } from '@guanjia/core/kernel'
import type { PlannedStep } from '@guanjia/core/planning'
import { inOrder, nameOf, type PlanPaperSource } from './plan-drawing.ts'

/** What an event feed is called and when it was made. */
export interface FeedSetting {
  /** stable name of the project, such as its id */
  readonly key: string
  /** of the zone, the right side of every UID */
  readonly domain: string
  /** number of the version of the plan */
  readonly sequence: number
  readonly at: Date
}

interface PlanEvent {
  readonly id: string
  readonly date: PlainDate
  readonly summary: string
}

/** The feed, with the line ends the standard asks for. */
export function planEvents(source: PlanPaperSource, setting: FeedSetting): string {
  const { words, project } = source
  const events = eventsOf(source).flatMap((event) => eventLines(event, source, setting))
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Guanjia//Planning//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${plain(`${project} ${words.calendar.name}`)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    ...events,
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

function eventsOf({ plan, words }: PlanPaperSource): readonly PlanEvent[] {
  const steps = inOrder(plan).flatMap((step) => stepEvent(step, words.calendar))
  const permit = plan.dates?.permit
  return permit ? [...steps, { id: 'permit', date: permit, summary: words.calendar.permit }] : steps
}

function stepEvent(step: PlannedStep, words: PlanPaperSource['words']['calendar']): readonly PlanEvent[] {
  const { id, duty, lane, actual, dates } = step
  if (actual?.status === 'done' || dates === undefined) return []
  const name = nameOf(step)
  if (duty?.dueDate !== undefined)
    return [{ id, date: duty.dueDate, summary: filled(words.duty, { step: name }) }]
  return lane === 'applicant' ? [{ id, date: dates.early, summary: filled(words.own, { step: name }) }] : []
}

function eventLines(
  { id, date, summary }: PlanEvent,
  { words, project }: PlanPaperSource,
  { key, domain, sequence, at }: FeedSetting,
): readonly string[] {
  const uid = createHash('sha256').update(`${key}\n${id}`).digest('hex').slice(0, 32)
  return [
    'BEGIN:VEVENT',
    `UID:${uid}@${domain}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${at.toISOString().replaceAll(/[-:]|\.\d+/g, '')}`,
    `DTSTART;VALUE=DATE:${compact(date)}`,
    `DTEND;VALUE=DATE:${compact(addDays(date, 1))}`,
    `SUMMARY:${plain(summary)}`,
    `DESCRIPTION:${plain(project)}`,
    'TRANSP:TRANSPARENT',
    ...[5, 1].flatMap((days) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `TRIGGER:-P${days}D`,
      `DESCRIPTION:${plain(`${summary}，${filled(words.calendar.reminder, { n: days })}`)}`,
      'END:VALARM',
    ]),
    'END:VEVENT',
  ]
}

function compact(date: PlainDate): string {
  return date.replaceAll('-', '')
}

/** A text as a value: backslashes, commas, semicolons and line ends written out. */
function plain(text: string): string {
  return text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll(/\r?\n/g, String.raw`\n`)
}

/** A content line of at most 75 octets; a longer one goes on in lines that begin with a space. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const letter of line) {
    const more = Buffer.byteLength(letter)
    if (octets + more > 75) {
      parts.push(part)
      part = ' '
      octets = 1
    }
    part += letter
    octets += more
  }
  return [...parts, part].join('\r\n')
}
