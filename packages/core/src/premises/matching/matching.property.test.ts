import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loosen, matchRooms, openHard, type Room, type RoomFacts, type Wish, weigh } from '../index.ts'
import { measures } from './wish.ts'

const base: RoomFacts = {
  building: '1号楼',
  floor: 1,
  unit: '101',
  areaSquareDecimetres: 100_000,
  partSquareDecimetres: null,
  heightCentimetres: 450,
  loadKilogramsPerSquareMetre: 500,
  columnsCentimetres: null,
  liftKilograms: 0,
  powerKilovoltAmperes: 100,
  industries: ['C35'],
  fire: 3,
  clean: 9,
  rentFenPerSquareMetreDay: 80,
  availableFrom: null,
  metroMetres: null,
  highwayMetres: null,
  water: true,
  gas: null,
  steam: null,
  sewage: true,
  exhaust: null,
  registrable: true,
  title: true,
}

const few = (...values: readonly number[]) => fc.constantFrom(...values)
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 4 })

const someRoom = fc
  .record({
    areaSquareDecimetres: few(50_000, 90_000, 120_000, 300_000),
    partSquareDecimetres: maybe(few(20_000, 50_000)),
    heightCentimetres: maybe(few(330, 450, 600, 900)),
    powerKilovoltAmperes: maybe(few(50, 100, 400)),
    rentFenPerSquareMetreDay: maybe(few(40, 80, 120)),
    floor: few(1, 3, 6),
    gas: maybe(fc.boolean()),
    industries: maybe(fc.subarray(['C27', 'C35', 'C39'])),
  })
  .map((facts): RoomFacts => ({ ...base, ...facts }))

const someRooms = fc
  .array(fc.tuple(someRoom, fc.constantFrom('zhongou', 'lanwan')), { maxLength: 8 })
  .map((rooms) => rooms.map(([facts, carrier], place): Room => ({ id: `room-${place}`, carrier, facts })))

const weight = fc.constantFrom<Wish['weight']>('hard', 'hard', 'hard', 1, 2, 3)
const wishOf = (field: Wish['field'], value: fc.Arbitrary<number | string | true>) =>
  fc.tuple(value, weight).map(([value, weight]) => ({ field, value, weight }) as Wish)

const someWishes = fc
  .tuple(
    maybe(wishOf('area', few(50_000, 120_000, 200_000))),
    maybe(wishOf('area-at-most', few(60_000, 120_000))),
    maybe(wishOf('height', few(450, 600))),
    maybe(wishOf('power', few(100, 400))),
    maybe(wishOf('rent', few(40, 80))),
    maybe(wishOf('floor', few(1, 3))),
    maybe(wishOf('gas', fc.constant(true))),
    maybe(wishOf('industry', fc.constantFrom('C27', 'C35'))),
    maybe(wishOf('carrier', fc.constant('lanwan'))),
  )
  .map((wishes) => wishes.filter((wish) => wish !== null))

interface Way {
  readonly wishes: number
  readonly distance: number
}

/** Every way to loosen one hard wish: not at all, to a figure that some room has, or given up. */
function waysOf(wish: Wish, rooms: readonly Room[]): readonly (readonly [Wish | undefined, number])[] {
  if (wish.weight !== 'hard') return [[wish, 0]]
  const ways: (readonly [Wish | undefined, number])[] = [
    [wish, 0],
    [undefined, 1000],
  ]
  if (typeof wish.value !== 'number') return ways
  const { of, direction, scale } = measures[wish.field as keyof typeof measures]
  for (const { facts } of rooms) {
    const has = of(facts)
    const by = has === null ? 0 : direction === 'at-least' ? wish.value - has : has - wish.value
    const distance = Math.ceil((by * 1000) / (scale === 'wished' ? wish.value : scale))
    if (has !== null && by > 0 && distance < 1000) ways.push([{ ...wish, value: has } as Wish, distance])
  }
  return ways
}

/** Tries every combination of loosened wishes with the matching itself. */
function leastByTrying(wishes: readonly Wish[], rooms: readonly Room[]): Way | undefined {
  let least: Way | undefined
  const walk = (place: number, taken: readonly Wish[], way: Way): void => {
    const wish = wishes[place]
    if (wish === undefined) {
      const isLess =
        least === undefined ||
        way.wishes < least.wishes ||
        (way.wishes === least.wishes && way.distance < least.distance)
      if (isLess && matchRooms(taken, rooms).hits.length > 0) least = way
      return
    }
    for (const [loosened, distance] of waysOf(wish, rooms))
      walk(place + 1, loosened === undefined ? taken : [...taken, loosened], {
        wishes: way.wishes + (distance > 0 ? 1 : 0),
        distance: way.distance + distance,
      })
  }
  walk(0, [], { wishes: 0, distance: 0 })
  return least
}

const idsOf = (rooms: readonly { readonly room: Room }[]) => rooms.map(({ room }) => room.id)

describe('matching', () => {
  it('puts every room into exactly one list, and each rejection names what fails and by how much', () => {
    fc.assert(
      fc.property(someWishes, someRooms, (wishes, rooms) => {
        const { hits, unsure, rejected } = matchRooms(wishes, rooms)
        expect([...idsOf(hits), ...idsOf(unsure), ...idsOf(rejected)].toSorted()).toEqual(
          rooms.map(({ id }) => id).toSorted(),
        )
        for (const { verdicts } of hits) expect(openHard(verdicts)).toEqual([])
        for (const { verdicts } of unsure)
          expect(openHard(verdicts).every(({ outcome }) => outcome === 'unknown')).toBe(true)
        for (const { verdicts } of rejected) {
          const failed = openHard(verdicts).filter((verdict) => verdict.outcome === 'failed')
          expect(failed.length).toBeGreaterThan(0)
          for (const { by, distance } of failed) expect((by ?? 1) > 0 && distance > 0).toBe(true)
        }
      }),
    )
  })

  it('finds the loosening that trying every combination finds', () => {
    fc.assert(
      fc.property(
        someWishes.filter((wishes) => wishes.length <= 5),
        someRooms.map((rooms) => rooms.slice(0, 4)),
        (wishes, rooms) => {
          const { hits, relaxations } = matchRooms(wishes, rooms)
          if (hits.length > 0 || rooms.length === 0) {
            expect(relaxations).toEqual([])
            return
          }
          const [first] = relaxations
          expect({ wishes: first?.loosened.length, distance: first?.distance }).toEqual(
            leastByTrying(wishes, rooms),
          )
        },
      ),
      { numRuns: 60 },
    )
  })

  it('lets in exactly the rooms that a loosening promises', () => {
    fc.assert(
      fc.property(someWishes, someRooms, (wishes, rooms) => {
        for (const { loosened, rooms: promised } of matchRooms(wishes, rooms).relaxations) {
          const found = matchRooms(loosen(wishes, loosened), rooms).hits
          expect(idsOf(found).toSorted()).toEqual([...promised].toSorted())
          expect(promised.length).toBeGreaterThan(0)
        }
      }),
    )
  })

  it('never loses a room by a wish that is loosened or given up', () => {
    fc.assert(
      fc.property(someWishes, someRooms, fc.nat(8), fc.nat(9), (wishes, rooms, place, step) => {
        const wish = wishes[place % Math.max(wishes.length, 1)]
        if (wish === undefined) return
        const isLess =
          typeof wish.value === 'number' && measures[wish.field as 'area'].direction === 'at-least'
        const by = typeof wish.value === 'number' ? Math.floor((wish.value * step) / 10) : 0
        const looser =
          typeof wish.value === 'number'
            ? [{ ...wish, value: isLess ? wish.value - by : wish.value + by } as Wish]
            : []
        const before = idsOf(matchRooms(wishes, rooms).hits)
        const after = idsOf(
          matchRooms(
            wishes.flatMap((each) => (each === wish ? looser : [each])),
            rooms,
          ).hits,
        )
        expect(after).toEqual(expect.arrayContaining(before))
      }),
    )
  })

  it('gives a room that knows more no fewer points for a soft wish', () => {
    fc.assert(
      fc.property(someWishes, someRoom, (wishes, facts) => {
        const room = { id: 'room', carrier: 'lanwan', facts }
        const silent = { ...room, facts: { ...facts, rentFenPerSquareMetreDay: null } }
        expect(weigh(wishes, silent).score).toBeLessThanOrEqual(weigh(wishes, room).score)
      }),
    )
  })
})

describe('a room that is let in parts', () => {
  const wishes: readonly Wish[] = [
    { field: 'area', value: 120_000, weight: 'hard' },
    { field: 'area-at-most', value: 150_000, weight: 'hard' },
  ]
  const whole: Room = { id: 'a', carrier: 'lanwan', facts: { ...base, areaSquareDecimetres: 300_000 } }

  it('takes a firm that wants less than the whole', () => {
    const parted = { ...whole, id: 'b', facts: { ...whole.facts, partSquareDecimetres: 50_000 } }
    const { hits, rejected } = matchRooms(wishes, [whole, parted])
    expect(idsOf(hits)).toEqual(['b'])
    expect(rejected[0]?.verdicts[1]).toMatchObject({ outcome: 'failed', has: 300_000, by: 150_000 })
  })
})
