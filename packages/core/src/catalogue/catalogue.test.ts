import { describe, expect, it } from 'vitest'
import { type ContentFinding, parseCatalogue } from './index.ts'

const setting = { languages: ['zh-CN', 'en'] }
const name = { 'zh-CN': '施工许可', en: 'Construction permit' }
const found = { source: 'decree.md', mark: 'S' }
const oneDay = { value: 1, unit: 'working-days', ...found }

function aService(extra: object = {}) {
  return {
    id: 'permit',
    name,
    kind: 'permit',
    stage: 3,
    authorities: ['housing'],
    when: 'build.gfa >= 300',
    legalBasis: [{ statute: '建筑法', article: 8, mark: 'S' }],
    statutory: { value: 7, unit: 'natural-days', ...found },
    committed: oneDay,
    evidence: [{ type: 'drawings', source: 'applicant' }],
    outputs: ['permit'],
    ...found,
    ...extra,
  }
}

function aCatalogue(services: readonly object[] = [aService()], extra: object = {}) {
  return {
    services,
    authorities: [{ id: 'housing', name, ...found }],
    statutes: [{ id: '建筑法', name, from: '2019-04-23', ...found }],
    evidence: [{ id: 'drawings', name, form: 'drawings' }],
    outputs: [{ id: 'permit', name, kind: 'permit' }],
    topics: [{ id: 'building', name }],
    attributes: [
      { id: 'build.gfa', name, type: 'number', unit: name, topic: 'building', question: name, ...found },
    ],
    ...extra,
  }
}

const anActivity = {
  id: 'works',
  name,
  who: 'applicant',
  duration: { value: 360, unit: 'natural-days' },
  after: ['permit'],
  ...found,
}

function findings(content: unknown): readonly string[] {
  const read = parseCatalogue(content, setting)
  const all = read.ok ? [] : (read.because.findings as readonly ContentFinding[])
  return all.map(({ code, path }) => `${code} ${path.join('.')}`)
}

describe(parseCatalogue, () => {
  it('reads services and what they refer to', () => {
    expect(parseCatalogue(aCatalogue(), setting)).toMatchObject({
      ok: true,
      value: {
        services: [{ legalBasis: [{ article: '8' }], when: { text: 'build.gfa >= 300' }, after: [] }],
        path: { activities: [], extraPrerequisites: [], commitments: [] },
      },
    })
  })
  it('reads a prerequisite as one service or as one of several', () => {
    const services = [
      aService({ id: 'a' }),
      aService({ id: 'b', after: ['a', { id: 'a', reason: name }] }),
      aService({ id: 'c', after: [{ anyOf: ['a', 'b'] }] }),
    ]
    expect(parseCatalogue(aCatalogue(services), setting)).toMatchObject({
      value: {
        services: [{}, { after: [{ anyOf: ['a'] }, { reason: name }] }, { after: [{ anyOf: ['a', 'b'] }] }],
      },
    })
  })
  it('gives the same content the same version, in whatever order it is written, and another content another', () => {
    const version = (content: unknown) => {
      const read = parseCatalogue(content, setting)
      return read.ok ? read.value.version : undefined
    }
    const reversed = Object.fromEntries(Object.entries(aCatalogue()).toReversed())
    expect(version(reversed)).toBe(version(aCatalogue()))
    expect(version(aCatalogue())).toMatch(/^[0-9a-f]{64}$/)
    expect(version(aCatalogue([aService({ stage: 4 })]))).not.toBe(version(aCatalogue()))
  })
  it('gives all findings of one service at once, each with its place', () => {
    const bad = aService({
      name: { 'zh-CN': '施工许可' },
      stage: 6,
      kind: 'favour',
      authorities: ['nobody'],
      when: 'a ==',
      statutory: { value: -1, unit: 'days', mark: 'X' },
      after: [{ anyOf: [] }, 'nothing', 7],
      evidence: [
        { type: 'drawings', source: 'applicant' },
        { type: 'deed', source: 'applicant', mayFolow: true },
      ],
      outputs: ['permit', 4],
    })
    expect(findings(aCatalogue([bad]))).toEqual([
      'text-missing services.0.name.en',
      'word-unknown services.0.kind',
      'stage-unknown services.0.stage',
      'expression-not-readable services.0.when',
      'id-missing services.0.after.0.anyOf',
      'not-a-record services.0.after.2',
      'text-missing services.0.after.2.id',
      'number-missing services.0.statutory.value',
      'word-unknown services.0.statutory.unit',
      'text-missing services.0.statutory.source',
      'word-unknown services.0.statutory.mark',
      'field-unknown services.0.evidence.1.mayFolow',
      'id-missing services.0.outputs.1',
      'id-unknown services.0.authorities.0',
      'id-unknown services.0.after.1.0',
      'id-unknown services.0.evidence.1.type',
    ])
  })
  it('finds ids that are repeated, and entries that nothing uses', () => {
    expect(findings(aCatalogue([aService(), aService()]))).toEqual(['id-repeated services.1.id'])
    const idle = aService({ evidence: [], outputs: [], legalBasis: [] })
    expect(findings(aCatalogue([idle]))).toEqual([
      'evidence-unused evidence.0.id',
      'outputs-unused outputs.0.id',
      'statutes-unused statutes.0.id',
    ])
  })
  it('finds services that wait for each other, through one of several too, and lets a row of services be', () => {
    const row = [
      aService({ id: 'a' }),
      aService({ id: 'b', after: ['a'] }),
      aService({ id: 'c', after: ['b'] }),
    ]
    expect(findings(aCatalogue(row))).toEqual([])
    const round = [
      aService({ id: 'a', after: [{ anyOf: ['c', 'd'] }] }),
      ...row.slice(1),
      aService({ id: 'd' }),
    ]
    expect(findings(aCatalogue(round))).toEqual([
      'after-in-a-circle services.0.after',
      'after-in-a-circle services.1.after',
      'after-in-a-circle services.2.after',
    ])
  })
  it('finds circles that only the activities around the services close', () => {
    const path = { activities: [{ ...anActivity, feeds: ['permit'] }] }
    expect(findings(aCatalogue(undefined, { path }))).toEqual([
      'after-in-a-circle services.0.after',
      'after-in-a-circle path.activities.0.after',
    ])
    expect(
      findings(aCatalogue(undefined, { path: { activities: [{ ...anActivity, feeds: 'stage-4' }] } })),
    ).toEqual([])
  })
  it('finds what activities and commitments name and nobody knows', () => {
    const path = {
      activities: [{ ...anActivity, after: [{ id: 'permit', waivedBy: 'C9' }, 'nothing'], feeds: [] }],
      extraPrerequisites: [{ service: 'other', after: [{ id: 'permit', waivedBy: 'C1' }] }],
      commitments: [
        {
          id: 'C1',
          guards: [{ when: 'build.gfa < 300', sentence: name, ...found }],
          name,
          kind: 'paper-late',
          service: 'other',
          makeUp: { value: 15, unit: 'working-days', from: 'permit', ...found },
          lapse: 'deemed-withdrawn',
          basis: '建筑法 8',
          ...found,
        },
      ],
    }
    expect(findings(aCatalogue(undefined, { path }))).toEqual([
      'id-unknown path.activities.0.after.0.waivedBy',
      'id-unknown path.activities.0.after.1',
      'id-unknown path.extraPrerequisites.0.service',
      'id-unknown path.commitments.0.service',
    ])
  })
  it('refuses entries that are no records, and parts that nobody reads', () => {
    expect(findings({ services: 'x', outputs: ['y'], channels: [] })).toEqual(
      expect.arrayContaining(['not-a-list services', 'not-a-record outputs.0', 'field-unknown channels']),
    )
  })
})
