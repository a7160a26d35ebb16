/**
 * The observers of a demonstration: appointed, come together, with what they found.
 */

import { addDays } from '@guanjia/core/calendar'
import { assert } from '@guanjia/core/kernel'
import type { DemonstrationListening } from './listening-content.ts'
import { momentOf, type PlayingListening, playReply, workingDayBefore } from './played-issue.ts'

const hourMs = 3_600_000

type Observers = DemonstrationListening['observers']
type Terms = ReadonlyMap<string, string>

/** Plays all of it. */
export async function playObservers(playing: PlayingListening, observers: Observers): Promise<void> {
  const terms = await appointAll(playing, observers.observers)
  for (const activity of observers.activities) await playActivity(playing, activity, terms)
  for (const finding of observers.findings) await playFinding(playing, finding)
}

async function appointAll(
  { send, clock, today }: PlayingListening,
  observers: Observers['observers'],
): Promise<Terms> {
  const terms = new Map<string, string>()
  const inOrder = observers.toSorted((one, other) => other.daysAgo - one.daysAgo)
  for (const [place, { daysAgo, ...observer }] of inOrder.entries()) {
    const from = addDays(today, -daysAgo)
    clock.set(momentOf(from, place))
    const { id } = await send<{ id: string }>('diaodu', 'POST', '/api/observers', { ...observer, from })
    terms.set(observer.name, id)
  }
  return terms
}

async function playActivity(
  { send, clock, today }: PlayingListening,
  { daysAgo, hours, attended, minutes, raised, ...rest }: Observers['activities'][number],
  terms: Terms,
): Promise<void> {
  const starts = momentOf(addDays(today, -daysAgo), 60)
  const ends = new Date(starts.getTime() + hours * hourMs)
  clock.set(momentOf(addDays(today, -Math.max(daysAgo, 0) - 3), 30))
  const announced = { ...rest, startsAt: starts.toISOString(), endsAt: ends.toISOString() }
  const { id } = await send<{ id: string }>('diaodu', 'POST', '/api/activities', announced)
  if (daysAgo <= 0) return
  const url = `/api/activities/${id}`
  clock.set(starts)
  for (const name of attended)
    await send('diaodu', 'POST', `${url}/attendance`, { observer: termOf(terms, name) })
  clock.set(ends)
  if (minutes !== undefined) await send('diaodu', 'POST', `${url}/minutes`, { words: minutes })
  if (raised === undefined) return
  const { observer, ...issue } = raised
  const body = { ...issue, observer: termOf(terms, observer), task: 'report' }
  await send('diaodu', 'POST', `${url}/issues`, body)
}

function termOf(terms: Terms, name: string): string {
  const id = terms.get(name)
  assert(id !== undefined, `${name} is an observer of the demonstration`)
  return id
}

async function playFinding(
  playing: PlayingListening,
  { by, daysAgo, reply, ...finding }: Observers['findings'][number],
): Promise<void> {
  const day = workingDayBefore(playing, daysAgo)
  if (day === undefined) return
  const noticedAt = momentOf(day, 60).toISOString()
  playing.clock.set(momentOf(day, 150))
  const body = { ...finding, noticedAt }
  const { id } = await playing.send<{ id: string }>(by, 'POST', '/api/my/observer/findings', body)
  if (reply !== undefined) await playReply(playing, { id, day, officer: 'shenpi1', reply })
}
