/**
 * Derived facts: attributes that rules compute from plainer ones, so that nobody is asked whether works are "special".
 */

import type { Condition } from '../../rules/index.ts'
import { neededConditionAt } from '../reading/condition-entry.ts'
import {
  type Entry,
  entriesAt,
  ifGiven,
  onlyFields,
  textAt,
  type Wording,
  wordingAt,
} from '../reading/entry.ts'
import { type Provenance, provenanceOf } from '../reading/provenance.ts'

/** What a rule gives: a truth, or one of the choices of the attribute. */
export type DerivedValue = boolean | string

/** One rule: the value the attribute has where the condition is true. */
export interface DerivationRule extends Provenance {
  readonly when: Condition
  readonly value: DerivedValue
  /** the article, in words */
  readonly basis: string
}

/**
 * How an attribute follows from others. The first rule that is true gives the value; where none is, `otherwise`, and where
 * there is none of that either the attribute is asked for.
 */
export interface DerivedFact extends Provenance {
  /** id of the attribute */
  readonly gives: string
  readonly name: Wording
  readonly rules: readonly DerivationRule[]
  readonly otherwise?: DerivedValue | undefined
  /** the article, in words */
  readonly basis: string
}

/** Reads a derived fact; what is wrong with it is noted in the entry. */
export function readDerivedFact(entry: Entry): DerivedFact {
  onlyFields(entry, 'gives name rules otherwise basis source mark')
  return {
    gives: textAt(entry, 'gives'),
    name: wordingAt(entry, 'name'),
    rules: entriesAt(entry, 'rules').map(readRule),
    otherwise: ifGiven(entry, 'otherwise', valueAt),
    basis: textAt(entry, 'basis'),
    ...provenanceOf(entry),
  }
}

function readRule(entry: Entry): DerivationRule {
  onlyFields(entry, 'when value basis source mark')
  return {
    when: neededConditionAt(entry, 'when'),
    value: valueAt(entry, 'value'),
    basis: textAt(entry, 'basis'),
    ...provenanceOf(entry),
  }
}

function valueAt(entry: Entry, field: string): DerivedValue {
  const value = entry.fields[field]
  return typeof value === 'boolean' ? value : textAt(entry, field)
}
