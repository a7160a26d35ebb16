import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadNameTables } from '../../../../server/src/registration/name-tables.ts'
import { nameCheckCommand, nameParseCommand } from './name-answer.ts'
import { judgeName } from './name-availability.ts'
import { compileNameIndex } from './name-index.ts'
import { compileNameTables } from './name-tables.ts'

const tables = loadNameTables(join(import.meta.dirname, '../../../../../content/qingdao/names'))

function rulesBetween(wanted: string, ...existing: string[]): string[] {
  return nameCheckCommand(tables, wanted, existing).findings.map(({ rule }) => rule)
}

describe(nameCheckCommand, () => {
  it.each([
    ['北京红光酒业发展有限公司', '北京红光酒业发展有限公司', 'same', 'S1'],
    ['北京红光酒业发展有限公司', '红光(北京)酒业发展有限公司', 'same', 'S2'],
    ['红光酒业发展(北京)有限公司', '红光(北京)酒业发展有限公司', 'same', 'S2'],
    ['北京红光酒业有限公司', '红光酒业有限公司', 'same', 'S3'],
    ['北京红光酒业有限公司', '北京红光酒厂', 'same', 'S3'],
    ['青岛红光有限公司', '青岛红光股份有限公司', 'same', 'S3'],
    ['万青地产有限公司', '万青房地产有限公司', 'similar', 'N1'],
    ['万青房地产有限公司', '万青置业有限公司', 'similar', 'N1'],
    ['青岛海芯电子有限公司', '青岛海欣电子科技有限公司', 'similar', 'N2'],
    ['青岛海芯电子有限公司', '青岛新海芯电子有限公司', 'similar', 'N3'],
    ['青岛新海芯微电子有限公司', '青岛海芯电子有限公司', 'similar', 'N3'],
    ['青岛海芯电子有限公司', '青岛新海欣电子有限公司', 'similar', 'N4'],
    ['青岛海芯实业有限公司', '青岛海芯电子有限公司', 'similar', 'N5'],
    ['青岛海芯电子有限公司', '青岛海欣发展有限公司', 'similar', 'N5'],
    ['青岛海芯有限公司', '青岛新海芯电子有限公司', 'similar', 'N5'],
    ['青岛未名电子有限公司', '青岛末名电子有限公司', 'similar', 'N6'],
    ['青岛海芯电子有限公司', '青岛海忻电子股份有限公司', 'similar', 'N2'],
    ['青島漢唐生物科技有限公司', '青岛汉唐生物科技有限公司', 'same', 'S1'],
  ])('%s against %s: %s by %s', (wanted, existing, verdict, rule) => {
    const check = nameCheckCommand(tables, wanted, [existing])
    expect(check.verdict).toBe(verdict)
    expect(check.findings[0]).toMatchObject({ rule, existing: expect.any(String) })
    expect(check.findings[0]?.article).toMatch(/《|口径/)
  })

  it.each([
    ['青岛海芯电子有限公司', '青岛海芯餐饮有限公司'],
    ['青岛海芯电子有限公司', '青岛芯海电子有限公司'],
    ['青岛海芯电子有限公司', '青岛山峰电子有限公司'],
    ['青岛海芯电子有限公司', '青岛新海芯餐饮有限公司'],
    ['青岛海芯电子有限公司', '青岛海电子有限公司'],
    ['青岛海芯电子有限公司', '青岛海芯电子有限公司城阳分公司'],
  ])('%s is available beside %s', (wanted, existing) => {
    expect(nameCheckCommand(tables, wanted, [existing])).toEqual({ verdict: 'available', findings: [] })
  })

  it('adds N6 to homophones that look alike', () => {
    expect(rulesBetween('青岛海芯电子有限公司', '青岛海忻电子股份有限公司')).toEqual(['N2', 'N6'])
  })

  it('answers exactly three fields a finding', () => {
    expect(nameCheckCommand(tables, '万青地产有限公司', ['', '  万青置业有限公司 '])).toEqual({
      verdict: 'similar',
      findings: [
        { rule: 'N1', article: '《企业名称相同相近比对规则》第四条第一项', existing: '万青置业有限公司' },
        { rule: 'C10', article: '《企业名称登记管理规定》第十七条', existing: '万青置业有限公司' },
        { rule: 'C4', article: '《企业名称登记管理规定》第六条、第九条', existing: null },
      ],
    })
  })

  it('counts a name once that the register repeats', () => {
    const once = nameCheckCommand(tables, '万青地产有限公司', ['万青置业有限公司'])
    const twice = nameCheckCommand(tables, '万青地产有限公司', [
      '万青置业有限公司',
      '萬青置业有限公司',
      '万青置业有限公司',
    ])
    expect(twice).toEqual(once)
  })

  it('lets a refusal win over the same name, and keeps both findings', () => {
    expect(nameCheckCommand(tables, '城阳区海芯电子有限公司', ['青岛海芯电子有限公司'])).toMatchObject({
      verdict: 'refused',
      findings: [{ rule: 'C2', existing: null }, { rule: 'S3' }, { rule: 'C10' }],
    })
  })

  it.each([
    ['中国云帆科技有限公司', 'C7'],
    ['青岛云帆科技集团有限公司', 'C8'],
    ['青岛云帆集团科技有限公司', 'C8'],
    ['北京云帆(青岛)科技有限公司', 'C2'],
    ['青岛八一部队科技有限公司', 'C6'],
  ])('refuses %s by %s', (wanted, rule) => {
    const { verdict, findings } = nameCheckCommand(tables, wanted, [])
    expect([verdict, findings[0]?.rule]).toEqual(['refused', rule])
  })

  it('puts the severest name first', () => {
    const rules = rulesBetween(
      '青岛海芯电子有限公司',
      '青岛新海芯电子有限公司',
      '青岛海欣电子有限公司',
      '海芯(青岛)电子有限公司',
    )
    expect(rules).toEqual(['S2', 'N2', 'N3', 'C10'])
  })
})

describe(nameParseCommand, () => {
  it('answers four parts and null for what is not there', () => {
    expect(nameParseCommand(tables, '青岛汉唐生物科技有限公司')).toEqual({
      region: '青岛',
      trade: '汉唐',
      industry: '生物科技',
      form: '有限公司',
    })
    expect(nameParseCommand(tables, '汉唐')).toEqual({
      region: null,
      trade: '汉唐',
      industry: null,
      form: null,
    })
  })
})

describe(judgeName, () => {
  const register = [{ name: '青岛海芯电子有限公司' }]

  it('adds C10 across industries of one division and for names without an industry', () => {
    expect(rulesBetween('青岛海芯软件有限公司', '青岛海芯大数据有限公司')).toEqual(['C10'])
    expect(rulesBetween('青岛海芯餐饮有限公司', '青岛海芯有限公司')).toEqual(['N5', 'C10'])
    expect(rulesBetween('青岛海芯有限公司', '青岛海芯餐饮有限公司')).toEqual(['N5', 'C4'])
  })

  it('lifts C10, and nothing else, for a proven investment relation', () => {
    const index = compileNameIndex(tables, register)
    const wish = { related: ['青岛海芯電子有限公司'] }
    const judged = judgeName(tables, index, '青岛海芯电子科技有限公司', wish)
    expect(judged.findings.map(({ rule }) => rule)).toEqual(['N1'])
    expect([judged.barred, judged.human]).toEqual([false, true])
    expect(judgeName(tables, index, '青岛海芯电子科技有限公司').barred).toBe(true)
  })

  it('passes over the name the applicant holds', () => {
    const index = compileNameIndex(tables, register)
    const own = '青岛海芯电子有限公司'
    expect(judgeName(tables, index, own).verdict).toBe('same')
    expect(judgeName(tables, index, own, { own }).verdict).toBe('available')
  })

  it('leaves out a rule that the zone switches off', () => {
    const { comparison } = tables.content
    const rules = { ...comparison.rules, N4: { ...comparison.rules.N4, on: false } }
    const without = compileNameTables(
      { ...tables.content, comparison: { ...comparison, rules } },
      { pinyin: tables.pinyin, simplified: tables.standard },
    )
    const index = compileNameIndex(without, [{ name: '青岛新海欣电子有限公司' }])
    expect(judgeName(without, index, '青岛海芯电子有限公司').verdict).toBe('available')
  })

  it('leaves a name that wants proof to a registrar, unless something else refuses it', () => {
    const standing = (name: string, ...taken: string[]) => {
      const { verdict, human } = judgeName(
        tables,
        compileNameIndex(
          tables,
          taken.map((each) => ({ name: each })),
        ),
        name,
      )
      return [verdict, human]
    }
    expect(standing('中国云帆科技有限公司')).toEqual(['refused', true])
    expect(standing('中国云帆科技有限公司', '中国云帆科技有限公司')).toEqual(['refused', false])
    expect(standing('中国台独科技有限公司')).toEqual(['refused', false])
    expect(standing('青岛云帆有限公司')).toEqual(['available', true])
  })
})
