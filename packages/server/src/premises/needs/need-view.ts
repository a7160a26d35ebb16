/**
 * A need as it is read: by the firm behind its link, and by those who work on it.
 */

import { may, type Principal, type Resource } from '@guanjia/core/access'
import { accept, type Result } from '@guanjia/core/kernel'
import {
  type HandOff,
  handleNeed,
  handOffs,
  type NeedHappening,
  type NeedState,
  readWishes,
  type Viewing,
  type Wish,
  weigh,
} from '@guanjia/core/premises'
import { authorityNamed, dayOf, type PremisesPorts } from '../premises-ports.ts'
import { matchingView, roomView, weighedView } from '../searching/matching-view.ts'
import { type OfferedRoom, readOfferedRooms, readRooms } from '../searching/offered-rooms.ts'
import type { NeedRow } from '../store/premises-tables.ts'

type Unpublished = 'calendar-not-published'

/** Whose need it is: the department in charge, and who sees it through. */
export function needResource(row: Pick<NeedRow, 'department' | 'visitor_id' | 'asker_id'>): Resource {
  return {
    authorities: [row.department],
    ...(row.visitor_id === null ? {} : { stewardIds: [row.visitor_id] }),
    ...(row.asker_id === null ? {} : { ownerId: row.asker_id }),
  }
}

/** The hand-offs of a need today. */
export function handOffsOf(
  ports: Pick<PremisesPorts, 'zone' | 'clock'>,
  state: NeedState,
): Result<readonly HandOff[], Unpublished> {
  return handOffs(state, ports.zone.calendar, dayOf(ports, ports.clock.now()))
}

/** A hand-off on the wire. */
export function handOffView({ since, done, ...rest }: HandOff) {
  return { ...rest, since: since.at, done: done?.at ?? null }
}

function wishesOf({ wishes }: NeedRow): readonly Wish[] {
  const read = readWishes(wishes)
  // they were read before they were kept
  return read.ok ? read.value : []
}

function plainRoom(ports: PremisesPorts, rooms: ReadonlyMap<string, OfferedRoom>, id: string) {
  const found = rooms.get(id)
  if (found === undefined) return undefined
  const { carrier, facts } = roomView(ports, found)
  return { id, carrier, facts }
}

function viewingView(ports: PremisesPorts, rooms: ReadonlyMap<string, OfferedRoom>, viewing: Viewing) {
  const room = plainRoom(ports, rooms, viewing.room)
  if (room === undefined) return []
  const { viewAt, recorded } = viewing
  return [
    {
      room,
      viewAt,
      recordedAt: recorded?.at ?? null,
      suits: recorded?.suits ?? null,
      note: recorded?.note ?? null,
    },
  ]
}

/** Every room that a need has to do with. */
function roomsOf(ports: PremisesPorts, { candidates, viewings, lease }: NeedState) {
  const ids = [...candidates, ...viewings.map(({ room }) => room), ...(lease === null ? [] : [lease.room])]
  return readRooms(ports.database, [...new Set(ids)])
}

function leaseView(ports: PremisesPorts, rooms: ReadonlyMap<string, OfferedRoom>, { lease }: NeedState) {
  if (lease === null) return null
  const room = plainRoom(ports, rooms, lease.room)
  return room === undefined ? null : { room, areaSquareDecimetres: lease.areaSquareDecimetres, at: lease.at }
}

/** A need as its firm sees it. */
export async function followedNeed(ports: PremisesPorts, row: NeedRow) {
  const { state, number, firm, purpose, wishes: texts, situation } = row
  const owed = handOffsOf(ports, state)
  if (!owed.ok) return owed
  const rooms = await roomsOf(ports, state)
  const wishes = wishesOf(row)
  return accept({
    number,
    firm,
    purpose,
    wishes: texts,
    situation,
    department: state.department === null ? null : authorityNamed(ports, state.department),
    handOffs: owed.value.map(handOffView),
    candidates: state.candidates.flatMap((id) => {
      const found = rooms.get(id)
      return found === undefined ? [] : weighedView(ports, rooms, weigh(wishes, found))
    }),
    viewings: state.viewings.flatMap((viewing) => viewingView(ports, rooms, viewing)),
    lease: leaseView(ports, rooms, state),
    notFound: state.notFound?.reason ?? null,
    urgings: state.urgings,
    mark: state.rating?.mark ?? null,
  })
}

/** A need as those who work on it see it. */
export async function wholeNeed(ports: PremisesPorts, row: NeedRow, principal: Principal) {
  const followed = await followedNeed(ports, row)
  if (!followed.ok) return followed
  const offered = await readOfferedRooms(ports.database, dayOf(ports, ports.clock.now()))
  return accept({
    ...followed.value,
    id: row.id,
    version: row.version,
    contact: row.contact,
    phone: row.phone,
    channel: row.state.channel,
    issue: issueView(row, principal),
    filedAt: row.filed_at.toISOString(),
    words: row.words,
    matching: matchingView(ports, wishesOf(row), offered),
    acts: actsOf(ports, row, principal),
  })
}

/** The issue behind a need; whoever passed it on may look at it again. */
function issueView({ issue_id, issue_number: number, visitor_id }: NeedRow, principal: Principal) {
  if (number === null) return null
  const isOwn = principal.kind === 'person' && principal.id === visitor_id
  return { id: isOwn ? issue_id : null, number }
}

/** Acts by name: who may do them, and what they would want of the need. */
function possibleActs(department: string, { candidates, viewings }: NeedState) {
  const reason = 'said'
  const [room = ''] = candidates
  const viewing = viewings.findIndex(({ recorded }) => recorded === null)
  const suited = viewings.find(({ recorded }) => recorded?.suits === true)?.room ?? ''
  const at = { viewAt: '' }
  const acts: Readonly<Record<string, readonly ['premises.track-need' | 'premises.place', NeedHappening]>> = {
    transfer: ['premises.track-need', { type: 'transferred', department }],
    urge: ['premises.track-need', { type: 'urged', reason }],
    receive: ['premises.place', { type: 'received' }],
    propose: ['premises.place', { type: 'proposed', rooms: [room] }],
    arrange: ['premises.place', { type: 'viewing-arranged', room, ...at }],
    'record-viewing': ['premises.place', { type: 'viewed', viewing, suits: true, note: reason }],
    lease: ['premises.place', { type: 'leased', room: suited, areaSquareDecimetres: 1 }],
    close: ['premises.place', { type: 'not-found', reason }],
  }
  return Object.entries(acts)
}

function actsOf(ports: PremisesPorts, row: NeedRow, principal: Principal): readonly string[] {
  const now = ports.clock.now()
  const dated = { on: dayOf(ports, now), at: now.toISOString(), by: '' }
  const resource = needResource(row)
  return possibleActs(row.department, row.state)
    .filter(
      ([, [action, wish]]) =>
        may(principal, action, resource) && handleNeed(row.state, { ...wish, ...dated }).ok,
    )
    .map(([name]) => name)
}
