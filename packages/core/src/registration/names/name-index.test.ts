import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadNameTables } from '../../../../server/src/registration/name-tables.ts'
import { parseCompanyName } from './company-name.ts'
import { compileNameIndex, type NameIndex } from './name-index.ts'
import { conflictKeys } from './name-keys.ts'
import { nameLikeness, relations } from './name-likeness.ts'

const tables = loadNameTables(join(import.meta.dirname, '../../../../../content/qingdao/names'))
const read = (name: string) => parseCompanyName(tables, name)

function against(index: NameIndex, name: string, today?: string): string[] {
  const query = today === undefined ? {} : { today }
  return index.conflicts(read(name), query).map(({ rule, existing }) => `${rule} ${existing}`)
}

describe(compileNameIndex, () => {
  it('gives back the texts it was given, in every order of parts', () => {
    const names = [
      '青岛海芯电子有限公司',
      '海芯(青岛)电子有限公司',
      '海芯电子(青岛)有限公司',
      '北京海芯(青岛)电子有限公司',
      '海芯电子有限公司',
    ]
    for (const name of names)
      expect(against(compileNameIndex(tables, [{ name }]), name)[0]).toBe(`S1 ${name}`)
  })

  it('finds a name from the day it is added until it is taken out', () => {
    const index = compileNameIndex(tables)
    index.add({ name: '青岛海芯电子有限公司' })
    expect([index.size(), against(index, '青岛海欣电子有限公司')[0]]).toEqual([1, 'N2 青岛海芯电子有限公司'])
    expect(index.remove('海芯(青岛)电子有限公司')).toBe(false)
    expect(index.remove('青島海芯電子有限公司')).toBe(true)
    expect([index.size(), against(index, '青岛海欣电子有限公司')]).toEqual([0, []])
  })

  it('takes out one of two equal names at a time', () => {
    const index = compileNameIndex(tables, [
      { name: '青岛海芯电子有限公司' },
      { name: '青岛海芯电子有限公司' },
    ])
    index.remove('青岛海芯电子有限公司')
    expect([index.size(), against(index, '青岛海芯电子有限公司').length]).toEqual([1, 2])
  })

  it('counts a name on its last day and not on the day after', () => {
    const index = compileNameIndex(tables, [{ name: '青岛海芯电子有限公司', until: '2026-03-10' }])
    expect(against(index, '青岛海芯电子有限公司', '2026-03-10')).toHaveLength(2)
    expect(against(index, '青岛海芯电子有限公司', '2026-03-11')).toHaveLength(0)
    expect([index.expire('2026-03-10'), index.size()]).toEqual([0, 1])
    expect([index.expire('2026-03-11'), index.size(), against(index, '青岛海芯电子有限公司')]).toEqual([
      1,
      0,
      [],
    ])
  })

  it('keeps every name findable while its tail is written into the base', () => {
    const index = compileNameIndex(tables)
    const heads = [...'海芯汉唐云峰中德星辰启航卓越润泽远达嘉禾智联']
    const names = heads.flatMap((a) => heads.flatMap((b) => heads.map((c) => `青岛${a}${b}${c}电子有限公司`)))
    const some = names.slice(0, 3000)
    for (const name of some) index.add({ name })
    for (const name of some.filter((_, at) => at % 2 === 0)) index.remove(name)
    for (const name of names.slice(3000, 6000)) index.add({ name })
    expect(
      some.slice(0, 200).map((name) => against(index, name)[0]?.startsWith(`S1 ${name}`) ?? false),
    ).toEqual(some.slice(0, 200).map((_, at) => at % 2 === 1))
  })

  it('stops at the wanted number and keeps the severest', () => {
    const index = compileNameIndex(
      tables,
      ['青岛新海芯电子有限公司', '青岛海欣电子有限公司', '海芯(青岛)电子有限公司'].map((name) => ({ name })),
    )
    expect(index.conflicts(read('青岛海芯电子有限公司'), { most: 1 })[0]?.rule).toBe('S2')
  })

  it('compares a branch by its whole name only', () => {
    const branch = '青岛汉唐生物科技有限公司城阳分公司'
    const index = compileNameIndex(tables, [{ name: '青岛汉唐生物科技有限公司' }, { name: branch }])
    expect(against(index, branch)).toEqual([`S1 ${branch}`])
  })
})

describe(conflictKeys, () => {
  const keys = (name: string) => conflictKeys(tables, read(name))

  it('gives the same key to every spelling that S1 to S3 take as one', () => {
    const { same } = keys('北京红光酒业有限公司')
    for (const name of ['红光(北京)酒业有限公司', '紅光酒業有限公司', '北京红光酒厂'])
      expect(keys(name).same).toEqual(same)
    expect(keys('北京红光酒业发展有限公司').same).not.toEqual(same)
  })

  it('gives one similar key to homophones of one meaning', () => {
    expect(keys('青岛海芯电子有限公司').similar).toEqual(keys('青岛海欣微电子股份有限公司').similar)
    expect(keys('青岛海芯电子有限公司').similar).not.toEqual(keys('青岛海芯餐饮有限公司').similar)
  })

  it('shares a touching key wherever two names are related', () => {
    const names = [
      '青岛海芯电子有限公司',
      '青岛新海欣电子有限公司',
      '青岛未名电子有限公司',
      '青岛末名实业有限公司',
      '海芯有限公司',
    ]
    for (const a of names)
      for (const b of names) {
        const shared = keys(a).touching.some((key) => keys(b).touching.includes(key))
        const related =
          relations(tables, nameLikeness(tables, read(a)), nameLikeness(tables, read(b))).length > 0
        if (related) expect([a, b, shared]).toEqual([a, b, true])
      }
    expect(
      keys('青岛未名电子有限公司').touching.some((key) =>
        keys('青岛末名电子有限公司').touching.includes(key),
      ),
    ).toBe(true)
  })
})
