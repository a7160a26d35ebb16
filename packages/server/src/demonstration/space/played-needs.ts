/**
 * The needs for space of a demonstration, played through the API on the days on which they were stated and worked on.
 */

import { dueDate, type PlainDate } from '@guanjia/core/calendar'
import { assert } from '@guanjia/core/kernel'
import { momentOf, type PlayingListening, workingDayBefore } from '../listening/played-issue.ts'
import type { DemonstrationNeed } from './needs-content.ts'

type Act = DemonstrationNeed['acts'][number]

interface Room {
  readonly id: string
  readonly facts: { readonly areaSquareDecimetres: number }
}

/** A need on its way. */
interface Underway {
  readonly id: string
  /** the address by which its firm follows it; undefined where it was stated for the firm */
  readonly link: string | undefined
  readonly start: PlainDate
  readonly version: number
  readonly rooms: readonly Room[]
}

/** Plays every need; acts that would lie in the future are left out. */
export async function playNeeds(
  playing: PlayingListening,
  needs: readonly DemonstrationNeed[],
): Promise<void> {
  for (const [place, need] of needs.entries()) await playNeed(playing, need, place * 9)
}

async function playNeed(playing: PlayingListening, need: DemonstrationNeed, minutes: number): Promise<void> {
  const start = workingDayBefore(playing, need.daysAgo)
  if (start === undefined) return
  playing.clock.set(momentOf(start, minutes))
  let underway = await file(playing, need, start)
  for (const [step, act] of need.acts.entries()) {
    const on = dueDate(playing.calendar, start, act.after)
    if (!on.ok || on.value.due >= playing.today) return
    playing.clock.set(momentOf(on.value.due, minutes + (step + 1) * 23))
    underway = await carryOut(playing, underway, act)
  }
}

async function file(
  { send }: PlayingListening,
  { by, issue, filing }: DemonstrationNeed,
  start: PlainDate,
): Promise<Underway> {
  const isForFirm = 'agreed' in filing
  const path = isForFirm ? '/api/space/recorded-needs' : '/api/space/needs'
  const from = issue === undefined ? {} : { issue: await findIssue(send, by, issue) }
  const filed = await send<{ id: string; link?: string }>(by, 'POST', path, { ...filing, ...from })
  // what is recorded on a visit is not with the department yet
  const version = isForFirm && issue === undefined ? 1 : 2
  return { id: filed.id, link: filed.link, start, version, rooms: [] }
}

async function findIssue(send: PlayingListening['send'], by: string, words: string): Promise<string> {
  const search = new URLSearchParams({ search: words, show: 'all' })
  const { issues } = await send<{ issues: { id: string }[] }>(by, 'GET', `/api/voice/issues?${search}`)
  const [found] = issues
  assert(found !== undefined, 'demonstration/needs.yaml: an issue that is passed on is in the register')
  return found.id
}

async function carryOut({ send, calendar }: PlayingListening, need: Underway, act: Act): Promise<Underway> {
  if (act.do === 'mark') {
    await send(act.by, 'POST', `/api/space/needs/by-link${need.link?.replace('/need', '')}/mark`, act.body)
    return need
  }
  const url = `/api/space/needs/${need.id}`
  const rooms = act.hits === undefined ? need.rooms : await fittingRooms(send, url, act)
  const viewOn = dueDate(calendar, need.start, act.viewAfter ?? 0)
  const [room] = rooms
  const bodies: Partial<Record<Act['do'], object>> = {
    candidates: { rooms: rooms.map(({ id }) => id) },
    viewings: { room: room?.id, viewAt: viewOn.ok && momentOf(viewOn.value.due, 60).toISOString() },
    'viewing-records': { viewing: 0 },
    lease: { room: room?.id, area: String((room?.facts.areaSquareDecimetres ?? 0) / 100) },
  }
  const body = { version: need.version, ...bodies[act.do], ...act.body }
  const { version } = await send<{ version: number }>(act.by, 'POST', `${url}/${act.do}`, body)
  return { ...need, version, rooms }
}

async function fittingRooms(send: PlayingListening['send'], url: string, { by, hits = 1 }: Act) {
  const { matching } = await send<{ matching: { hits: { room: Room }[] } }>(by, 'GET', url)
  return matching.hits.slice(0, hits).map(({ room }) => room)
}
