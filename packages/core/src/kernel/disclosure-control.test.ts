import { describe, expect, it } from 'vitest'
import { discloseBreakdown } from './disclosure-control.ts'

const shown = (...counts: number[]) =>
  discloseBreakdown(counts.map((count, index) => ({ label: `row ${index}`, count }))).map((row) => row.count)

describe(discloseBreakdown, () => {
  it('shows rows of three and more, and zero', () => {
    expect(shown(3, 0, 12)).toEqual([3, 0, 12])
  })
  it('hides the second smallest beside a single small row', () => {
    expect(shown(2, 40, 7)).toEqual([undefined, 40, undefined])
  })
  it('hides just the small rows where there are two', () => {
    expect(shown(1, 2, 40)).toEqual([undefined, undefined, 40])
  })
})
