/**
 * Photos of rooms: added and taken away by the carrier, seen by everybody while the room is offered.
 */

import { int, object, string, unknown, uuid } from 'zod'
import { defineRoute } from '../route.ts'
import { idParams } from './premises-parts.ts'

const photoParams = idParams.extend({ photo: uuid() })

/** Adds one. */
export const addRoomPhoto = defineRoute({
  id: 'premises.add-photo',
  method: 'POST',
  path: '/api/space/own-rooms/:id/photos',
  action: 'premises.keep-room',
  summary:
    'Adds a JPEG or PNG to a room, without what the camera wrote into it; a room has a few at most, and each says what is seen',
  params: idParams,
  body: object({ bytes: string().base64().max(240_000), shows: string().trim().min(2).max(60) }),
  response: object({ id: uuid(), size: int() }),
  success: 201,
  problems: ['photo-not-a-picture', 'room-has-photos-enough'],
  idempotent: true,
})

/** Takes one away. */
export const removeRoomPhoto = defineRoute({
  id: 'premises.remove-photo',
  method: 'POST',
  path: '/api/space/own-rooms/:id/photos/:photo/removal',
  action: 'premises.keep-room',
  summary: 'Takes a photo off a room; nobody sees it any more',
  params: photoParams,
  body: object({}),
  response: object({}),
  problems: ['room-photo-unknown'],
  idempotent: true,
})

/** The carrier's own. */
export const readOwnRoomPhoto = defineRoute({
  id: 'premises.read-own-photo',
  method: 'GET',
  path: '/api/space/own-rooms/:id/photos/:photo',
  action: 'premises.keep-room',
  summary: 'A photo of one’s own room, offered or not',
  params: photoParams,
  response: unknown(),
  problems: ['room-photo-unknown'],
  produces: 'image/jpeg',
})

/** Everybody's. */
export const readRoomPhoto = defineRoute({
  id: 'premises.read-photo',
  method: 'GET',
  path: '/api/space/rooms/:id/photos/:photo',
  action: 'public.read',
  summary: 'A photo of a room that is offered',
  params: photoParams,
  response: unknown(),
  problems: ['room-photo-unknown'],
  produces: 'image/jpeg',
})
