/**
 * How an issue of a demonstration is answered and confirmed, on the days on which that happened.
 */

import { addDays, calendarDay, dueDate, type PlainDate, type WorkingCalendar } from '@guanjia/core/calendar'
import type { PlayedClock, Send } from '../projects/people-at-work.ts'
import type { DemonstrationReply } from './listening-content.ts'

/** What observers and open days are played with. */
export interface PlayingListening {
  readonly send: Send
  readonly clock: PlayedClock
  readonly calendar: WorkingCalendar
  readonly today: PlainDate
}

const mostDaysBack = 60

/** The working day so many working days before today; undefined where the calendar does not reach back. */
export function workingDayBefore(
  { calendar, today }: Pick<PlayingListening, 'calendar' | 'today'>,
  count: number,
): PlainDate | undefined {
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

/** A moment of a day: so many minutes after half past eight in the zone. */
export function momentOf(day: PlainDate, minutes: number): Date {
  return new Date(new Date(`${day}T00:30:00Z`).getTime() + minutes * 60_000)
}

interface Answering {
  readonly id: string
  readonly day: PlainDate
  /** who answers for the lead */
  readonly officer: string
  readonly reply: DemonstrationReply
}

/** The lead answers after some working days; where a mark is known, the asker is called and gives it a day later. */
export async function playReply(
  { send, clock, calendar, today }: PlayingListening,
  { id, day, officer, reply: { after, words, satisfied } }: Answering,
): Promise<void> {
  const on = dueDate(calendar, day, after)
  if (!on.ok || on.value.due >= today) return
  clock.set(momentOf(on.value.due, 90))
  const body = { version: 2, outcome: 'explained', words, evidence: [] }
  const url = `/api/voice/issues/${id}`
  const { version } = await send<{ version: number }>(officer, 'POST', `${url}/reply`, body)
  const called = dueDate(calendar, on.value.due, 1)
  if (satisfied === undefined || !called.ok || called.value.due >= today) return
  clock.set(momentOf(called.value.due, 120))
  const call = { version, isReached: true, note: '', satisfied }
  await send('diaodu', 'POST', `${url}/call-backs`, call)
}
