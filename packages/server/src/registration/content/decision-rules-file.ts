/**
 * `registration/decision-checks.yaml`: the checks of the automatic decision with their conditions, articles and limits.
 */

import {
  checkIds,
  type DecisionRules,
  type ReadDecisionRules,
  readDecisionRules,
} from '@guanjia/core/registration'
import {
  array,
  enum as choice,
  iso,
  looseObject,
  number,
  object,
  record,
  string,
  union,
  type ZodType,
} from 'zod'

const mark = choice(['S', 'G', 'U'])

const reason = object({
  when: string().min(1),
  of: string().optional(),
  outcome: choice(['wait', 'human', 'reject']),
  text: string().min(1),
  mend: string().min(1),
  article: string().optional(),
  mark: mark.optional(),
})

const decisionRules = looseObject({
  version: string().min(1),
  from: iso.date(),
  limits: record(
    string(),
    object({ value: union([number().int(), array(string())]), unit: string(), source: string(), mark }),
  ),
  notKnown: object({ text: string().min(1), mend: string().min(1) }),
  relatedDivisions: record(string(), array(string())),
  checks: array(
    object({
      id: choice(checkIds),
      title: string(),
      article: string(),
      mark,
      reasons: record(string(), reason),
    }),
  ),
}) as unknown as ZodType<DecisionRules>

/** Rules from a file or from what was kept with a decision; throws with every finding where they cannot be read. */
export function decisionRulesFrom(value: unknown): ReadDecisionRules {
  const read = readDecisionRules(decisionRules.parse(value))
  if (!read.ok) throw new Error(`the checks of the decision cannot be read: ${JSON.stringify(read.because)}`)
  return read.value
}
