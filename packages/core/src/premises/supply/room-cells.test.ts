import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOfDayNumber } from '../../calendar/index.ts'
import { cellsOf, type FireRank, type RoomCells, type RoomFacts, readRoom } from '../index.ts'

const line: RoomCells = {
  building: '3号楼',
  floor: '1',
  unit: '101',
  area: '1,250.50',
  part: '600',
  height: '6.5',
  load: '1.5',
  columns: '9×8.4',
  power: '315',
  sewage: '有',
  exhaust: '否',
  industries: 'C39、C35',
  fire: '丙类',
  rent: '0.85',
  available: '2026/12/01',
}

const whole = (min: number, max: number) => fc.integer({ min, max })
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value)
const name = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text.trim() === text && text !== '')
const flag = maybe(fc.boolean())

/** A room whose needed columns are filled. */
const someFacts: fc.Arbitrary<RoomFacts> = fc
  .record({
    building: name,
    unit: name,
    floor: whole(-5, 120),
    areaSquareDecimetres: whole(10_000, 9_000_000),
    partSquareDecimetres: maybe(whole(100, 10_000)),
    heightCentimetres: whole(180, 6_000),
    loadKilogramsPerSquareMetre: whole(100, 50_000),
    columnsCentimetres: maybe(
      fc
        .tuple(whole(100, 10_000), whole(100, 10_000))
        .map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const),
    ),
    liftKilograms: maybe(whole(0, 50_000)),
    powerKilovoltAmperes: whole(0, 200_000),
    industries: maybe(fc.subarray(['C27', 'C35', 'C39', 'M73'], { minLength: 1 })),
    fire: maybe(whole(1, 5).map((rank) => rank as FireRank)),
    clean: maybe(fc.constantFrom(5, 7, 9) as fc.Arbitrary<5 | 7 | 9>),
    rentFenPerSquareMetreDay: whole(0, 100_000),
    availableFrom: whole(15_000, 25_000).map(dateOfDayNumber),
    metroMetres: maybe(whole(0, 200_000)),
    highwayMetres: maybe(whole(0, 200_000)),
    water: flag,
    gas: flag,
    steam: flag,
  })
  .chain((facts) =>
    fc
      .record({ sewage: fc.boolean(), exhaust: fc.boolean(), registrable: flag, title: flag })
      .map((more) => ({ ...facts, ...more })),
  )

describe('a line of the table', () => {
  it('is read in the units of the facts, without a float in between', () => {
    expect(readRoom(line).facts).toMatchObject({
      areaSquareDecimetres: 125_050,
      partSquareDecimetres: 60_000,
      heightCentimetres: 650,
      loadKilogramsPerSquareMetre: 1_500,
      columnsCentimetres: [840, 900],
      rentFenPerSquareMetreDay: 85,
      industries: ['C35', 'C39'],
      fire: 3,
      sewage: true,
      exhaust: false,
      gas: null,
      availableFrom: '2026-12-01',
    })
  })

  it('written and read again gives the same facts', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        expect(readRoom(cellsOf(facts))).toEqual({ facts })
      }),
    )
  })

  it.each<[string, RoomCells, readonly object[]]>([
    ['no load', { load: '' }, [{ column: 'load', code: 'missing' }]],
    ['a height in words', { height: '约6米' }, [{ column: 'height', code: 'not-a-number' }]],
    ['a rent in tenths of a fen', { rent: '0.855' }, [{ column: 'rent', code: 'not-a-number' }]],
    ['a part larger than the whole', { part: '2000' }, [{ column: 'part', code: 'out-of-range' }]],
    ['a class that does not exist', { fire: '己' }, [{ column: 'fire', code: 'not-a-choice' }]],
    [
      'two faults, in the order of the columns',
      { available: '下月', sewage: '待定' },
      [
        { column: 'sewage', code: 'not-yes-or-no' },
        { column: 'available', code: 'not-a-day' },
      ],
    ],
  ])('with %s is refused with column and reason', (_, change, faults) => {
    expect(readRoom({ ...line, ...change }).faults).toEqual(faults)
  })
})
