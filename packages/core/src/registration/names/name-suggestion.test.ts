import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadNameTables } from '../../../../server/src/registration/name-tables.ts'
import { judgeName } from './name-availability.ts'
import { compileNameIndex } from './name-index.ts'
import { suggestNames } from './name-suggestion.ts'

const tables = loadNameTables(join(import.meta.dirname, '../../../../../content/qingdao/names'))

describe(suggestNames, () => {
  const taken = [
    '青岛汉唐生物科技有限公司',
    '青岛恒生优能电子有限公司',
    '青岛海芯有限公司',
    '青岛雷锋科技有限公司',
    '汉唐科技有限公司',
  ]

  it.each([
    '青岛汉唐生物科技有限公司',
    '青岛恒生优能电子有限公司',
    '青岛雷锋科技有限公司',
    '青岛科技有限公司',
    '城阳区王电子厂',
  ])('finds three free names near %s, the same ones each time', (wanted) => {
    const index = compileNameIndex(
      tables,
      taken.map((name) => ({ name })),
    )
    const free = suggestNames(tables, index, wanted, { region: '青岛' })
    expect(free).toHaveLength(3)
    expect(suggestNames(tables, index, wanted, { region: '青岛' })).toEqual(free)
    for (const name of free)
      expect(judgeName(tables, index, name)).toMatchObject({ verdict: 'available', findings: [] })
  })

  it('does not build on a trade word that the law refuses as such', () => {
    const index = compileNameIndex(tables)
    for (const wanted of ['青岛科技有限公司', '青岛雷锋科技有限公司'])
      for (const name of suggestNames(tables, index, wanted, { region: '青岛' })) {
        expect(name).toMatch(/^青岛..科技有限公司$/)
        expect(name).not.toMatch(/青岛青岛|雷锋/)
      }
  })
})
