/**
 * A carrier with seats enough for a storm, added to the content of a house under attack.
 */

import type { Carrier } from '@guanjia/core/registration'

const building = {
  id: '1',
  name: '试验楼',
  floors: { from: 1, to: 60 },
  roomsPerFloor: 40,
  seatsPerRoom: 50,
}

/** 120,000 seats, no room of which reaches the number of set-ups that a registrar looks at. */
export const stormCarrier: Carrier = {
  id: 'storm',
  name: '试验载体',
  street: '山东省青岛市高新区试验路1号',
  refuses: [],
  buildings: [building],
}

/** The carrier as an entry at the end of `carriers.yaml`. */
export const stormCarrierEntry = `\n  - ${JSON.stringify(stormCarrier)}\n`

/** The code of the n-th seat, from 0. */
export function stormSeat(place: number): string {
  const room = Math.floor(place / building.seatsPerRoom)
  const floor = 1 + Math.floor(room / building.roomsPerFloor)
  if (floor > building.floors.to) throw new Error('the storm has used up its seats')
  return `${stormCarrier.id}-${building.id}-${floor}-${1 + (room % building.roomsPerFloor)}-${1 + (place % building.seatsPerRoom)}`
}
