/**
 * What `npm run bench` measures of the rules: each function does one explained evaluation.
 */

import {
  checkTable,
  decide,
  evaluate,
  type Facts,
  parseCondition,
  parseTable,
  type ReadTable,
} from './index.ts'

const facts: Facts = {
  行业: '餐饮',
  invest: { kind: 'enterprise', amount: 5000 },
  'area.m2': 520,
  foreign: false,
}

function asked(text: string, known: Facts): () => unknown {
  const condition = parseCondition(text)
  if (!condition.ok) throw new Error(`broken promise: ${text} can be read`)
  const { value } = condition
  return () => evaluate(value, known)
}

/** Sixty rows: twenty bands of area, three uses. */
function sixtyRows(): ReadTable {
  const uses = ['"餐饮"', '"零售"', 'not("餐饮","零售")']
  const rows = Array.from({ length: 60 }, (_row, index) => ({
    id: `r${index}`,
    when: [`[${Math.floor(index / 3) * 100}..${Math.floor(index / 3) * 100 + 100})`, uses[index % 3]],
    // oxlint-disable-next-line unicorn/no-thenable -- content says "then"
    then: { level: index },
    basis: 'article',
    source: 'statute',
    mark: 'G',
  }))
  const inputs = [
    { expression: 'area.m2', label: 'area', unit: 'm2', allowed: '[0..2000)' },
    { expression: '行业', label: 'use' },
  ]
  const table = parseTable({
    id: 'sixty',
    hitPolicy: 'unique',
    from: '2026-01-01',
    inputs,
    outputs: ['level'],
    rows,
  })
  if (!table.ok) throw new Error('broken promise: the table can be read')
  return table.value
}

const sixty = sixtyRows()

/** One evaluation each, by name. */
export const benches: Readonly<Record<string, () => unknown>> = {
  'condition of one part': asked('area.m2 > 500', facts),
  'condition of four parts': asked(
    '行业 in ("餐饮", "零售") and area.m2 > 500 and invest.amount between 1 and 9999 and not(foreign)',
    facts,
  ),
  'condition with a fact not known': asked('missing > 3 or area.m2 > 900', facts),
  'condition with decimals': asked('invest.amount * 0.05 + 0.1 > 250.1 or area.m2 = 520', facts),
  'table of 60 rows': () => decide(sixty, facts),
  'check of a table of 60 rows': () => checkTable(sixty),
}
