/**
 * The checks of the automatic decision in a zone's content: every condition readable, over facts that exist, and every
 * sentence filled in from them.
 */

import { type DecisionRuleFinding, type DecisionRules, readDecisionRules } from '@guanjia/core/registration'
import { type ContentFile, type Finding, findingAt, isRecord } from './content-file.ts'

/** Everything that is wrong with `registration/decision-checks.yaml`. */
export function decisionFindings(files: readonly ContentFile[]): readonly Finding[] {
  return files
    .filter(({ place }) => place === 'registration/decision-checks.yaml')
    .flatMap((file) => {
      if (!isShaped(file.value))
        return [findingAt(file, [], 'checks-unshaped', 'There are no limits, or no checks with reasons.')]
      const read = readDecisionRules(file.value)
      if (read.ok) return []
      return (read.because['findings'] as readonly DecisionRuleFinding[]).map(({ path, code, sentence }) =>
        findingAt(file, path, code, sentence),
      )
    })
}

function isShaped(value: unknown): value is DecisionRules {
  if (!isRecord(value) || !isRecord(value['limits']) || !Array.isArray(value['checks'])) return false
  return value['checks'].every(
    (check: unknown) =>
      isRecord(check) &&
      isRecord(check['reasons']) &&
      Object.values(check['reasons']).every(
        (reason) => isRecord(reason) && typeof reason['when'] === 'string',
      ),
  )
}
