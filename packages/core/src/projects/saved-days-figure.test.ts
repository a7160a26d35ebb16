import { describe, expect, it } from 'vitest'
import { savedDays } from './index.ts'

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
