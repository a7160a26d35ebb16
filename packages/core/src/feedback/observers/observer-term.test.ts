import { describe, expect, it } from 'vitest'
import { addDays, plainDate } from '../../calendar/index.ts'
import { isServing, isTermEnding, lastDayOfTerm, type ObserverTerm } from '../index.ts'

const from = plainDate('2023-04-28')
const term: ObserverTerm = { from, until: lastDayOfTerm(from, 2), endedOn: null }

describe(lastDayOfTerm, () => {
  it.each([
    ['2023-04-28', '2025-04-28'],
    ['2024-02-29', '2026-02-28'],
    ['2022-02-28', '2024-02-28'],
  ])('of a term of two years from %s is %s', (first, last) => {
    expect(lastDayOfTerm(plainDate(first), 2)).toBe(last)
  })
})

describe(isServing, () => {
  it('holds from the first day to the last, and not a day longer', () => {
    const days = [addDays(from, -1), from, term.until, addDays(term.until, 1)]
    expect(days.map((day) => isServing(term, day))).toEqual([false, true, true, false])
  })

  it('ends on the day on which the term is ended', () => {
    const ended = { ...term, endedOn: plainDate('2024-01-10') }
    expect(isServing(ended, plainDate('2024-01-09'))).toBe(true)
    expect(isServing(ended, plainDate('2024-01-10'))).toBe(false)
  })
})

describe(isTermEnding, () => {
  it('is told from sixty days before the last day on', () => {
    const first = addDays(term.until, -60)
    expect(isTermEnding(term, 60, addDays(first, -1))).toBe(false)
    expect(isTermEnding(term, 60, first)).toBe(true)
    expect(isTermEnding(term, 60, addDays(term.until, 1))).toBe(false)
  })
})
