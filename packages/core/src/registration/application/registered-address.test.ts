import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import {
  bookSeat,
  findSeat,
  type SeatBooking,
  type SeatCatalogue,
  type SeatCommand,
  seatCount,
  seatsOf,
} from './registered-address.ts'

const content = new URL('../../../../../content/qingdao/registration/carriers.yaml', import.meta.url)
const catalogue = parse(readFileSync(content, 'utf8')) as SeatCatalogue
const now = '2026-04-01T01:00:00.000Z'
const addTime = (instant: string, milliseconds: number) =>
  new Date(Date.parse(instant) + milliseconds).toISOString()
const free: SeatBooking = { state: 'free', applicationId: null, until: null }

function wish(command: SeatCommand, applicationId: string, at = now) {
  return { command, applicationId, now: at, addTime }
}

describe(findSeat, () => {
  it('finds every seat of the zone by its code, thousands of them', () => {
    const seats = catalogue.carriers.flatMap((carrier) =>
      carrier.buildings.flatMap((building) => [...seatsOf(carrier, building)]),
    )
    expect(seats.length).toBe(catalogue.carriers.reduce((sum, carrier) => sum + seatCount(carrier), 0))
    expect(seats.length).toBeGreaterThan(5000)
    expect(new Set(seats.map(({ address }) => address)).size).toBe(seats.length)
    for (const seat of seats) expect(findSeat(catalogue, seat.code)?.address).toBe(seat.address)
  })
  it.each([
    'zhongou-1-13-1-1',
    'zhongou-1-0-1-1',
    'zhongou-1-1-1-1-1',
    'zhongou-1-01-1-1',
    'nowhere-1-1-1-1',
    '',
  ])('finds nothing under %s', (code) => {
    expect(findSeat(catalogue, code)).toBeUndefined()
  })
})

describe(bookSeat, () => {
  const held = bookSeat(catalogue, free, wish('hold', 'a'))
  it('holds a free seat for thirty minutes', () => {
    expect(held).toEqual({
      ok: true,
      value: { state: 'held', applicationId: 'a', until: '2026-04-01T01:30:00.000Z' },
    })
  })
  it('holds it no longer for who holds it again, until the time is over', () => {
    if (!held.ok) throw new Error('not held')
    const early = bookSeat(catalogue, held.value, wish('hold', 'a', '2026-04-01T01:29:00.000Z'))
    expect(early).toEqual(held)
    const late = bookSeat(catalogue, held.value, wish('hold', 'a', '2026-04-01T01:30:00.000Z'))
    expect(late).toMatchObject({ value: { until: '2026-04-01T02:00:00.000Z' } })
  })
  it('keeps others off until the hold is over', () => {
    if (!held.ok) throw new Error('not held')
    expect(bookSeat(catalogue, held.value, wish('hold', 'b', '2026-04-01T01:29:59.999Z'))).toMatchObject({
      code: 'seat-taken',
    })
    expect(bookSeat(catalogue, held.value, wish('hold', 'b', '2026-04-01T01:30:00.000Z'))).toMatchObject({
      ok: true,
    })
  })
  it('reserves thirty days, and a repeated reservation does not lengthen it', () => {
    if (!held.ok) throw new Error('not held')
    const reserved = bookSeat(catalogue, held.value, wish('reserve', 'a'))
    expect(reserved).toMatchObject({ value: { state: 'reserved', until: '2026-05-01T01:00:00.000Z' } })
    if (!reserved.ok) return
    expect(bookSeat(catalogue, reserved.value, wish('reserve', 'a', '2026-04-20T00:00:00.000Z'))).toEqual(
      reserved,
    )
  })
  it.each([
    ['reserve', free, 'seat-not-yours'],
    ['release', free, 'seat-not-yours'],
    ['hold', { state: 'frozen', applicationId: null, until: null }, 'seat-frozen'],
    ['release', { state: 'used', applicationId: 'a', until: null }, 'seat-in-use'],
    ['use', { state: 'filed', applicationId: 'b', until: null }, 'seat-taken'],
  ] as const)('refuses to %s', (command, booking, code) => {
    expect(bookSeat(catalogue, booking, wish(command, 'a'))).toMatchObject({ code })
  })
})
