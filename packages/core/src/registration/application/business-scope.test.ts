import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readScope, type ScopeCatalogue, searchScope } from './business-scope.ts'

const content = new URL('../../../../../content/qingdao/registration/scope-entries.yaml', import.meta.url)
const catalogue = parse(readFileSync(content, 'utf8')) as ScopeCatalogue

describe(searchScope, () => {
  it.each([
    ['卖医疗器械', /医疗器械/],
    ['开饭店', /餐饮服务/],
    ['我想开网店', /互联网销售/],
    ['写代码', /软件开发/],
    ['软件开发', /^软件开发$/],
    ['装修', /装饰装修/],
    ['货代', /货物运输代理/],
    ['奶茶', /餐饮服务/],
  ])('answers %s', (words, expected) => {
    expect(searchScope(catalogue, words, { limit: 3 })[0]?.entry.text).toMatch(expected)
  })
  it('finds by initials once it is given sounds', () => {
    const pinyin = new Map(
      [...'软件开发'].map((character, place) => [character, ['ruan', 'jian', 'kai', 'fa'][place] ?? '']),
    )
    expect(searchScope(catalogue, 'rjkf', { limit: 3, pinyin })[0]?.entry.text).toContain('软件')
  })
  it('finds nothing for nothing', () => {
    expect(searchScope(catalogue, '  我想 ', { limit: 3 })).toEqual([])
    expect(searchScope(catalogue, '龘龘龘', { limit: 3 })).toEqual([])
  })
})

describe(readScope, () => {
  it('has unlike ids and at least 120 entries', () => {
    expect(new Set(catalogue.entries.map(({ id }) => id)).size).toBe(catalogue.entries.length)
    expect(catalogue.entries.length).toBeGreaterThanOrEqual(120)
  })
  it('prints general entries before licensed ones and flags permits', () => {
    const licensed = catalogue.entries.find(({ text }) => text === '餐饮服务')?.id ?? ''
    const reading = readScope(catalogue, { entryIds: [licensed, 'i65-01', 'nothing'] })
    expect(reading.text).toMatch(/^一般项目：软件开发（.*）。许可项目：餐饮服务（/)
    expect(reading).toMatchObject({ unknown: ['nothing'], needsPriorPermit: false, needsLaterPermit: true })
    expect(reading.entries[0]?.division).toBe('H62')
  })
})
