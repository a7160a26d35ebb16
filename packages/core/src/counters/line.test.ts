import { describe, expect, it } from 'vitest'
import { afterMiss, inOrder, ticketNumber } from './line.ts'

const rule = { placesBack: 3, callsAtMost: 3 }
const numbers = (...places: number[]) => places.map((place) => ({ place, timesCalled: 0, sequence: place }))

describe('the line at the counters', () => {
  it('lets three others go before a number that was missed', () => {
    const missed = { place: 1, timesCalled: 1, sequence: 1 }
    const after = afterMiss(missed, numbers(2, 3, 4, 5), rule)
    expect(after).toEqual({ state: 'waiting', place: 4 })
    const line = inOrder([...numbers(2, 3, 4, 5), { ...missed, place: 4 }])
    expect(line.map(({ sequence }) => sequence)).toEqual([2, 3, 4, 1, 5])
  })

  it('calls a missed number again at once where nobody else waits', () => {
    expect(afterMiss({ place: 7, timesCalled: 2, sequence: 7 }, [], rule)).toEqual({
      state: 'waiting',
      place: 7,
    })
  })

  it('lets a number go that was called three times', () => {
    expect(afterMiss({ place: 7, timesCalled: 3, sequence: 7 }, numbers(8), rule)).toEqual({ state: 'left' })
  })

  it.each([
    [1, 'A001'],
    [42, 'A042'],
    [1234, 'A1234'],
  ])('calls number %i %s', (sequence, number) => {
    expect(ticketNumber(sequence)).toBe(number)
  })
})
