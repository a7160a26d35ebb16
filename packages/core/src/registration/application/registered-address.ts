/**
 * Registered addresses: the seats of carriers and incubators, and the life of a booking.
 *
 * Terms: a *carrier* (载体) is a park or incubator; a *seat* (工位) is the smallest place that may be the registered address
 * of one subject. A booking is *held* while the applicant fills in the form, *reserved* once chosen for good, *filed* when
 * the applicant has filed it with the carrier, *used* when the subject is on the register, *frozen* when nobody may book it.
 * In a *cluster* (集群注册) a hosting organisation receives the mail of subjects that have no room of their own; their licences
 * say so behind the address.
 */

import { accept, type Result, refuse } from '../../kernel/index.ts'

/** A building, written compactly: every floor has the same rooms, every room the same seats. */
export interface Building {
  readonly id: string
  readonly name: string
  readonly floors: { readonly from: number; readonly to: number }
  readonly roomsPerFloor: number
  readonly seatsPerRoom: number
  /** seats of a cluster registration */
  readonly cluster?: boolean
}

/** A hosting organisation (托管机构). */
export interface Host {
  readonly name: string
  readonly unifiedCode: string
  readonly mark: 'S' | 'G' | 'U'
  /** whether filings at its seats wait for its word, and where it is reached */
  readonly confirms?: { readonly phone: string; readonly mark: 'S' | 'G' | 'U' }
}

/** A host whose word a filing waits for. */
export interface ConfirmingHost {
  readonly name: string
  readonly unifiedCode: string
  /** where the link goes */
  readonly phone: string
}

/** A carrier of a zone. */
export interface Carrier {
  readonly id: string
  readonly name: string
  /** street address up to the name of the carrier, as printed on a licence */
  readonly street: string
  /** id of the service point in it, if any */
  readonly servicePoint?: string
  /** divisions of GB/T 4754 that may not register here */
  readonly refuses: readonly string[]
  /** subjects that may register here at most; absent: as many as there are seats */
  readonly capacity?: { readonly value: number }
  /** who receives the mail of the subjects of a cluster */
  readonly host?: Host
  readonly buildings: readonly Building[]
}

/** Every carrier of a zone, and the periods of a booking. */
export interface SeatCatalogue {
  readonly carriers: readonly Carrier[]
  /** minutes a seat is held while the form is filled in */
  readonly holdMinutes: number
  /** natural days a reservation lasts */
  readonly reserveDays: number
}

/** One seat. */
export interface Seat {
  /** `carrier-building-floor-room-seat`, stable */
  readonly code: string
  readonly carrier: Carrier
  readonly building: Building
  readonly floor: number
  /** counted from 1 on its floor */
  readonly room: number
  /** counted from 1 in its room */
  readonly place: number
  /** as printed on a licence */
  readonly address: string
}

function whole(text: string | undefined, from: number, to: number): number | undefined {
  const value = Number(text)
  return text !== undefined && /^[1-9]\d*$/.test(text) && value >= from && value <= to ? value : undefined
}

function seatAt(
  carrier: Carrier,
  building: Building,
  [floor, room, place]: readonly [number, number, number],
): Seat {
  const roomNumber = `${floor}${String(room).padStart(2, '0')}`
  const note = building.cluster === true ? '（集群注册）' : ''
  return {
    code: `${carrier.id}-${building.id}-${floor}-${room}-${place}`,
    carrier,
    building,
    floor,
    room,
    place,
    address: `${carrier.street}${carrier.name}${building.name}${floor}层${roomNumber}室${place}号工位${note}`,
  }
}

/** The seat with this code, or undefined where the catalogue has none. */
export function findSeat(catalogue: SeatCatalogue, code: string): Seat | undefined {
  const [carrierId, buildingId, floorText, roomText, placeText, ...rest] = code.split('-')
  const carrier = catalogue.carriers.find(({ id }) => id === carrierId)
  const building = carrier?.buildings.find(({ id }) => id === buildingId)
  if (carrier === undefined || building === undefined || rest.length > 0) return undefined
  const floor = whole(floorText, building.floors.from, building.floors.to)
  const room = whole(roomText, 1, building.roomsPerFloor)
  const place = whole(placeText, 1, building.seatsPerRoom)
  if (floor === undefined || room === undefined || place === undefined) return undefined
  return seatAt(carrier, building, [floor, room, place])
}

/** Every seat of a building, floor by floor. */
export function* seatsOf(carrier: Carrier, building: Building): Generator<Seat> {
  for (let floor = building.floors.from; floor <= building.floors.to; floor++) {
    for (let room = 1; room <= building.roomsPerFloor; room++) {
      for (let place = 1; place <= building.seatsPerRoom; place++) {
        yield seatAt(carrier, building, [floor, room, place])
      }
    }
  }
}

/** Premises of one's own instead of a seat. */
export interface Premises {
  /** from the province down to the room, as it is to stand on the licence */
  readonly address: string
  /** by what right they are used */
  readonly right: 'owned' | 'rented' | 'lent'
}

/** The registered address of answers as printed on a licence; empty while there is none. */
export function addressOf(
  catalogue: SeatCatalogue,
  { seat, premises }: { readonly seat?: { readonly code: string }; readonly premises?: Premises },
): string {
  if (seat === undefined) return premises?.address ?? ''
  return findSeat(catalogue, seat.code)?.address ?? ''
}

/** How many seats a carrier has. */
export function seatCount(carrier: Carrier): number {
  return carrier.buildings.reduce(
    (sum, { floors, roomsPerFloor, seatsPerRoom }) =>
      sum + (floors.to - floors.from + 1) * roomsPerFloor * seatsPerRoom,
    0,
  )
}

/** Where a seat stands; a seat without a booking is free. */
export type SeatState = 'free' | 'held' | 'reserved' | 'filed' | 'used' | 'frozen'

/** The booking of one seat. */
export interface SeatBooking {
  readonly state: SeatState
  /** the application it is booked for; null while free or frozen */
  readonly applicationId: string | null
  /** ISO instant after which a hold or a reservation is void; null where it does not end by itself */
  readonly until: string | null
}

/** What can be done with a seat. */
export type SeatCommand = 'hold' | 'reserve' | 'file' | 'use' | 'release'

/** How many subjects a carrier takes. */
export function capacityOf(carrier: Carrier): number {
  return Math.min(carrier.capacity?.value ?? Number.POSITIVE_INFINITY, seatCount(carrier))
}

/** Why a seat cannot be had. */
export type SeatRefusal = 'seat-taken' | 'seat-not-yours' | 'seat-frozen' | 'seat-in-use'

/** The booking as it counts now: what has run out is free. */
export function bookingNow(booking: SeatBooking, now: string): SeatBooking {
  const over = booking.until !== null && booking.until <= now
  return over && booking.state !== 'used' ? { state: 'free', applicationId: null, until: null } : booking
}

/** Who wants what done to a seat, and when. */
export interface SeatWish {
  readonly command: SeatCommand
  readonly applicationId: string
  /** ISO instant */
  readonly now: string
  /** adds milliseconds to an ISO instant */
  readonly addTime: (instant: string, milliseconds: number) => string
}

const minute = 60_000
const day = 24 * 60 * minute

/**
 * Books a seat, one step at a time: free or one's own → held → reserved → filed → used; release frees it until it is used.
 * Steps may be left out (hold, then use), never taken back, and nobody else's booking is touched.
 */
export function bookSeat(
  catalogue: Pick<SeatCatalogue, 'holdMinutes' | 'reserveDays'>,
  booking: SeatBooking,
  wish: SeatWish,
): Result<SeatBooking, SeatRefusal> {
  const current = bookingNow(booking, wish.now)
  if (current.state === 'frozen') return refuse('seat-frozen')
  const own = current.applicationId === wish.applicationId
  if (current.state !== 'free' && !own) return refuse('seat-taken')
  if (current.state === 'used') return wish.command === 'use' ? accept(current) : refuse('seat-in-use')
  if (wish.command === 'hold' || wish.command === 'release') return firstStep(catalogue, current, wish)
  if (!own) return refuse('seat-not-yours')
  return accept(nextStep(catalogue, current, wish))
}

function firstStep(
  catalogue: Pick<SeatCatalogue, 'holdMinutes'>,
  current: SeatBooking,
  { command, applicationId, now, addTime }: SeatWish,
): Result<SeatBooking, SeatRefusal> {
  if (command === 'release') {
    return current.state === 'free'
      ? refuse('seat-not-yours')
      : accept({ state: 'free', applicationId: null, until: null })
  }
  // who holds a seat already has had their time: holding it again does not give more
  if (current.state !== 'free') return accept(current)
  const until = addTime(now, catalogue.holdMinutes * minute)
  return accept({ state: 'held', applicationId, until })
}

function nextStep(
  catalogue: Pick<SeatCatalogue, 'reserveDays'>,
  current: SeatBooking,
  { command, applicationId, now, addTime }: SeatWish,
): SeatBooking {
  if (command === 'use') return { state: 'used', applicationId, until: null }
  if (current.state === 'filed') return current
  const state = command === 'file' ? 'filed' : 'reserved'
  if (state === 'reserved' && current.state === 'reserved') return current
  return { state, applicationId, until: addTime(now, catalogue.reserveDays * day) }
}
