import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadNameTables } from '../../../../server/src/registration/name-tables.ts'
import { parseCompanyName } from './company-name.ts'
import { type NameFacts, nameLegality } from './name-legality.ts'

const tables = loadNameTables(join(import.meta.dirname, '../../../../../content/qingdao/names'))

function findings(name: string, facts?: NameFacts): string[] {
  return nameLegality(tables, parseCompanyName(tables, name), facts).map(
    ({ rule, effect, code }) => `${rule} ${effect} ${code}`,
  )
}

describe(nameLegality, () => {
  it.each([
    '青岛汉唐生物科技有限公司',
    '恒生优能(山东)信息技术有限公司',
    '青岛城阳海芯电子有限公司',
    '青岛高新区海芯电子有限公司',
    '胶州海芯电子有限公司',
    '青岛海芯投资合伙企业(有限合伙)',
    '青岛汉唐生物科技有限公司城阳分公司',
    '城阳区老王便利店',
    '青岛安康医药有限公司',
    '青岛华中国际贸易有限公司',
    '青島漢唐生物科技有限公司',
    '青岛东昇生物科技有限公司',
    '青岛堃喆生物科技有限公司',
    '青岛集中共享物流有限公司',
    '青岛方法国际贸易有限公司',
    '青岛大小三元餐饮有限公司',
    '青岛东方美食餐饮管理有限公司',
    '青岛老王商店',
  ])('finds nothing against %s', (name) => {
    expect(findings(name)).toEqual([])
  })

  it.each([
    ['城阳区海芯公司', 'C2 refuses district-without-city'],
    ['城阳区海芯电子有限公司', 'C2 refuses district-without-city'],
    ['山东城阳海芯电子有限公司', 'C2 refuses district-without-city'],
    ['高新区海芯电子有限公司', 'C2 refuses zone-without-region'],
    ['青岛ABC科技有限公司', 'C1 refuses name-characters-not-standard'],
    ['青岛ＡＢＣ科技有限公司', 'C1 refuses name-characters-not-standard'],
    ['青岛海芯7科技有限公司', 'C1 refuses name-characters-not-standard'],
    ['青岛海·芯科技有限公司', 'C1 refuses name-characters-not-standard'],
    ['青岛海芯(好)科技有限公司', 'C1 refuses name-characters-not-standard'],
    ['青岛海\u0007芯科技有限公司', 'C1 refuses name-characters-not-standard'],
    ['青岛辻畑科技有限公司', 'C1 refuses name-characters-not-standard'],
    ['青岛々々科技有限公司', 'C1 refuses name-characters-not-standard'],
    ['', 'C1 refuses name-empty'],
    ['青岛有限公司科技有限公司', 'C3 refuses trade-word-holds-form'],
    ['青岛海芯合作社科技有限公司', 'C3 refuses trade-word-holds-form'],
    ['青岛习近平科技有限公司', 'C6 refuses word-forbidden'],
    ['青岛警察文化有限公司', 'C6 refuses word-forbidden'],
    ['青岛赌王文化有限公司', 'C6 refuses word-forbidden'],
    ['青岛中共创科技有限公司', 'C6 refuses word-forbidden'],
    ['青岛政协国际贸易有限公司', 'C6 refuses word-forbidden'],
    ['青岛王科技有限公司', 'C3 refuses trade-word-too-short'],
    ['青岛市科技有限公司', 'C3 refuses trade-word-missing'],
    ['青岛科技有限公司', 'C3 refuses trade-word-is-region'],
    ['青岛海洋生物科技有限公司', 'C3 refuses trade-word-is-industry'],
    ['青岛汉唐生物科技', 'C5 refuses form-missing'],
    ['青岛汉唐科技公司', 'C5 refuses form-hides-liability'],
    ['青岛汉唐投资合伙企业', 'C5 refuses form-hides-liability'],
    ['青岛台独文化有限公司', 'C6 refuses word-forbidden'],
    ['青岛中共科技有限公司', 'C6 refuses word-forbidden'],
    ['青岛德意志贸易有限公司', 'C6 refuses word-forbidden'],
    ['青岛六合彩科技有限公司', 'C6 refuses word-forbidden'],
    ['青岛八一部队科技有限公司', 'C6 refuses word-forbidden'],
    ['北京汉唐(青岛)科技有限公司', 'C2 refuses two-regions'],
    ['城阳分公司', 'C8 refuses branch-without-parent'],
    ...[
      '支那',
      '黑太阳',
      '大地主',
      '九一一',
      '占中',
      '大和',
      '福尔摩萨',
      '妻妾成群',
      '海洛因',
      '推牌九',
      '董存瑞',
      '雷锋',
      '国家级',
      '最高级',
      '最佳',
    ].map((word) => [`青岛${word}科技有限公司`, 'C9 refuses word-forbidden']),
  ])('%s: %s', (name, finding) => {
    expect(findings(name ?? '')).toContain(finding)
  })

  it.each([
    ['青岛市政协作科技有限公司', '政协'],
    ['青岛中共享科技有限公司', '中共'],
    ['青岛大和平科技有限公司', '大和'],
    ['青岛李强科技有限公司', '李强'],
  ])('sends %s to a registrar: it may hold %s, or two other words', (name) => {
    expect(findings(name)).toEqual([expect.stringMatching(/^C[69] human word-to-be-checked$/)])
  })

  it('sends a name without an industry to a registrar, and one with a general word only', () => {
    for (const name of ['青岛明月有限公司', '青岛明月实业有限公司', '青岛明月实业发展有限公司'])
      expect(findings(name)).toEqual(['C4 human industry-missing'])
    expect(findings('青岛明月科技发展有限公司')).toEqual([])
  })

  it('keeps a development zone to the companies that lie in it', () => {
    const { seat } = tables.content.regions
    expect(findings('青岛高新区海芯电子有限公司', { seat })).toEqual([])
    for (const zone of ['西海岸新区', '自贸区', '保税区'])
      expect(findings(`青岛${zone}海芯电子有限公司`, { seat })).toEqual(['C2 refuses region-not-of-the-seat'])
  })

  it('sends a name without a region to a registrar', () => {
    expect(findings('万青地产有限公司')).toEqual(['C4 human region-missing'])
  })

  it('wants an approval for national words in front, in the trade word and as the region', () => {
    expect(findings('中国汉唐科技有限公司')).toEqual(['C7 proof national-word-first'])
    expect(findings('青岛汉唐中华文化有限公司')).toEqual(['C7 proof national-word-inside'])
    expect(findings('汉唐(中国)科技有限公司')).toEqual(['C7 proof national-word-inside'])
    expect(findings('汉唐(中国)科技有限公司', { foreignInvested: true })).toEqual([])
  })

  it('keeps the form and the kind of entity together', () => {
    const name = '青岛汉唐科技有限公司'
    expect(findings(name, { subject: 'LLC' })).toEqual([])
    expect(findings(name, { subject: 'IND' })).toEqual(['C5 refuses form-not-of-the-kind'])
    expect(findings('青岛汉唐便利店', { subject: 'LLC' })).toEqual(['C5 refuses form-not-of-the-kind'])
  })

  it('lets an individual business stand in a district, a company not', () => {
    expect(findings('城阳区汉唐服装厂', { subject: 'IND' })).toEqual([])
    expect(findings('城阳区汉唐服装厂', { subject: 'SP' })).toEqual(['C2 refuses district-without-city'])
  })

  it('refuses a region the company does not lie in, where the seat is known', () => {
    const seat = ['山东', '青岛', '城阳']
    expect(findings('北京红光酒业有限公司')).toEqual([])
    expect(findings('北京红光酒业有限公司', { seat })).toEqual(['C2 refuses region-not-of-the-seat'])
    expect(findings('青岛城阳红光酒业有限公司', { seat })).toEqual([])
    expect(findings('红光(山东)酒业有限公司', { seat })).toEqual([])
  })

  it('asks whether a group holds companies', () => {
    const name = '青岛海芯电子集团有限公司'
    expect(findings(name)).toEqual(['C8 proof group-to-be-checked'])
    expect(findings(name, { holding: true })).toEqual([])
    expect(findings(name, { holding: false })).toEqual(['C8 refuses group-not-holding'])
  })

  it('names article and mark of every finding, refusals first', () => {
    const all = nameLegality(tables, parseCompanyName(tables, '雷锋ABC公司'))
    expect(all.map(({ rule, effect }) => `${rule} ${effect}`)).toEqual([
      'C1 refuses',
      'C5 refuses',
      'C9 refuses',
      'C4 human',
      'C4 human',
    ])
    for (const { article, mark } of all) expect([article.length > 5, mark]).toEqual([true, 'S'])
  })

  it('has a sentence for every code it can give', () => {
    const { sentences } = tables.content.legality as unknown as { sentences: Record<string, unknown> }
    for (const name of [
      '',
      '城阳区A王公司',
      '高新区',
      '北京汉唐(青岛)分店',
      '中国汉唐集团有限公司',
      '雷锋',
      '青岛大和平有限公司',
      '青岛有限公司有限公司',
    ])
      for (const finding of nameLegality(tables, parseCompanyName(tables, name)))
        expect(sentences).toHaveProperty(finding.code)
  })
})
