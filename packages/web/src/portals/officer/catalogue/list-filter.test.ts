import { describe, expect, it } from 'vitest'
import { filterIn, isShown, type ListFilter, queryOf, type ServiceLine } from './list-filter.ts'

const permit: ServiceLine = {
  id: 'M307',
  name: '建筑工程施工许可证核发',
  initials: 'jzgcsgxkzhf',
  stage: 3,
  kind: 'permit',
  authority: '住房城乡建设部门',
  committed: { value: 1, unit: 'working-days' },
  marks: { S: 4, G: 0, U: 2 },
  change: null,
  findings: 0,
}
const all: ListFilter = { show: 'all', stage: 0, words: '' }

describe(isShown, () => {
  it.each(['', '施工许可', 'm307', 'sgxkz', '住房 m307'])('finds a service by %j', (words) => {
    expect(isShown(permit, { ...all, words })).toBe(true)
  })
  it.each(['规划', 'M308', 'sgxkz 消防'])('does not find it by %j', (words) => {
    expect(isShown(permit, { ...all, words })).toBe(false)
  })
  it('shows what was changed, has faults, or rests on something unconfirmed', () => {
    const shown = (show: ListFilter['show'], line: ServiceLine) => isShown(line, { ...all, show })
    expect(shown('changed', permit)).toBe(false)
    expect(shown('changed', { ...permit, change: 'changed' })).toBe(true)
    expect(shown('faulty', { ...permit, findings: 1 })).toBe(true)
    expect(shown('unconfirmed', permit)).toBe(true)
    expect(isShown(permit, { ...all, stage: 2 })).toBe(false)
  })
  it('stands in the address and comes back from it', () => {
    const filter: ListFilter = { show: 'faulty', stage: 3, words: '消防 审查' }
    expect(filterIn(queryOf(filter))).toEqual(filter)
    expect(queryOf(all).toString()).toBe('')
  })
})
