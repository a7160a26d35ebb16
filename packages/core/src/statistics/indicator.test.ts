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
  it('refuses a share of nothing', () => {
    expect(indicator(definition({ form: 'share', against: 'all' }), { new: 0 })).toMatchObject({ ok: false })
  })
})
