import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadNameTables } from '../../../../server/src/registration/name-tables.ts'
import { foldName, writtenName } from './name-fold.ts'

const tables = loadNameTables(join(import.meta.dirname, '../../../../../content/qingdao/names'))

describe(writtenName, () => {
  it('knows the 8,105 standard characters in their three levels', () => {
    const levels = tables.content.standardCharacters.levels.map(
      (level) => [...level.replace(/\s/g, '')].length,
    )
    expect(levels).toEqual([3500, 3000, 1605])
    expect(tables.allowed.size).toBe(8105)
  })

  it('keeps a standard character that comparison folds, and folds every other variant', () => {
    expect([writtenName(tables, '青島东昇電子'), foldName(tables, '青島东昇電子')]).toEqual([
      '青岛东昇电子',
      '青岛东升电子',
    ])
    expect(writtenName(tables, '海芯（青岛） 電\u200b子')).toBe('海芯(青岛)电子')
  })

  it('comes to the same comparison from either spelling', () => {
    for (const character of tables.allowed)
      expect(foldName(tables, writtenName(tables, character))).toBe(foldName(tables, character))
  })
})
