/**
 * The tours of a demonstration: planned at their beginning, called on stop by stop, with what was heard there.
 */

import { dueDate, type PlainDate } from '@guanjia/core/calendar'
import { assert } from '@guanjia/core/kernel'
import type { DemonstrationPeople } from '../people.ts'
import type { DemonstrationListening } from './listening-content.ts'
import { momentOf, type PlayingListening, playReply, workingDayBefore } from './played-issue.ts'

type Tours = DemonstrationListening['tours']
type Stop = Tours[number]['stops'][number]

interface PlayingTours extends PlayingListening {
  readonly people: DemonstrationPeople
}

interface Read {
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly stops: readonly {
    readonly heard: readonly { readonly id: string; readonly issue: { readonly id: string } | null }[]
  }[]
}

const afternoonStarts = 300

/** Plays all of them. */
export async function playTours(playing: PlayingTours, tours: Tours): Promise<void> {
  for (const tour of tours) await playTour(playing, tour)
}

async function playTour(playing: PlayingTours, { stops, ...tour }: Tours[number]): Promise<void> {
  const { send, clock } = playing
  const [from, until] = [dayAt(playing, tour.from), dayAt(playing, tour.until)]
  if (from === undefined || until === undefined) return
  clock.set(momentOf(from, 0))
  const { id } = await send<{ id: string }>('diaodu', 'POST', '/api/tours', { ...tour, from, until })
  const planned: { readonly id: string; readonly on: PlainDate; readonly stop: Stop }[] = []
  for (const stop of stops) {
    const on = dayAt(playing, stop.on)
    if (on === undefined) continue
    planned.push({ id: await planStop(playing, id, { ...stop, on }), on, stop })
    // the half day of a stop that was given up is free for the next one
    if (stop.dropped !== undefined)
      await send('diaodu', 'POST', `/api/tours/stops/${planned.at(-1)?.id}/drop`, { reason: stop.dropped })
  }
  for (const { on, stop, ...one } of planned)
    await playStop(playing, { tourId: id, stopId: one.id, on }, stop)
}

/** The working day so many before today, or after it. */
function dayAt(playing: PlayingTours, count: number): PlainDate | undefined {
  if (count >= 0) return workingDayBefore(playing, count)
  const after = dueDate(playing.calendar, playing.today, -count)
  return after.ok ? after.value.due : undefined
}

async function planStop(
  { send, people }: PlayingTours,
  tourId: string,
  {
    goers,
    seen: _seen,
    dropped: _dropped,
    heard: _heard,
    ...stop
  }: Omit<Stop, 'on'> & { readonly on: PlainDate },
): Promise<string> {
  const { people: there } = await send<Read>('diaodu', 'GET', `/api/tours/${tourId}`)
  const ids = goers.map((username) => {
    const name = people.staff.find((one) => one.username === username)?.name
    const person = there.find((one) => one.name === name)
    assert(person !== undefined, `${username} works for a department of the tour`)
    return person.id
  })
  const body = { ...stop, goers: ids }
  return (await send<{ id: string }>('diaodu', 'POST', `/api/tours/${tourId}/stops`, body)).id
}

interface PlayedStop {
  readonly tourId: string
  readonly stopId: string
  readonly on: PlainDate
}

async function playStop(
  playing: PlayingTours,
  { tourId, stopId, on }: PlayedStop,
  stop: Stop,
): Promise<void> {
  const { send, clock } = playing
  const [first] = stop.goers
  if (stop.seen === undefined || first === undefined) return
  const start = stop.half === 'morning' ? 0 : afternoonStarts
  const url = `/api/tours/stops/${stopId}`
  for (const [place, { by, reply, ...heard }] of (stop.heard ?? []).entries()) {
    clock.set(momentOf(on, start + 60 + place * 10))
    const { id } = await send<{ id: string }>(by, 'POST', `${url}/heard`, heard)
    if (reply === undefined) continue
    const { stops } = await send<Read>('diaodu', 'GET', `/api/tours/${tourId}`)
    const issue = stops.flatMap((one) => one.heard).find((one) => one.id === id)?.issue
    assert(issue != null, 'what was not answered on the spot is an issue')
    await playReply(playing, { id: issue.id, day: on, officer: 'shenpi2', reply })
  }
  clock.set(momentOf(on, start + 120))
  await send(first, 'POST', `${url}/visit`, { seen: stop.seen, before: null })
}
