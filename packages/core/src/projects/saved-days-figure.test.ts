import { describe, expect, it } from 'vitest'
import { againstMedian, savedDays } from './index.ts'

describe(savedDays, () => {
  it('sums whole days, losses included, and says of how many projects', () => {
    const durations = [
      { projectId: 'a', kind: 'medical', baseline: 61, actual: 54 },
      { projectId: 'b', kind: 'industrial', baseline: 40, actual: 42 },
    ]
    expect(savedDays(durations, 'working-days')).toEqual({
      ok: true,
      value: { projects: 2, sum: 5, least: -2, most: 7, unit: 'working-days' },
    })
  })
  it('refuses to average nothing', () => {
    expect(savedDays([], 'working-days')).toMatchObject({ code: 'nothing-to-average' })
  })
})

describe(againstMedian, () => {
  const took = (kind: string, ...days: number[]) =>
    days.map((each, place) => ({ projectId: `${kind} ${place}`, kind, days: each }))

  it('measures a project by the middle of its own class, whatever the order', () => {
    const before = [...took('medical', 60, 40, 46), ...took('fitout', 10)]
    expect(againstMedian(before, took('medical', 38))).toEqual([
      { projectId: 'medical 0', kind: 'medical', baseline: 46, actual: 38 },
    ])
  })
  it('takes the lower middle of an even number', () => {
    expect(againstMedian(took('fitout', 10, 20), took('fitout', 12))).toMatchObject([{ baseline: 10 }])
  })
  it('leaves out what has nothing to be measured by', () => {
    expect(againstMedian(took('fitout', 10), took('medical', 38))).toEqual([])
  })
})
