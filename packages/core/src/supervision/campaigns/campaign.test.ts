import { describe, expect, it } from 'vitest'
import { plainDate } from '../../calendar/index.ts'
import { type CountedFinding, campaignConclusion, campaignFigures, findingAfter } from './campaign.ts'

const by = (state: CountedFinding['state'], day: string): CountedFinding => ({
  state,
  rectifyBy: plainDate(day),
})

describe('a finding', () => {
  it('counts as put right only after somebody has looked', () => {
    expect(findingAfter('open', { do: 'check', passed: true })).toMatchObject({ code: 'finding-out-of-turn' })
    expect(findingAfter('open', { do: 'report' })).toMatchObject({ value: 'reported' })
    expect(findingAfter('reported', { do: 'check', passed: true })).toMatchObject({ value: 'rectified' })
  })

  it('is open again where it does not stand, and is reported once at a time', () => {
    expect(findingAfter('reported', { do: 'check', passed: false })).toMatchObject({ value: 'open' })
    for (const state of ['reported', 'rectified'] as const)
      expect(findingAfter(state, { do: 'report' })).toMatchObject({ code: 'finding-out-of-turn' })
  })
})

describe('the figures of a campaign', () => {
  it('say nothing of a rate where nothing was found', () => {
    expect(campaignFigures([], plainDate('2026-05-20'))).toEqual({
      findings: 0,
      rectified: 0,
      overdue: 0,
      percent: null,
    })
  })

  it('round down, and charge a unit only with what it has not reported', () => {
    const findings = [
      by('rectified', '2026-05-01'),
      by('rectified', '2026-05-01'),
      by('reported', '2026-05-01'),
      by('open', '2026-05-20'),
      by('open', '2026-05-19'),
      by('open', '2026-06-01'),
    ]
    expect(campaignFigures(findings, plainDate('2026-05-20'))).toEqual({
      findings: 6,
      rectified: 2,
      overdue: 1,
      percent: 33,
    })
  })

  it('let it be concluded once every finding is put right', () => {
    const left = campaignConclusion([by('rectified', '2026-05-01'), by('reported', '2026-05-01')])
    expect(left).toMatchObject({ code: 'findings-not-rectified', because: { count: 1 } })
    expect(campaignConclusion([by('rectified', '2026-05-01')]).ok).toBe(true)
  })
})
