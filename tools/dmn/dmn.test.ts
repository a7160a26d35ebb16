import { checkTable, parseTable, type ReadTable } from '@guanjia/core/rules'
import { describe, expect, it } from 'vitest'
import { tableToDmn } from './dmn-export.ts'
import { dmnToTables } from './dmn-import.ts'

const law = { basis: '消防法 15', source: 'law.md#15', mark: 'S' }
const content = {
  id: '消防等级',
  hitPolicy: 'unique',
  from: '2026-01-01',
  to: '2027-12-31',
  inputs: [
    { expression: '场地.面积', label: '面积', unit: 'm2', allowed: '>= 0', whole: true },
    { expression: 'use', label: '用途' },
  ],
  outputs: [{ name: 'level' }, { name: 'days', unit: 'working-days' }],
  rows: [
    ['small', '< 200', '-', { level: 'a "low" <one>', days: 0 }],
    ['hall', '>= 200', '"hall","影院"', { level: '高', days: 2.5 }],
    ['other', '>= 200', 'not("hall","影院")', { level: true, days: -1 }],
    // oxlint-disable-next-line unicorn/no-thenable -- content says "then"
  ].map(([id, area, use, then]) => ({ id, when: [area, use], then, ...law })),
}

function read(given: unknown): ReadTable {
  const table = parseTable(given)
  if (!table.ok) throw new Error(JSON.stringify(table.because))
  return table.value
}

describe(dmnToTables, () => {
  it('reads back what was written', async () => {
    const xml = await tableToDmn(read(content).table)
    const { tables, warnings } = await dmnToTables(xml)
    expect(xml).toContain('<dmn:decisionTable ')
    expect(warnings).toEqual([])
    expect(tables).toEqual([content])
  })
  it('reads a document of another tool and leaves its faults to the check', async () => {
    const { tables } = await dmnToTables(`<?xml version="1.0" encoding="UTF-8"?>
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="urn:x">
        <decision id="discount" name="discount"><decisionTable id="t" hitPolicy="FIRST">
          <input id="i" label="Age"><inputExpression id="e" typeRef="number"><text>age</text></inputExpression></input>
          <output id="o" name="percent" typeRef="number" />
          <rule id="young"><inputEntry id="a"><text>&lt; 18</text></inputEntry>
            <outputEntry id="b"><text>50</text></outputEntry></rule>
          <rule id="rest"><inputEntry id="c"><text></text></inputEntry>
            <outputEntry id="f"><text>0</text></outputEntry></rule>
        </decisionTable></decision>
      </definitions>`)
    const parsed = parseTable(tables[0])
    const findings = parsed.ok ? [] : (parsed.because.findings as { code: string; path: unknown[] }[])
    expect(findings.map(({ path }) => path.join('.'))).toEqual([
      'rows.0.mark',
      'rows.0.basis',
      'rows.0.source',
      'rows.1.mark',
      'rows.1.basis',
      'rows.1.source',
      'from',
    ])
    const given = tables[0]?.rows as readonly object[] | undefined
    const rows = given?.map((row) => ({ ...row, ...law }))
    expect(checkTable(read({ ...tables[0], rows, from: '2026-01-01' }))).toEqual([])
  })
})
