/**
 * Searching for a room: by wishes, and one room whole.
 */

import { type WishField, wishFields } from '@guanjia/core/premises'
import { array, boolean, int, object, string, type ZodOptional, type ZodString } from 'zod'
import { defineRoute } from '../route.ts'
import { idParams, matching, named, offeredRoom, roomPhoto, wording } from './premises-parts.ts'

/** What there is to choose from. */
export const readSpaceChoices = defineRoute({
  id: 'premises.read-choices',
  method: 'GET',
  path: '/api/space/choices',
  action: 'public.read',
  summary: 'Carriers, industries, the clocks of a need with their sources, and how many rooms are offered',
  response: object({
    carriers: array(named.extend({ street: string(), rooms: int() })),
    industries: array(object({ id: string(), name: wording })),
    department: named,
    rooms: int(),
    clocks: array(
      object({ id: string(), value: int(), unit: string(), source: string(), isUnconfirmed: boolean() }),
    ),
  }),
})

const byField = Object.fromEntries(wishFields.map((field) => [field, string().max(20).optional()])) as Record<
  WishField,
  ZodOptional<ZodString>
>

/** Searches. */
export const searchRooms = defineRoute({
  id: 'premises.search-rooms',
  method: 'GET',
  path: '/api/space/rooms',
  action: 'public.read',
  summary:
    'Rooms by wishes, each as people write it; what is named in `soft` ranks, everything else must hold. Every room left out says why, and where none is left the smallest loosening is proposed',
  query: object({ ...byField, soft: string().max(200).optional() }),
  response: matching,
  problems: ['wish-not-readable'],
})

/** One room. */
export const readRoom = defineRoute({
  id: 'premises.read-room',
  method: 'GET',
  path: '/api/space/rooms/:id',
  action: 'public.read',
  summary: 'A room that is offered, with every fact that is known, and its photos',
  params: idParams,
  response: offeredRoom.extend({ photos: array(roomPhoto) }),
  problems: ['room-not-offered'],
})
