import { describe, expect, it } from 'vitest'
import { type IndicatorDefinition, indicator } from './indicator.ts'

const definition = (changes: Partial<IndicatorDefinition>): IndicatorDefinition => ({
  id: 'x',
  form: 'count',
  of: 'new',
  label: {},
  definition: {},
  claims: [],
  source: 'register',
  ...changes,
})

describe(indicator, () => {
  it('shows a growth with the counts behind it', () => {
    const counts = { new: 895, 'new-before': 774 }
    expect(indicator(definition({ form: 'growth', against: 'new-before' }), counts)).toMatchObject({
      ok: true,
      value: { text: '+15.63%', value: 1563, counts },
    })
  })
  it('changes when one record is added', () => {
    const counts = { new: 896, 'new-before': 774 }
    expect(indicator(definition({ form: 'growth', against: 'new-before' }), counts)).toMatchObject({
      value: { text: '+15.76%' },
    })
  })
  it('shows a mean in tenths, rounded away from zero', () => {
    const saved = (sum: number, projects: number) =>
      indicator(definition({ form: 'mean', of: 'sum', against: 'projects' }), { sum, projects })
    expect(saved(148, 19)).toMatchObject({ value: { text: '7.8', value: 78 } })
    expect(saved(1, 20)).toMatchObject({ value: { text: '0.1' } })
    expect(saved(-7, 4)).toMatchObject({ value: { text: '-1.8' } })
    expect(saved(0, 0)).toMatchObject({ ok: false })
  })
  it('refuses a share of nothing', () => {
    expect(indicator(definition({ form: 'share', against: 'all' }), { new: 0 })).toMatchObject({ ok: false })
  })
})
