import { describe, expect, it } from 'vitest'
import { type DepartmentCase, filterIn, isShown, queryOf, whyNotChosen } from './list-filter.ts'

const filing: DepartmentCase = {
  id: '018f0000-0000-7000-8000-000000000001',
  number: '37021220260401GX000001A',
  version: 4,
  service: { id: 'M315', name: { 'zh-CN': '拆除工程施工备案' } },
  applicant: '林海宁',
  situation: 'in-review',
  status: 3,
  court: { who: 'authority', authorities: ['housing'] },
  next: { kind: 'committed', due: '2026-04-02', remaining: 1, light: 'amber' },
  acceptedFrom: '2026-04-01',
  asked: 'opinion',
  obstacle: null,
}
const words = { obstacle: (code: string) => code, otherService: 'other', enough: 'enough' }

describe('the filter of the list', () => {
  it('goes into the address and comes out of it again', () => {
    const filter = { asked: 'decision', light: 'red', words: '林海宁' } as const
    expect(filterIn(new URLSearchParams(queryOf(filter)))).toEqual(filter)
    expect(queryOf(filterIn(new URLSearchParams('asked=whatever')))).toEqual({})
  })

  it.each([
    [{ words: '拆除 林' }, true],
    [{ words: '林某' }, false],
    [{ light: 'red' }, false],
    [{ asked: 'opinion', light: 'amber' }, true],
  ] as const)('shows a case for %j: %s', (part, shown) => {
    expect(isShown(filing, { asked: 'all', light: 'all', words: '', ...part })).toBe(shown)
  })
})

describe(whyNotChosen, () => {
  const others = (count: number) =>
    Array.from({ length: count }, (_, place) => ({ ...filing, id: `${place}`.padStart(36, '0') }))

  it('says nothing about a case that passed, alone or with its like', () => {
    expect(whyNotChosen(filing, [], words)).toBeUndefined()
    expect(whyNotChosen(filing, others(19), words)).toBeUndefined()
  })

  it('names what stands in the way', () => {
    expect(whyNotChosen({ ...filing, obstacle: 'papers-missing' }, [], words)).toBe('papers-missing')
    const permit = { ...filing, service: { id: 'M307', name: {} } }
    expect(whyNotChosen(permit, others(1), words)).toBe('other')
    expect(whyNotChosen(filing, others(20), words)).toBe('enough')
  })

  it('lets one of the twenty be put back', () => {
    expect(whyNotChosen(filing, [filing, ...others(19)], words)).toBeUndefined()
  })
})
