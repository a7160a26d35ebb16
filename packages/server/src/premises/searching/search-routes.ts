/**
 * Searching over the wire.
 */

import * as contract from '@guanjia/contract/premises'
import { accept, refuse } from '@guanjia/core/kernel'
import { readWishes, type WishText, wishFields } from '@guanjia/core/premises'
import { authorityNamed, dayOf, type PremisesPorts } from '../premises-ports.ts'
import { readPhotosOf } from '../rooms/room-photos.ts'
import { premisesTables } from '../store/premises-tables.ts'
import { matchingView, roomView } from './matching-view.ts'
import { offeredOf, readOfferedRooms } from './offered-rooms.ts'

/** How often a wish counts that only ranks. */
const softWeight = 2

/** Answers the routes. */
export function implementSearchRoutes(ports: PremisesPorts): void {
  const { implement, database, clock } = ports
  implement(contract.readSpaceChoices, async () => accept(await readChoices(ports)), {})
  implement(
    contract.searchRooms,
    async ({ query: { soft = '', ...asked } }) => {
      const ranks = soft.split(',')
      const texts = wishFields.flatMap((field): readonly WishText[] => {
        const value = asked[field]
        if (value === undefined || value === '') return []
        return [{ field, value, weight: ranks.includes(field) ? softWeight : 'hard' }]
      })
      const wishes = readWishes(texts)
      if (!wishes.ok) return wishes
      const rooms = await readOfferedRooms(database, dayOf(ports, clock.now()))
      return accept(matchingView(ports, wishes.value, rooms))
    },
    { 'wish-not-readable': 400 },
  )
  implement(
    contract.readRoom,
    async ({ params: { id } }) => {
      const row = await premisesTables(database)
        .selectFrom('space_room')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst()
      const room = row === undefined ? undefined : offeredOf(row, dayOf(ports, clock.now()))
      if (room === undefined) return refuse('room-not-offered')
      const photos = (await readPhotosOf(database, [id])).map(({ id: photo, shows }) => ({
        id: photo,
        shows,
      }))
      return accept({ ...roomView(ports, room), photos })
    },
    { 'room-not-offered': 404 },
  )
}

async function readChoices(ports: PremisesPorts) {
  const { carriers, industries, department, clocks } = ports.content
  const rooms = await readOfferedRooms(ports.database, dayOf(ports, ports.clock.now()))
  return {
    carriers: carriers.map(({ id, name, street }) => ({
      id,
      name,
      street,
      rooms: rooms.filter(({ carrier }) => carrier === id).length,
    })),
    industries,
    department: authorityNamed(ports, department),
    rooms: rooms.length,
    clocks: Object.entries(clocks).map(([id, { value, unit, source, mark }]) => ({
      id,
      value,
      unit,
      source,
      isUnconfirmed: mark === 'U',
    })),
  }
}
