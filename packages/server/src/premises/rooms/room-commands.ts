/**
 * What a carrier does with its rooms: correcting a line, publishing, taking off the list.
 */

import { addDays, type PlainDate } from '@guanjia/core/calendar'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import { freeArea, type RoomCells } from '@guanjia/core/premises'
import type { CommandContext } from '../../platform/commands/command.ts'
import { dayOf, type PremisesPorts } from '../premises-ports.ts'
import { premisesTables, type RoomRow } from '../store/premises-tables.ts'
import { lockRoom, lockRooms, writeRoom } from '../store/room-store.ts'
import { changeFor } from './import-command.ts'
import { displaced, roomLine } from './room-line.ts'

type Dated = Pick<PremisesPorts, 'zone' | 'content'>

/** Last day of an offer that is made now. */
export function offerEnd(ports: Dated, now: Date): PlainDate {
  return addDays(dayOf(ports, now), ports.content.offerDays)
}

/** Where a room stands, as its carrier reads it. */
type Standing = Exclude<RoomRow['state'], 'published'> | 'offered' | 'over' | 'let'

/** Where a room stands on a day; one of which nothing is free is let. */
export function standingOf(row: RoomRow, today: PlainDate): Standing {
  const { state, facts, let_dm2, offered_until } = row
  if (facts !== null && let_dm2 > 0 && freeArea(facts, let_dm2) === 0) return 'let'
  if (state !== 'published') return state
  return offered_until !== null && offered_until < today ? 'over' : 'offered'
}

interface Changing {
  readonly id: string
  readonly version: number
}

/** Writes a line anew. */
export async function changeLine(
  context: CommandContext,
  { id, version, cells }: Changing & { readonly cells: RoomCells },
): Promise<Result<RoomRow, 'room-changed-meanwhile' | 'room-is-let'>> {
  const { carrier } = await lockRoom(context, id)
  // the place of a line is judged against all others
  const rows = await lockRooms(context, carrier)
  const row = rows.find((each) => each.id === id)
  if (row === undefined || row.version !== version) return refuse('room-changed-meanwhile')
  const line = roomLine(cells)
  const isTaken = line.place !== null && rows.some((each) => each.id !== id && each.place === line.place)
  const change = changeFor(row, isTaken ? displaced(line) : line)
  if (change === undefined) return refuse('room-is-let')
  context.record({ act: 'premises.room-changed', subject: id, body: { version: version + 1 } })
  return accept(await writeRoom(context, row, change))
}

/** Offers every draft without faults and every offer that is over. */
export async function publishRooms(ports: Dated, context: CommandContext, carrier: string) {
  const today = dayOf(ports, context.now)
  const until = offerEnd(ports, context.now)
  const rows = await lockRooms(context, carrier)
  const ready = rows.filter(
    (row) =>
      row.facts !== null &&
      ['draft', 'over'].includes(standingOf(row, today)) &&
      freeArea(row.facts, row.let_dm2) > 0,
  )
  if (ready.length > 0)
    await premisesTables(context.tx)
      .updateTable('space_room')
      .set(({ eb, ref }) => ({
        state: 'published',
        offered_until: until,
        version: eb(ref('version'), '+', 1),
        updated_at: context.now,
      }))
      .where(
        'id',
        'in',
        ready.map(({ id }) => id),
      )
      .execute()
  const kept = rows.filter(({ state, facts }) => state === 'draft' && facts === null).length
  context.record({
    act: 'premises.rooms-published',
    subject: carrier,
    body: { published: ready.length, kept, until },
  })
  return accept({ published: ready.length, kept, until })
}

/** Notes a lease and takes its area off the offer; the room is locked. */
export async function takeArea(
  { newId }: Pick<PremisesPorts, 'newId'>,
  context: CommandContext,
  { row, area, needId }: { readonly row: RoomRow; readonly area: number; readonly needId: string | null },
): Promise<RoomRow> {
  await premisesTables(context.tx)
    .insertInto('space_lease')
    .values({
      id: newId(),
      room_id: row.id,
      need_id: needId,
      area_dm2: area,
      noted_at: context.now,
      ended_at: null,
    })
    .execute()
  return writeRoom(context, row, { let_dm2: row.let_dm2 + area })
}

/** Withdraws a room, notes that it is let, or that it is free again. */
export async function setStanding(
  ports: Pick<PremisesPorts, 'newId'>,
  context: CommandContext,
  { id, version, standing }: Changing & { readonly standing: 'withdrawn' | 'let' | 'free' },
): Promise<Result<RoomRow, 'room-changed-meanwhile' | 'room-not-offered'>> {
  const row = await lockRoom(context, id)
  if (row.version !== version) return refuse('room-changed-meanwhile')
  context.record({ act: `premises.room-${standing}`, subject: id, body: { version: version + 1 } })
  if (standing === 'withdrawn') return accept(await writeRoom(context, row, { state: 'withdrawn' }))
  if (standing === 'let') {
    const area = row.facts === null ? 0 : freeArea(row.facts, row.let_dm2)
    return area === 0
      ? refuse('room-not-offered')
      : accept(await takeArea(ports, context, { row, area, needId: null }))
  }
  // what is free goes back on the list beside the leases that run; only of a room wholly let they are over
  if (row.facts !== null && freeArea(row.facts, row.let_dm2) > 0)
    return accept(await writeRoom(context, row, { state: 'draft' }))
  await premisesTables(context.tx)
    .updateTable('space_lease')
    .set({ ended_at: context.now })
    .where('room_id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
  return accept(await writeRoom(context, row, { let_dm2: 0, state: 'draft' }))
}
