import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { catalogueChanges, servicesIn, withService } from './catalogue-changes.ts'
import { contentChanges } from './content-changes.ts'

const permit = {
  id: 'M307',
  committed: { value: 3, unit: 'working-days' },
  after: ['M202', { anyOf: ['M305', 'M306'] }],
  evidence: [
    { type: 'award-notice', source: 'kept' },
    { type: 'contract', source: 'applicant' },
  ],
}

describe(contentChanges, () => {
  it('tells a number that differs by the names above it', () => {
    const shorter = { ...permit, committed: { value: 1, unit: 'working-days' } }
    expect(contentChanges(permit, shorter)).toEqual([{ path: ['committed', 'value'], before: 3, after: 1 }])
  })
  it('knows a member of a list by its id, wherever it stands', () => {
    const [first, second] = permit.evidence
    const turned = { ...permit, evidence: [second, { ...first, mayFollow: true }] }
    expect(contentChanges(permit, turned)).toEqual([
      { path: ['evidence', 'award-notice', 'mayFollow'], after: true },
    ])
  })
  it('tells members that came and went', () => {
    const other = { ...permit, evidence: [permit.evidence[0], { type: 'plan', source: 'applicant' }] }
    expect(contentChanges(permit, other)).toEqual([
      { path: ['evidence', 'plan'], after: { type: 'plan', source: 'applicant' } },
      { path: ['evidence', 'contract'], before: { type: 'contract', source: 'applicant' } },
    ])
  })
  it('takes a list of plain values as one value', () => {
    expect(contentChanges({ outputs: ['a', 'b'] }, { outputs: ['b'] })).toEqual([
      { path: ['outputs'], before: ['a', 'b'], after: ['b'] },
    ])
  })
  it('finds nothing between a piece and itself', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => contentChanges(value, structuredClone(value)).length === 0),
    )
  })
  it('finds something between pieces that are written differently, unless names alone changed place', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.integer()),
        fc.dictionary(fc.string(), fc.integer()),
        (a, b) => {
          const isSame =
            JSON.stringify(Object.entries(a).toSorted()) === JSON.stringify(Object.entries(b).toSorted())
          return isSame === (contentChanges(a, b).length === 0)
        },
      ),
    )
  })
})

describe(catalogueChanges, () => {
  const before = { services: [permit, { id: 'M401' }], outputs: [{ id: 'permit', kind: 'permit' }] }

  it('names services that are new, gone and changed', () => {
    const after = {
      services: [{ ...permit, stage: 3 }, { id: 'M402' }],
      outputs: [{ id: 'permit', kind: 'opinion' }],
    }
    expect(catalogueChanges(before, after)).toEqual({
      services: [
        { id: 'M307', kind: 'changed', changes: [{ path: ['stage'], after: 3 }] },
        { id: 'M402', kind: 'added', changes: [] },
        { id: 'M401', kind: 'removed', changes: [] },
      ],
      others: [{ path: ['outputs', 'permit', 'kind'], before: 'permit', after: 'opinion' }],
    })
  })
  it('tells of one service alone where one was replaced', () => {
    const changed = withService(before, { ...permit, kind: 'record' })
    expect(catalogueChanges(before, changed).services.map(({ id }) => id)).toEqual(['M307'])
    expect([...servicesIn(changed).keys()]).toEqual(['M307', 'M401'])
  })
})
