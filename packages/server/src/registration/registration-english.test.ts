import { join } from 'node:path'
import { searchScope } from '@guanjia/core/registration'
import { describe, expect, it } from 'vitest'
import { readRegistrationContent } from './registration-content.ts'
import { checksIn, glossOf, readRegistrationEnglish } from './registration-english.ts'

const zone = join(import.meta.dirname, '../../../../content/qingdao')
const english = readRegistrationEnglish(zone)
const content = readRegistrationContent(zone)

const failed = [
  {
    id: 'Q5',
    title: '名称已申报、在保留期内且无冲突',
    because: [
      {
        code: 'name-same',
        text: '与「青岛海岳有限公司」相同（S1）',
        mend: '换一个字号',
        values: { existing: '青岛海岳有限公司', rule: 'S1' },
      },
      { code: 'never-heard-of', text: '没有见过', mend: '由登记人员核查' },
    ],
  },
]

describe(readRegistrationEnglish, () => {
  it('has a word for everything the Chinese content says, and for nothing else', () => {
    const ids = (named: Readonly<Record<string, unknown>>) => Object.keys(named).toSorted()
    expect(ids(english.scope)).toEqual(content.scope.entries.map(({ id }) => id).toSorted())
    expect(ids(english.carriers)).toEqual(content.seats.carriers.map(({ id }) => id).toSorted())
    expect(ids(english.receivers)).toEqual(content.services.receivers.map(({ id }) => id).toSorted())
    const reasons = (checks: readonly { id: string; reasons: object }[]) =>
      checks.flatMap((check) => Object.keys(check.reasons).map((code) => `${check.id} ${code}`)).toSorted()
    const said = Object.entries(english.checks).map(([id, check]) => ({ id, reasons: check.reasons }))
    expect(reasons(said)).toEqual(reasons(content.checks.rules.checks))
  })
  it('fills in exactly what the Chinese sentence fills in', () => {
    const blanks = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([blank]) => blank).toSorted()
    for (const { id, reasons } of content.checks.rules.checks)
      for (const [code, { text, mend }] of Object.entries(reasons)) {
        const said = english.checks[id]?.reasons[code]
        expect([code, ...blanks(said?.text ?? ''), ...blanks(said?.mend ?? '')]).toEqual([
          code,
          ...blanks(text),
          ...blanks(mend),
        ])
      }
  })
})

describe(checksIn, () => {
  it('says reasons in English with their values, and leaves what it does not know', () => {
    const [check] = checksIn('en', english, failed)
    expect(check?.title).toBe('The name is reserved and in conflict with no other')
    expect(check?.because.map(({ text }) => text)).toEqual([
      'the name is the same as 青岛海岳有限公司 (S1)',
      '没有见过',
    ])
  })
  it('changes nothing for who reads Chinese', () => {
    expect(checksIn('zh-CN', english, failed)).toEqual(failed)
  })
})

describe(glossOf, () => {
  it('speaks to readers of English alone', () => {
    expect(glossOf(english.carriers, 'zhongou', 'en')).toBe('Sino-European Science and Innovation Park')
    expect(glossOf(english.carriers, 'zhongou', 'zh-CN')).toBeNull()
    expect(glossOf(english.carriers, 'nowhere', 'en')).toBeNull()
  })
})

describe('the search for standard wording', () => {
  it.each([
    ['software', '软件开发'],
    ['coffee shop', '餐饮服务'],
    ['pet food', '宠物食品及用品零售'],
    ['batteries', '电池制造'],
  ])('finds %j', (words, text) => {
    const found = searchScope(content.scope, words, { limit: 5 }).map(({ entry }) => entry.text)
    expect(found.join()).toContain(text)
  })
})
