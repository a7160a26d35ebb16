import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { loadNameTables } from '../../../../server/src/registration/name-tables.ts'
import { readScope, type ScopeCatalogue, searchScope } from './business-scope.ts'

const names = new URL('../../../../../content/qingdao/names', import.meta.url).pathname
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
    ['酒', /^酒类经营$/],
    ['卖酒', /^酒类经营$/],
    ['卖水果', /^新鲜水果零售$/],
    ['水果批发', /^新鲜水果批发$/],
    ['种水果', /^水果种植$/],
    ['卖手机', /^(通讯|移动终端)设备销售$/],
    ['卖无人机', /^智能无人飞行器(销售|零售)$/],
    ['造无人机', /^智能无人飞行器制造$/],
    ['充电桩', /^充电桩销售$/],
    ['便利店', /^便利店销售$/],
    ['洗车', /^洗车服务$/],
  ])('answers %s', (words, expected) => {
    expect(searchScope(catalogue, words, { limit: 3 })[0]?.entry.text).toMatch(expected)
  })
  it('finds by initials once it is given sounds', () => {
    const { pinyin } = loadNameTables(names)
    expect(searchScope(catalogue, 'rjkf', { limit: 3, pinyin })[0]?.entry.text).toContain('软件')
    expect(searchScope(catalogue, 'ylqx', { limit: 3, pinyin })[0]?.entry.text).toContain('医疗器械')
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
