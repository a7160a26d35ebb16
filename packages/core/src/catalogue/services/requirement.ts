/**
 * Requirements: the evidence that a service asks for.
 */

import type { Condition } from '../../rules/index.ts'
import { conditionAt } from '../reading/condition-entry.ts'
import {
  type Entry,
  ifGiven,
  oneOf,
  onlyFields,
  textAt,
  truthAt,
  type Wording,
  wordingAt,
} from '../reading/entry.ts'

/**
 * Where evidence comes from: a shared `register`, what the house has `kept` from an earlier service, or the `applicant`.
 * What a register or the house can supply is not asked of the applicant.
 */
export type EvidenceSource = 'register' | 'kept' | 'applicant'

/** Evidence that a service asks for, when, and from where. */
export interface Requirement {
  /** id of an evidence type */
  readonly type: string
  readonly source: EvidenceSource
  /** asked for only where this is true; absent = always */
  readonly when?: Condition | undefined
  /** whether it may be handed in later against a promise (容缺) */
  readonly mayFollow: boolean
  readonly note?: Wording | undefined
}

/** Reads a requirement; what is wrong with it is noted in the entry. */
export function readRequirement(entry: Entry): Requirement {
  onlyFields(entry, 'type source when mayFollow note')
  return {
    type: textAt(entry, 'type'),
    source: oneOf(entry, 'source', ['applicant', 'register', 'kept']),
    when: conditionAt(entry, 'when'),
    mayFollow: truthAt(entry, 'mayFollow'),
    note: ifGiven(entry, 'note', wordingAt),
  }
}
