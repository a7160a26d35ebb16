/**
 * A service as people read it: texts in the language of the request, every figure with its unit, source and mark.
 */

import { array, boolean, enum as choice, int, iso, nullable, object, string } from 'zod'

export const mark = choice(['S', 'G', 'U'])
export const serviceKind = choice([
  'permit',
  'approval',
  'record',
  'confirmation',
  'review',
  'utility',
  'agency-work',
  'tender',
  'fee',
])

const timeUnit = choice(['working-days', 'natural-days', 'at-once', 'none'])

export const serviceTime = object({
  value: int(),
  unit: timeUnit,
  extension: nullable(object({ value: int(), unit: timeUnit, note: string() })),
  note: nullable(string()),
  source: string(),
  mark,
})

const named = object({ id: string(), name: string() })

const evidence = object({
  id: string(),
  name: string(),
  form: choice(['form', 'document', 'drawings', 'data', 'certificate']),
  source: choice(['register', 'kept', 'applicant']),
  /** registers that supply it */
  registers: array(string()),
  /** services that give it */
  givenBy: array(named),
  /** in which case it is asked for, in words; null = always */
  when: nullable(string()),
  mayFollow: boolean(),
  note: nullable(string()),
})

const output = object({
  name: string(),
  validity: nullable(
    object({
      value: int(),
      unit: choice(['years', 'months']),
      note: nullable(string()),
      source: string(),
      mark,
    }),
  ),
})

/** One line of the list of services. */
export const serviceLine = object({
  id: string(),
  name: string(),
  kind: serviceKind,
  stage: int(),
  authority: string(),
  committed: serviceTime,
  mark,
})

/** Everything about one service. */
export const serviceGuide = object({
  /** number of the version of the catalogue */
  version: int(),
  effectiveOn: iso.date(),
  id: string(),
  name: string(),
  kind: serviceKind,
  stage: object({ stage: int(), name: string() }),
  group: nullable(string()),
  authorities: array(string()),
  /** in which case a project needs it: in words, and as the rule is written; null = every project */
  when: nullable(object({ words: string(), expression: string() })),
  legalBasis: array(object({ statute: string(), article: string(), from: nullable(iso.date()), mark })),
  statutory: serviceTime,
  committed: serviceTime,
  oneTimeNotice: nullable(serviceTime),
  makeUp: nullable(serviceTime),
  excluded: array(
    object({
      name: string(),
      limit: nullable(serviceTime),
      when: nullable(string()),
      source: string(),
      mark,
    }),
  ),
  evidence: array(evidence),
  byCommitment: nullable(object({ note: nullable(string()), source: string(), mark })),
  outputs: array(output),
  after: array(object({ anyOf: array(named), reason: nullable(string()) })),
  before: array(named),
  notes: array(object({ text: string(), source: string(), mark })),
  source: string(),
  mark,
})
