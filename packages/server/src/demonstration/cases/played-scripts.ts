/**
 * Plays the cases of a demonstration, all of them together and day by day, so that the house sees its days in their order.
 */

import { addDays, calendarDay, dueDate, type PlainDate, type WorkingCalendar } from '@guanjia/core/calendar'
import type { Catalogue } from '@guanjia/core/catalogue'
import { attachPaper } from '../attached-paper.ts'
import type { DemonstrationPeople } from '../people.ts'
import type { PlayedClock, Send } from '../projects/people-at-work.ts'
import type { CaseScript } from './cases-content.ts'

/** What the cases are played with. */
export interface CasePlaying {
  readonly send: Send
  readonly clock: PlayedClock
  readonly catalogue: Catalogue
  readonly calendar: WorkingCalendar
  readonly people: Pick<DemonstrationPeople, 'applicants'>
  /** the day the demonstration stands at; the last act is on the working day before */
  readonly asOf: PlainDate
  /** does what the events of a day start elsewhere */
  readonly settle: () => Promise<void>
}

interface Scene {
  readonly on: number
  readonly play: (day: PlainDate) => Promise<void>
}

/** Plays them; every act goes through the same door as anybody's. */
export async function playCases(playing: CasePlaying, scripts: readonly CaseScript[]): Promise<void> {
  const scenes = scripts.flatMap((script) => scenesOf(playing, script))
  const days = [...new Set(scenes.map(({ on }) => on))].toSorted((one, other) => other - one)
  for (const on of days) {
    const day = workingDayBefore(playing, on)
    for (const [place, { play }] of scenes.filter((scene) => scene.on === on).entries()) {
      playing.clock.set(minuteOf(day, place))
      await play(day)
    }
    await playing.settle()
  }
}

/** Half past nine in the zone's morning, and a minute for every act before. */
function minuteOf(day: PlainDate, place: number): Date {
  return new Date(Date.parse(`${day}T01:30:00Z`) + place * 60_000)
}

/** The day so many working days before the one the demonstration stands at. */
function workingDayBefore({ calendar, asOf }: CasePlaying, workingDays: number): PlainDate {
  let left = workingDays
  for (let day = addDays(asOf, -1); ; day = addDays(day, -1)) {
    const found = calendarDay(calendar, day)
    if (!found.ok) throw new Error(`the demonstration is played in published years, and ${day} is in none`)
    if (found.value.workingDay) left -= 1
    if (left === 0) return day
  }
}

function scenesOf(playing: CasePlaying, script: CaseScript): readonly Scene[] {
  let caseId = ''
  const opening = script.receive ?? script.prepare
  if (opening === undefined) return []
  const begin = async () => {
    caseId = await (script.receive === undefined ? prepare(playing, script) : receive(playing, script))
  }
  return [
    { on: opening.on, play: begin },
    ...script.acts.map(({ on, by, post, body }): Scene => {
      return { on, play: (day) => act(playing, { ...script, caseId }, { by, post, body, day }) }
    }),
  ]
}

/** What the service asks of the applicant, but for what is missing. */
function broughtPapers({ catalogue }: CasePlaying, { service, receive: received }: CaseScript): string[] {
  const found = catalogue.services.find(({ id }) => id === service)
  const papers = (found?.evidence ?? [])
    .filter(({ source }) => source === 'applicant')
    .map(({ type }) => type)
  return papers.filter((type) => received?.missing.includes(type) !== true)
}

async function receive(playing: CasePlaying, script: CaseScript): Promise<string> {
  const { service, owner, facts } = script
  const applicant = playing.people.applicants.find(({ subject }) => subject === owner)
  if (applicant === undefined) throw new Error(`the demonstration knows no ${owner}`)
  const { name, identityNumber } = applicant
  const { id } = await playing.send<{ id: string }>(script.receive?.by ?? '', 'POST', '/api/counter/cases', {
    service,
    applicant: { name, identityNumber },
    papers: broughtPapers(playing, script),
    facts,
  })
  return id
}

interface Opened {
  readonly id: string
  readonly service: { readonly requirements: readonly { readonly id: string; readonly source: string }[] }
}

async function prepare({ send }: CasePlaying, script: CaseScript): Promise<string> {
  const { service, owner, facts, prepare: prepared } = script
  const { id } = await send<{ id: string }>(owner, 'POST', '/api/cases', { service, facts })
  const file = await send<Opened>(owner, 'GET', `/api/cases/${id}`)
  for (const { id: requirement, source } of file.service.requirements)
    if (source === 'applicant' && prepared?.missing.includes(requirement) !== true)
      await attachPaper(send, owner, { caseId: id, requirement })
  return id
}

interface Posted {
  readonly by: string
  readonly post: string
  readonly body: Readonly<Record<string, unknown>>
  readonly day: PlainDate
}

async function act(
  { send, calendar }: CasePlaying,
  { owner, caseId }: { readonly owner: string; readonly caseId: string },
  { by, post, body, day }: Posted,
): Promise<void> {
  const { version } = await send<{ version: number }>(owner, 'GET', `/api/cases/${caseId}`)
  const dated = withDates(body, { calendar, day }) as object
  await send(by, 'POST', `/api/cases/${caseId}/${post}`, { version, ...dated })
}

/** The same with a date wherever content counts working days after the day of the act. */
function withDates(
  value: unknown,
  moment: { readonly calendar: WorkingCalendar; readonly day: PlainDate },
): unknown {
  if (Array.isArray(value)) return value.map((each) => withDates(each, moment))
  if (typeof value !== 'object' || value === null) return value
  if ('workingDays' in value) return dayAfter(Number(value.workingDays), moment)
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withDates(each, moment)]))
}

function dayAfter(
  workingDays: number,
  { calendar, day }: { readonly calendar: WorkingCalendar; readonly day: PlainDate },
): PlainDate {
  const due = dueDate(calendar, day, workingDays)
  if (!due.ok) throw new Error('the demonstration looks no farther ahead than its reach')
  return due.value.due
}
