import { describe, expect, it } from 'vitest'
import { type CompanyPosts, postFaults } from './posts.ts'

const lawful: CompanyPosts = {
  directors: ['a'],
  manager: 'a',
  supervision: { kind: 'supervisors', ids: ['b'] },
  legalRepresentative: 'a',
  finance: 'c',
  liaison: 'b',
}

describe(postFaults, () => {
  it('allows one person in most posts, a waived supervisor, a board with a committee', () => {
    expect(postFaults(lawful)).toEqual([])
    expect(postFaults({ ...lawful, finance: 'a', supervision: { kind: 'waived-by-all' } })).toEqual([])
    expect(
      postFaults({ ...lawful, directors: ['a', 'b', 'c'], supervision: { kind: 'audit-committee' } }),
    ).toEqual([])
  })
  it('allows a board of three supervisors', () => {
    expect(postFaults({ ...lawful, supervision: { kind: 'supervisors', ids: ['b', 'd', 'e'] } })).toEqual([])
  })
  it.each([
    ['no-director', { directors: [], legalRepresentative: 'a' }],
    ['two-directors', { directors: ['a', 'c'] }],
    ['named-twice', { directors: ['a', 'a', 'c'] }],
    ['representative-neither-director-nor-manager', { legalRepresentative: 'c' }],
    ['supervisor-is-director', { supervision: { kind: 'supervisors', ids: ['a'] }, manager: 'd' }],
    ['supervisor-is-senior', { supervision: { kind: 'supervisors', ids: ['c'] } }],
    ['no-supervisor', { supervision: { kind: 'supervisors', ids: [] } }],
    ['two-supervisors', { supervision: { kind: 'supervisors', ids: ['b', 'd'] } }],
    [
      'audit-member-not-director',
      { directors: ['a', 'c', 'd'], supervision: { kind: 'audit-committee', ids: ['c', 'b'] } },
    ],
    ['audit-committee-without-board', { supervision: { kind: 'audit-committee' } }],
  ] as const)('finds %s', (code, changed) => {
    expect(postFaults({ ...lawful, ...changed }).map((fault) => fault.code)).toContain(code)
  })
})
