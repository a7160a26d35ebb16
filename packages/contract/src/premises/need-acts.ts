/**
 * What is done for a need: by whoever recorded it, and by the department in charge.
 */

import { array, boolean, int, iso, object, string, uuid } from 'zod'
import { defineRoute } from '../route.ts'
import { idParams, needProblems, needSituation, seen, squareMetres } from './premises-parts.ts'

const moved = object({ id: uuid(), version: int(), situation: needSituation })
const words = string().trim().max(1000)

const act = {
  method: 'POST',
  params: idParams,
  response: moved,
  idempotent: true,
} as const

/** To the department. */
export const transferNeed = defineRoute({
  ...act,
  id: 'premises.transfer-need',
  path: '/api/space/needs/:id/transfer',
  action: 'premises.track-need',
  summary: 'Hands a need that was recorded on a visit to the department in charge',
  body: object(seen),
  problems: needProblems,
})

/** Asks for haste. */
export const urgeNeed = defineRoute({
  ...act,
  id: 'premises.urge-need',
  path: '/api/space/needs/:id/urgings',
  action: 'premises.track-need',
  summary: 'Urges the department, with a reason',
  body: object({ ...seen, reason: words }),
  problems: needProblems,
})

/** Takes in hand. */
export const receiveNeed = defineRoute({
  ...act,
  id: 'premises.receive-need',
  path: '/api/space/needs/:id/receipt',
  action: 'premises.place',
  summary: 'The department takes a need in hand',
  body: object(seen),
  problems: needProblems,
})

/** Candidates. */
export const proposeRooms = defineRoute({
  ...act,
  id: 'premises.propose-rooms',
  path: '/api/space/needs/:id/candidates',
  action: 'premises.place',
  summary: 'Puts rooms before the firm; they must be offered',
  body: object({ ...seen, rooms: array(uuid()).min(1).max(10) }),
  problems: [...needProblems, 'room-not-offered'],
})

/** An appointment. */
export const arrangeViewing = defineRoute({
  ...act,
  id: 'premises.arrange-viewing',
  path: '/api/space/needs/:id/viewings',
  action: 'premises.place',
  summary: 'Arranges a visit to a candidate',
  body: object({ ...seen, room: uuid(), viewAt: iso.datetime() }),
  problems: needProblems,
})

/** The record. */
export const recordViewing = defineRoute({
  ...act,
  id: 'premises.record-viewing',
  path: '/api/space/needs/:id/viewing-records',
  action: 'premises.place',
  summary: 'Records a visit: whether the room suits the firm, and what was found',
  body: object({ ...seen, viewing: int().min(0), suits: boolean(), note: words }),
  problems: needProblems,
})

/** The lease. */
export const noteLease = defineRoute({
  ...act,
  id: 'premises.note-lease',
  path: '/api/space/needs/:id/lease',
  action: 'premises.place',
  summary: 'Notes the lease of a room that suited; so much of it is offered no longer',
  body: object({ ...seen, room: uuid(), area: squareMetres }),
  problems: [...needProblems, 'room-not-offered', 'area-not-lettable'],
})

/** Nothing found. */
export const closeNeed = defineRoute({
  ...act,
  id: 'premises.close-need',
  path: '/api/space/needs/:id/no-room',
  action: 'premises.place',
  summary: 'Ends a search that found nothing, with the reason the firm is told',
  body: object({ ...seen, reason: words }),
  problems: needProblems,
})
