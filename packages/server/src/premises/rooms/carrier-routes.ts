/**
 * The desk of a carrier over the wire.
 */

import * as contract from '@guanjia/contract/premises'
import { accept, refuse } from '@guanjia/core/kernel'
import { answer } from '../../platform/http/answer.ts'
import { actFor, carrierAuthority, dayOf, ownCarrier, type PremisesPorts } from '../premises-ports.ts'
import { premisesTables, type RoomRow } from '../store/premises-tables.ts'
import { importLines } from './import-command.ts'
import { endLease, type RunningLease, readLeases } from './lease-command.ts'
import { changeLine, publishRooms, setStanding, standingOf } from './room-commands.ts'
import { readPhotosOf } from './room-photos.ts'
import { readWorkbook, roomWorkbook } from './room-workbook.ts'

const noCarrier = { 'no-carrier': 403 } as const

/** Answers the routes. */
export function implementCarrierRoutes(ports: PremisesPorts): void {
  implementReading(ports)
  implementTable(ports)
  implementOneRoom(ports)
  implementLeases(ports)
}

function implementReading(ports: PremisesPorts): void {
  const { implement, clock } = ports
  implement(
    contract.listOwnRooms,
    async ({ principal }) => {
      const carrier = ownCarrier(ports, principal)
      if (carrier === undefined) return refuse('no-carrier')
      const { id, name } = carrier
      const rows = await readRooms(ports, id)
      const leases = (await readLeases(ports.database, id)).map(
        (lease) => [lease.room_id, leaseShown(ports, lease)] as const,
      )
      const photos = await readPhotosOf(
        ports.database,
        rows.map((row) => row.id),
      )
      const rooms = rows.map((row) => ({
        ...ownRoom(ports, row),
        photos: photos
          .filter(({ roomId }) => roomId === row.id)
          .map(({ id: photo, shows }) => ({ id: photo, shows })),
        leases: leases.filter(([room]) => room === row.id).map(([, lease]) => lease),
      }))
      const { offerDays, photosAtMost } = ports.content
      return accept({ carrier: { id, name }, rooms, offerDays, photosAtMost })
    },
    noCarrier,
  )
  implement(
    contract.exportRooms,
    async ({ principal }) => {
      const carrier = ownCarrier(ports, principal)
      if (carrier === undefined) return refuse('no-carrier')
      const rows = await readRooms(ports, carrier.id)
      const now = clock.now()
      const bytes = await roomWorkbook(
        rows.map(({ cells }) => cells),
        now,
      )
      const name = encodeURIComponent(`房源-${carrier.name['zh-CN']}-${dayOf(ports, now)}.xlsx`)
      return accept(
        answer(bytes, { headers: { 'content-disposition': `attachment; filename*=UTF-8''${name}` } }),
      )
    },
    noCarrier,
  )
}

function implementTable(ports: PremisesPorts): void {
  const { implement } = ports
  implement(
    contract.importRooms,
    async (input) => {
      const carrier = ownCarrier(ports, input.principal)
      if (carrier === undefined) return refuse('no-carrier')
      const lines = await readWorkbook(Buffer.from(input.body.bytes, 'base64'))
      if (!lines.ok) return lines
      if (lines.value.length > ports.content.importAtMost) return refuse('too-many-rooms')
      return actFor(
        ports,
        { name: 'premises.import-rooms', subject: carrier.id, sent: input },
        async (context) =>
          accept(await importLines(ports, context, { carrier: carrier.id, lines: lines.value })),
      )
    },
    { ...noCarrier, 'workbook-not-readable': 422, 'too-many-rooms': 422 },
  )
  implement(
    contract.publishRooms,
    async (input) => {
      const carrier = ownCarrier(ports, input.principal)
      if (carrier === undefined) return refuse('no-carrier')
      return actFor(ports, { name: 'premises.publish-rooms', subject: carrier.id, sent: input }, (context) =>
        publishRooms(ports, context, carrier.id),
      )
    },
    noCarrier,
  )
}

function implementOneRoom(ports: PremisesPorts): void {
  const { implement } = ports
  const owned = findRoomResource(ports)
  implement(
    contract.changeRoom,
    (input) => {
      const { id } = input.params
      return actFor(ports, { name: 'premises.change-room', subject: id, sent: input }, async (context) => {
        const changed = await changeLine(context, { id, ...input.body })
        return changed.ok ? accept(ownRoom(ports, changed.value)) : changed
      })
    },
    { 'room-changed-meanwhile': 409, 'room-is-let': 409 },
    owned,
  )
  implement(
    contract.setStanding,
    (input) => {
      const { id } = input.params
      return actFor(ports, { name: 'premises.set-standing', subject: id, sent: input }, async (context) => {
        const set = await setStanding(ports, context, { id, ...input.body })
        return set.ok ? accept(ownRoom(ports, set.value)) : set
      })
    },
    { 'room-changed-meanwhile': 409, 'room-not-offered': 409 },
    owned,
  )
}

function implementLeases(ports: PremisesPorts): void {
  ports.implement(
    contract.endLease,
    (input) => {
      const { id, lease } = input.params
      return actFor(ports, { name: 'premises.end-lease', subject: id, sent: input }, async (context) => {
        const ended = await endLease(context, { id, lease, ...input.body })
        return ended.ok ? accept(ownRoom(ports, ended.value)) : ended
      })
    },
    { 'room-changed-meanwhile': 409, 'lease-not-running': 409 },
    findRoomResource(ports),
  )
}

function leaseShown(ports: PremisesPorts, { id, area_dm2, noted_at, firm, number }: RunningLease) {
  return { id, areaSquareDecimetres: area_dm2, notedOn: dayOf(ports, noted_at), firm, need: number }
}

/** Drafts with faults first, then by place. */
async function readRooms({ database }: PremisesPorts, carrier: string): Promise<readonly RoomRow[]> {
  const rows = await premisesTables(database)
    .selectFrom('space_room')
    .selectAll()
    .where('carrier', '=', carrier)
    .orderBy('place', (order) => order.asc().nullsFirst())
    .orderBy('id')
    .execute()
  return rows.toSorted((one, other) => other.faults.length - one.faults.length)
}

function ownRoom(ports: PremisesPorts, row: RoomRow) {
  return {
    id: row.id,
    version: row.version,
    standing: standingOf(row, dayOf(ports, ports.clock.now())),
    cells: row.cells,
    faults: row.faults,
    letSquareDecimetres: row.let_dm2,
    offeredUntil: row.offered_until,
  }
}

/** The carrier whose room it is. */
export function findRoomResource({ database }: PremisesPorts) {
  return async ({ params }: { readonly params: { readonly id: string } }) => {
    const row = await premisesTables(database)
      .selectFrom('space_room')
      .select('carrier')
      .where('id', '=', params.id)
      .executeTakeFirst()
    return row === undefined ? undefined : { authorities: [carrierAuthority(row.carrier)] }
  }
}
