import { describe, expect, it } from 'vitest'
import { plainAnswers } from './answer-spelling.ts'
import type { IndividualBusinessDraft, LimitedCompanyDraft } from './company-application.ts'
import { freshPartyKey, withoutParty, withoutStrangers } from './named-party.ts'

const person = (id: string) => ({ kind: 'person' as const, id, name: id, identityNumber: '', phone: '' })
const parties = [
  person('p1'),
  person('p2'),
  { kind: 'company' as const, id: 'c3', name: '海晨', unifiedCode: '', signedBy: 'p2' },
]
const share = (partyId: string, percent: string) => ({ partyId, percent, form: 'money' as const })

const company: LimitedCompanyDraft = {
  kind: 'LLC',
  parties,
  shareholders: [share('p1', '40'), share('p2', '40'), share('c3', '20')],
  posts: {
    directors: ['p1', 'p2'],
    manager: 'p1',
    supervision: { kind: 'supervisors', ids: ['p2'] },
    legalRepresentative: 'p2',
    finance: 'p1',
    liaison: 'p2',
  },
  beneficialOwners: ['p2'],
}

const business: IndividualBusinessDraft = {
  kind: 'IND',
  parties: parties.slice(0, 2),
  operatorId: 'p2',
  familyIds: ['p1', 'p2'],
  liaisonId: 'p2',
}

describe(withoutParty, () => {
  it('takes shares, posts and the signature for a company from a person who leaves', () => {
    expect(withoutParty(company, 'p2')).toEqual({
      kind: 'LLC',
      parties: [person('p1'), { ...parties[2], signedBy: '' }],
      shareholders: [share('p1', '40'), share('c3', '20')],
      posts: {
        directors: ['p1'],
        manager: 'p1',
        supervision: { kind: 'supervisors', ids: [] },
        legalRepresentative: '',
        finance: 'p1',
        liaison: '',
      },
      beneficialOwners: [],
    })
  })

  it('leaves a family business without operator and liaison where they leave', () => {
    expect(withoutParty(business, 'p2')).toMatchObject({ operatorId: '', familyIds: ['p1'], liaisonId: '' })
  })

  it('gives nothing of it to whoever comes next', () => {
    const left = withoutParty(company, 'p2')
    const next = freshPartyKey(left.parties ?? [], 'person')
    expect(JSON.stringify(left)).not.toContain(`"${next}"`)
    const joined = { ...left, parties: [...(left.parties ?? []), person(next)] }
    expect(withoutStrangers(joined)).toEqual(joined)
  })
})

describe(withoutStrangers, () => {
  it('is what saved answers are cleared by, and waits for the people to be named', () => {
    const { parties: named, ...before } = company
    expect(withoutStrangers(before)).toBe(before)
    expect(plainAnswers({ ...company, parties: (named ?? []).slice(0, 1) }).shareholders).toEqual([
      share('p1', '40'),
    ])
  })
})

describe(freshPartyKey, () => {
  it('counts on from the highest number, whatever was removed below it', () => {
    expect(freshPartyKey([person('p1'), person('p7')], 'company')).toBe('c8')
    expect(freshPartyKey([], 'person')).toBe('p1')
  })
})
