/**
 * What `npm run bench` measures of the rules: each function does one explained evaluation.
 */

import { evaluate, type Facts, parseCondition } from './index.ts'

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

/** One evaluation each, by name. */
export const benches: Readonly<Record<string, () => unknown>> = {
  'condition of one part': asked('area.m2 > 500', facts),
  'condition of four parts': asked(
    '行业 in ("餐饮", "零售") and area.m2 > 500 and invest.amount between 1 and 9999 and not(foreign)',
    facts,
  ),
  'condition with a fact not known': asked('missing > 3 or area.m2 > 900', facts),
  'condition with decimals': asked('invest.amount * 0.05 + 0.1 > 250.1 or area.m2 = 520', facts),
}
