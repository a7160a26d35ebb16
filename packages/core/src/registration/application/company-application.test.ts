import { describe, expect, it } from 'vitest'
import { beneficialOwnersOf, hidesOwners, type LimitedCompanyDraft } from './company-application.ts'

const person = (id: string) => ({ kind: 'person' as const, id, name: id, identityNumber: '', phone: '' })
const company = { kind: 'company' as const, id: 'c1', name: '海晨', unifiedCode: '', signedBy: 'p1' }

function held(...shares: readonly (readonly [string, string])[]): LimitedCompanyDraft {
  return {
    kind: 'LLC',
    parties: [person('p1'), person('p2'), person('p3'), company],
    shareholders: shares.map(([partyId, percent]) => ({ partyId, percent, form: 'money' as const })),
    posts: {
      directors: ['p3'],
      manager: 'p3',
      supervision: { kind: 'waived-by-all' },
      legalRepresentative: 'p3',
      finance: 'p3',
      liaison: 'p3',
    },
  }
}

describe(beneficialOwnersOf, () => {
  it('takes whoever holds a quarter, and those declared besides', () => {
    expect(beneficialOwnersOf(held(['p1', '75'], ['p2', '25']))).toEqual(['p1', 'p2'])
    expect(beneficialOwnersOf(held(['p1', '75.0001'], ['p2', '24.9999']))).toEqual(['p1'])
    expect(beneficialOwnersOf({ ...held(['p1', '100']), beneficialOwners: ['p2', 'p1'] })).toEqual([
      'p1',
      'p2',
    ])
  })

  it('takes the representative where nobody holds a quarter', () => {
    expect(beneficialOwnersOf(held(['c1', '100']))).toEqual(['p3'])
  })
})

describe(hidesOwners, () => {
  it('says whether a company holds a quarter', () => {
    expect(hidesOwners(held(['c1', '25'], ['p1', '75']))).toBe(true)
    expect(hidesOwners(held(['c1', '24'], ['p1', '76']))).toBe(false)
  })
})
