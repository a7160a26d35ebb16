import { describe, expect, it } from 'vitest'
import { freeArea, isLettable, type RoomFacts, readRoom } from '../index.ts'

const { facts } = readRoom({
  building: '1号楼',
  floor: '1',
  unit: '101',
  area: '3000',
  height: '6',
  load: '1',
  power: '100',
  sewage: '是',
  exhaust: '是',
  rent: '0.8',
  available: '2026-05-01',
})
const whole = facts as RoomFacts
const parted: RoomFacts = { ...whole, partSquareDecimetres: 60_000 }

describe('the free area of a room', () => {
  it('that is let as a whole is all or nothing', () => {
    expect([freeArea(whole, 0), freeArea(whole, 1)]).toEqual([300_000, 0])
    expect([isLettable(whole, 0, 300_000), isLettable(whole, 0, 120_000)]).toEqual([true, false])
    expect(isLettable(whole, 300_000, 0)).toBe(false)
  })

  it('that is let in parts is what is left, down to the smallest part', () => {
    expect([0, 120_000, 240_000, 250_000].map((taken) => freeArea(parted, taken))).toEqual([
      300_000, 180_000, 60_000, 0,
    ])
    expect(isLettable(parted, 120_000, 60_000)).toBe(true)
    expect(isLettable(parted, 120_000, 59_999)).toBe(false)
    expect(isLettable(parted, 120_000, 200_000)).toBe(false)
  })
})
