import { describe, expect, it } from 'vitest'
import { prerequisiteIn, prerequisiteOf } from './prerequisite.ts'

describe('a prerequisite', () => {
  const reason = { 'zh-CN': '建筑法第8条', en: 'Construction Law, article 8' }

  it.each([['M202'], [{ id: 'M202', reason }], [{ anyOf: ['M305', 'M306'], reason }], [{ anyOf: [] }]])(
    'is written as it was read: %j',
    (member) => {
      expect(prerequisiteOf(prerequisiteIn(member))).toEqual(member)
    },
  )
  it('becomes a choice when a second service is added, and one service again when it goes', () => {
    const one = prerequisiteIn('M305')
    expect(prerequisiteOf({ ...one, ids: ['M305', 'M306'] })).toEqual({ anyOf: ['M305', 'M306'] })
    expect(prerequisiteOf({ ids: ['M306'], reason: {} })).toBe('M306')
  })
})
