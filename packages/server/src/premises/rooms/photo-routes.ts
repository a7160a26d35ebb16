/**
 * Photos of rooms over the wire.
 */

import * as contract from '@guanjia/contract/premises'
import { accept, refuse } from '@guanjia/core/kernel'
import { answer } from '../../platform/http/answer.ts'
import { actFor, dayOf, type PremisesPorts } from '../premises-ports.ts'
import { offeredOf } from '../searching/offered-rooms.ts'
import { premisesTables } from '../store/premises-tables.ts'
import { findRoomResource } from './carrier-routes.ts'
import { addPhoto, findPhoto, removePhoto } from './room-photos.ts'

interface OfPhoto {
  readonly params: { readonly id: string; readonly photo: string }
}

/** Answers the routes. */
export function implementPhotoRoutes(ports: PremisesPorts): void {
  const { implement } = ports
  const owned = findRoomResource(ports)
  implement(
    contract.addRoomPhoto,
    (input) => {
      const { id } = input.params
      return actFor(ports, { name: 'premises.add-photo', subject: id, sent: input }, (context) =>
        addPhoto(ports, context, { roomId: id, ...input.body }),
      )
    },
    { 'photo-not-a-picture': 422, 'room-has-photos-enough': 409 },
    owned,
  )
  implement(
    contract.removeRoomPhoto,
    (input) => {
      const { id, photo } = input.params
      return actFor(ports, { name: 'premises.remove-photo', subject: id, sent: input }, (context) =>
        removePhoto(context, { roomId: id, id: photo }),
      )
    },
    { 'room-photo-unknown': 404 },
    owned,
  )
  implement(contract.readOwnRoomPhoto, (input) => shown(ports, input), { 'room-photo-unknown': 404 }, owned)
  implement(
    contract.readRoomPhoto,
    async (input) =>
      (await isOffered(ports, input.params.id)) ? shown(ports, input) : refuse('room-photo-unknown'),
    { 'room-photo-unknown': 404 },
  )
}

async function shown(ports: PremisesPorts, { params: { id, photo } }: OfPhoto) {
  const found = await findPhoto(ports, { roomId: id, id: photo })
  if (found === undefined) return refuse('room-photo-unknown')
  return accept(answer(found.bytes, { headers: { 'content-type': `image/${found.kind}` } }))
}

async function isOffered(ports: PremisesPorts, id: string): Promise<boolean> {
  const row = await premisesTables(ports.database)
    .selectFrom('space_room')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined && offeredOf(row, dayOf(ports, ports.clock.now())) !== undefined
}
