import { join } from 'node:path'
import { parseCondition } from '@guanjia/core/rules'
import { describe, expect, it } from 'vitest'
import { readCatalogueContent } from '../catalogue-content.ts'
import { conditionWords } from './condition-words.ts'

const { catalogue } = readCatalogueContent(join(import.meta.dirname, '../../../../../content/qingdao'))

function words(text: string, language: 'zh-CN' | 'en') {
  const condition = parseCondition(text)
  return condition.ok ? conditionWords(condition.value, catalogue, language) : ''
}

describe(conditionWords, () => {
  it.each([
    ['invest.kind = "gov"', '投资主体 = 政府投资（审批制）', 'Investor = Government (approval)'],
    [
      'build.gfa >= 300 and not(build.staged)',
      '总建筑面积 ≥ 300 平方米，且非（分阶段施工许可）',
      'Gross floor area ≥ 300 m² and not (Permit in phases)',
    ],
    [
      'water.soilPlan in ("report", "form")',
      '水土保持方案类别属于（报告书、报告表）',
      'Soil conservation plan one of (Report, Form)',
    ],
    [
      'green.occupy or green.trees > 0',
      '临时占用绿地，或迁移或砍伐树木 > 0 株',
      'Occupies green land or Trees moved or felled > 0 trees',
    ],
  ])('says %s', (text, chinese, english) => {
    expect([words(text, 'zh-CN'), words(text, 'en')]).toEqual([chinese, english])
  })
  it('leaves no name of an attribute in any condition of a service', () => {
    for (const { when } of catalogue.services) {
      if (when) expect(conditionWords(when, catalogue, 'zh-CN')).not.toMatch(/[a-z]+\.[a-zA-Z]/)
    }
  })
})
