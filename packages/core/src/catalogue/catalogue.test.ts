import { describe, expect, it } from 'vitest'
import { type ContentFinding, parseCatalogue } from './index.ts'

const authorities = new Set(['approval-service'])
const name = { 'zh-CN': '食品经营许可', en: 'Food business licence' }

function aService(extra: object = {}) {
  return {
    id: 'food-business-licence',
    name,
    authority: 'approval-service',
    legalBasis: { statute: '食品安全法', article: 35, from: '2021-04-29' },
    timeLimit: { value: 10, unit: 'working-days', source: 'decree.md#4', mark: 'S', from: '2026-01-01' },
    requires: [{ evidence: 'lease', when: 'not(premises.owned)' }],
    gives: ['licence'],
    channels: ['web'],
    ...extra,
  }
}

function aCatalogue(services: readonly object[] = [aService()]) {
  return {
    services,
    evidence: [{ id: 'lease', name, form: 'file', issuer: '出租人' }],
    outputs: [{ id: 'licence', name, kind: 'licence' }],
    channels: [{ id: 'web', name, kind: 'web' }],
  }
}

function findings(content: unknown): readonly string[] {
  const read = parseCatalogue(content, authorities, ['zh-CN', 'en'])
  const found = read.ok ? [] : (read.because.findings as readonly ContentFinding[])
  return found.map(({ code, path }) => `${code} ${path.join('.')}`)
}

describe(parseCatalogue, () => {
  it('reads services and what they refer to', () => {
    const read = parseCatalogue(aCatalogue(), authorities, ['zh-CN', 'en'])
    expect(read).toMatchObject({
      ok: true,
      value: {
        services: [{ legalBasis: { article: '35' }, requires: [{ when: { text: 'not(premises.owned)' } }] }],
      },
    })
  })
  it('gives all findings of one service at once, each with its place', () => {
    const bad = aService({
      name: { 'zh-CN': '食品经营许可' },
      authority: 'nobody',
      timeLimit: { value: -1, unit: 'days', mark: 'X', from: '2026-02-29' },
      requires: [{ evidence: 'lease', when: 'a ==' }, { evidence: 'permit' }],
      gives: ['nothing', 4],
    })
    expect(findings(aCatalogue([bad]))).toEqual([
      'text-missing services.0.name.en',
      'number-missing services.0.timeLimit.value',
      'word-unknown services.0.timeLimit.unit',
      'text-missing services.0.timeLimit.source',
      'word-unknown services.0.timeLimit.mark',
      'day-not-readable services.0.timeLimit.from',
      'expression-not-readable services.0.requires.0.when',
      'id-missing services.0.gives.1',
      'id-unknown services.0.authority',
      'id-unknown services.0.requires.1.evidence',
      'id-unknown services.0.gives.0',
    ])
  })
  it('finds ids that are repeated and evidence that nobody asks for', () => {
    expect(findings(aCatalogue([aService({ requires: [] }), aService()]))).toEqual([
      'id-repeated services.1.id',
    ])
    expect(findings(aCatalogue([aService({ requires: [] })]))).toEqual(['evidence-unused evidence.0.id'])
  })
  it('finds services that wait for each other, and lets a row of services be', () => {
    const row = [
      aService({ id: 'a' }),
      aService({ id: 'b', after: ['a'] }),
      aService({ id: 'c', after: ['b'] }),
    ]
    expect(findings(aCatalogue(row))).toEqual([])
    const [, b, c] = row
    expect(findings(aCatalogue([aService({ id: 'a', after: ['c'] }), b ?? {}, c ?? {}]))).toEqual([
      'after-in-a-circle services.0.after',
      'after-in-a-circle services.1.after',
      'after-in-a-circle services.2.after',
    ])
  })
  it('refuses entries that are no records', () => {
    expect(findings({ services: 'x', outputs: ['y'] })).toContain('not-a-list services')
    expect(findings({ outputs: ['y'] })).toContain('not-a-record outputs.0')
  })
})
