/**
 * The desk of a carrier: its rooms, the spreadsheet in and out, publishing.
 */

import { array, enum as choice, int, iso, object, string, unknown, uuid } from 'zod'
import { defineRoute } from '../route.ts'
import { cellFault, idParams, named, roomCells, roomPhoto, seen } from './premises-parts.ts'

const own = object({
  id: uuid(),
  version: int(),
  /** published, and the offer holds; over, until it is renewed; let: nothing of it is free */
  standing: choice(['draft', 'offered', 'over', 'let', 'withdrawn']),
  cells: roomCells,
  faults: array(cellFault),
  letSquareDecimetres: int(),
  offeredUntil: iso.date().nullable(),
})

/** A lease that runs; without a need the carrier let the room by itself. */
const runningLease = object({
  id: uuid(),
  areaSquareDecimetres: int(),
  notedOn: iso.date(),
  firm: string().nullable(),
  need: string().nullable(),
})

/** The rooms. */
export const listOwnRooms = defineRoute({
  id: 'premises.list-own-rooms',
  method: 'GET',
  path: '/api/space/own-rooms',
  action: 'premises.keep-rooms',
  summary: 'The rooms of the carrier one works for, drafts with their faults first, and the leases that run',
  response: object({
    carrier: named,
    rooms: array(own.extend({ leases: array(runningLease), photos: array(roomPhoto) })),
    offerDays: int(),
    /** how many a room may have */
    photosAtMost: int(),
  }),
  problems: ['no-carrier'],
})

/** The spreadsheet in. */
export const importRooms = defineRoute({
  id: 'premises.import-rooms',
  method: 'POST',
  path: '/api/space/own-rooms/import',
  action: 'premises.keep-rooms',
  summary:
    'Reads an .xlsx: new lines become drafts, changed lines change their room, equal lines nothing, and neither do lines that the leases of their room do not fit into; a line with faults is kept as a draft with its reasons',
  body: object({ bytes: string().base64().max(700_000) }),
  response: object({
    added: int(),
    changed: int(),
    unchanged: int(),
    faulty: int(),
    /** lines that changed nothing: leases run in their room that they do not hold */
    leftAlone: array(object({ row: int(), place: string() })),
  }),
  problems: ['no-carrier', 'workbook-not-readable', 'too-many-rooms'],
  idempotent: true,
})

/** The spreadsheet out. */
export const exportRooms = defineRoute({
  id: 'premises.export-rooms',
  method: 'GET',
  path: '/api/space/own-rooms.xlsx',
  action: 'premises.keep-rooms',
  summary:
    'All rooms of the carrier as a spreadsheet that reads back unchanged; empty, it is the form to fill in',
  response: unknown(),
  problems: ['no-carrier'],
  produces: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})

/** Corrects a line. */
export const changeRoom = defineRoute({
  id: 'premises.change-room',
  method: 'PUT',
  path: '/api/space/own-rooms/:id',
  action: 'premises.keep-room',
  summary: 'Writes the line of a room anew; what is wrong with it is answered and kept with the draft',
  params: idParams,
  body: object({ ...seen, cells: roomCells }),
  response: own,
  problems: ['room-changed-meanwhile', 'room-is-let'],
})

/** Publishes. */
export const publishRooms = defineRoute({
  id: 'premises.publish-rooms',
  method: 'POST',
  path: '/api/space/own-rooms/publication',
  action: 'premises.keep-rooms',
  summary:
    'Offers every draft without faults, and every offer that is over, from today on for the days of the zone',
  response: object({ published: int(), kept: int(), until: iso.date() }),
  problems: ['no-carrier'],
  idempotent: true,
})

/** Takes off the list, or says that it is let or free again. */
export const setStanding = defineRoute({
  id: 'premises.set-standing',
  method: 'POST',
  path: '/api/space/own-rooms/:id/standing',
  action: 'premises.keep-room',
  summary: 'Withdraws a room, notes that it was let elsewhere, or that it is free again and a draft',
  params: idParams,
  body: object({ ...seen, standing: choice(['withdrawn', 'let', 'free']) }),
  response: own,
  problems: ['room-changed-meanwhile', 'room-not-offered'],
  idempotent: true,
})

/** One of several tenants leaves. */
export const endLease = defineRoute({
  id: 'premises.end-lease',
  method: 'POST',
  path: '/api/space/own-rooms/:id/leases/:lease/end',
  action: 'premises.keep-room',
  summary:
    'Notes that a lease is over: its area is free again, a room that was wholly let becomes a draft, the other leases run on',
  params: idParams.extend({ lease: uuid() }),
  body: object(seen),
  response: own,
  problems: ['room-changed-meanwhile', 'lease-not-running'],
  idempotent: true,
})
