import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { DecisionRules, ReasonRule } from './decision-rules.ts'
import { type DecisionRuleFinding, readDecisionRules } from './read-decision-rules.ts'

const content = new URL('../../../../../content/qingdao/registration/decision-checks.yaml', import.meta.url)
const rules = parse(readFileSync(content, 'utf8')) as DecisionRules

/** The rules with one reason changed. */
function changed(id: string, code: string, reason: Partial<ReasonRule>): DecisionRules {
  const checks = rules.checks.map((check) => {
    const rule = check.reasons[code]
    if (check.id !== id || rule === undefined) return check
    return { ...check, reasons: { ...check.reasons, [code]: { ...rule, ...reason } } }
  })
  return { ...rules, checks }
}

function codesOf(of: DecisionRules): readonly string[] {
  const read = readDecisionRules(of)
  if (read.ok) return []
  return (read.because['findings'] as readonly DecisionRuleFinding[]).map(({ code }) => code)
}

describe(readDecisionRules, () => {
  it('reads the rules of the zone, and pins them by a digest that any change moves', () => {
    const read = readDecisionRules(rules)
    const other = readDecisionRules(changed('Q12', 'own-articles', { mend: '请与登记人员联系' }))
    expect(read.ok && other.ok && read.value.digest !== other.value.digest).toBe(true)
    expect(read.ok && Object.keys(read.value.checks)).toHaveLength(16)
  })
  it('gives a check the weakest mark of its own and of the limits it compares with', () => {
    const read = readDecisionRules(rules)
    expect(read.ok && [read.value.checks.Q3.mark, read.value.checks.Q15.mark]).toEqual(['S', 'U'])
  })
  it.each<[string, DecisionRules, string]>([
    [
      'a condition that is no condition',
      changed('Q12', 'own-articles', { when: 'not(model' }),
      'condition-not-readable',
    ],
    [
      'a fact that the check does not measure',
      changed('Q12', 'own-articles', { when: 'modell' }),
      'condition-not-readable',
    ],
    [
      'a limit that is not there',
      changed('Q3', 'under-age', { when: 'age < limits.age' }),
      'condition-not-readable',
    ],
    ['a list that the check does not have', changed('Q3', 'under-age', { of: 'persons' }), 'list-unknown'],
    [
      'a blank that nothing fills',
      changed('Q12', 'own-articles', { text: '章程{version}' }),
      'blank-unknown',
    ],
    ['a check left out', { ...rules, checks: rules.checks.slice(1) }, 'check-missing'],
    [
      'a check written twice',
      { ...rules, checks: [...rules.checks, ...rules.checks.slice(0, 1)] },
      'check-twice',
    ],
    [
      'a limit nobody compares with',
      { ...rules, limits: { ...rules.limits, spare: { value: 1, unit: '户', source: 'x', mark: 'U' } } },
      'limit-unused',
    ],
  ])('finds %s', (_what, wrong, code) => {
    expect(codesOf(wrong)).toContain(code)
  })
})
