/**
 * The issues of a demonstration, played through the API on the days on which they happened.
 */

import { addDays, calendarDay, dueDate, type PlainDate, type WorkingCalendar } from '@guanjia/core/calendar'
import { assert } from '@guanjia/core/kernel'
import type { PlayedClock, Send } from '../projects/people-at-work.ts'
import type { DemonstrationIssue } from './issues-content.ts'
import { samplePicture } from './sample-picture.ts'

/** What the issues are played with. */
export interface PlayingIssues {
  readonly send: Send
  readonly clock: PlayedClock
  readonly calendar: WorkingCalendar
  readonly today: PlainDate
}

interface Moved {
  readonly id: string
  readonly version: number
}

const mostDaysBack = 60
const hourMs = 3_600_000

/** Plays every issue; acts that would lie in the future are left out. */
export async function playIssues(
  playing: PlayingIssues,
  issues: readonly DemonstrationIssue[],
): Promise<void> {
  const proof = samplePicture()
  for (const [place, issue] of issues.entries()) await playIssue(playing, issue, { place, proof })
}

/** The working day so many working days before another; undefined where the calendar does not reach back. */
function workingDayBefore(calendar: WorkingCalendar, today: PlainDate, count: number): PlainDate | undefined {
  let left = count
  for (let date = today, back = 0; back < mostDaysBack; back += 1, date = addDays(date, -1)) {
    const day = calendarDay(calendar, date)
    if (!day.ok) return undefined
    if (!day.value.workingDay) continue
    if (left === 0) return date
    left -= 1
  }
  return undefined
}

interface Props {
  readonly place: number
  readonly proof: string
}

async function playIssue(
  playing: PlayingIssues,
  issue: DemonstrationIssue,
  { place, proof }: Props,
): Promise<void> {
  const { send, clock, calendar, today } = playing
  const start = workingDayBefore(calendar, today, issue.daysAgo)
  if (start === undefined) return
  clock.set(momentOf(start, place * 7))
  let moved = await file(playing, issue)
  for (const [step, { after, by, path, body, proof: isProven = false }] of issue.acts.entries()) {
    const on = dueDate(calendar, start, after)
    if (!on.ok || on.value.due >= today) return
    clock.set(momentOf(on.value.due, place * 7 + (step + 1) * 41))
    const evidence = isProven ? { evidence: [await keep(send, by, proof)] } : {}
    const url = `/api/voice/issues/${moved.id}/${path}`
    moved = await send<Moved>(by, 'POST', url, { version: moved.version, ...body, ...evidence })
  }
}

async function file(
  { send, clock }: PlayingIssues,
  { by, path, filing, hotline }: DemonstrationIssue,
): Promise<Moved> {
  if (hotline === undefined) {
    const { id } = await send<{ id: string }>(by, 'POST', path, filing)
    return { id, version: 1 }
  }
  // the caller spoke an hour before the order came
  const calledAt = new Date(clock.now().getTime() - hourMs).toISOString()
  const { orders } = await send<{ orders: { issue: string | null }[] }>(by, 'POST', path, {
    version: '1',
    orders: [{ calledAt, ...hotline }],
  })
  const { issues } = await send<{ issues: Moved[] }>(
    by,
    'GET',
    `/api/voice/issues?search=${orders[0]?.issue ?? ''}`,
  )
  const [found] = issues
  assert(found !== undefined, 'a work order that was taken is in the register')
  return found
}

async function keep(send: Send, by: string, bytes: string): Promise<string> {
  const { id } = await send<{ id: string }>(by, 'POST', '/api/voice/photos', { bytes })
  return id
}

/** In the morning of the zone, so many minutes later. */
function momentOf(day: PlainDate, minutes: number): Date {
  return new Date(new Date(`${day}T00:45:00Z`).getTime() + minutes * 60_000)
}
