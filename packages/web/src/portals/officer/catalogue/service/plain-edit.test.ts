import { describe, expect, it } from 'vitest'
import { listAt, textAt, valueAt, withValue } from './plain-edit.ts'

const permit = {
  id: 'M307',
  committed: { value: 1, unit: 'working-days' },
  evidence: [{ type: 'contract' }, { type: 'drawings', mayFollow: true }],
}

describe(withValue, () => {
  it('writes one value and leaves the rest as it was', () => {
    const changed = withValue(permit, ['committed', 'value'], 3)
    expect(changed).toEqual({ ...permit, committed: { value: 3, unit: 'working-days' } })
    expect(changed['evidence']).toBe(permit.evidence)
    expect(permit.committed.value).toBe(1)
  })
  it('makes the records that are missing on the way', () => {
    expect(withValue({ id: 'M1' }, ['makeUp', 'value'], 15)).toEqual({ id: 'M1', makeUp: { value: 15 } })
  })
  it('takes fields and members of lists away', () => {
    expect(valueAt(withValue(permit, ['evidence', 1, 'mayFollow'], undefined), ['evidence', 1])).toEqual({
      type: 'drawings',
    })
    expect(listAt(withValue(permit, ['evidence', 0], undefined), ['evidence'])).toHaveLength(1)
    expect(withValue(permit, ['committed'], undefined)).not.toHaveProperty('committed')
  })
  it('adds behind the end of a list', () => {
    const added = withValue(permit, ['evidence', 2], { type: 'letter' })
    expect(textAt(added, ['evidence', 2, 'type'])).toBe('letter')
  })
})
