/**
 * Commitments: what an applicant may promise so that work can go on before a paper is there or a condition is met.
 */

import type { Condition } from '../../rules/index.ts'
import { neededConditionAt } from '../reading/condition-entry.ts'
import {
  type Entry,
  entriesAt,
  entryAt,
  ifGiven,
  oneOf,
  onlyFields,
  textAt,
  type Wording,
  wholeAt,
  wordingAt,
} from '../reading/entry.ts'
import { type Provenance, provenanceOf } from '../reading/provenance.ts'

/** `paper-late` (容缺): the fact exists, its paper follows. `condition-promised` (告知承诺): the condition itself is promised. */
export type CommitmentKind = 'paper-late' | 'condition-promised'

/** By when the promise must be kept: within days, or before a stage of the works. */
export type MakeUp = Provenance &
  (
    | {
        readonly kind: 'days'
        /** whole, 1 or more */
        readonly value: number
        readonly unit: 'working-days' | 'natural-days'
        /** counted from the day it was signed, or from the day of the permit */
        readonly from: 'signing' | 'permit'
      }
    | { readonly kind: 'milestone'; readonly until: Wording }
  )

/** What must be true before the commitment may be signed, and the sentence that says so. */
export interface Guard extends Provenance {
  readonly when: Condition
  readonly sentence: Wording
}

/** What follows when the promise is not kept: the application lapses, or the permit is rectified and then revoked. */
export type Lapse = 'deemed-withdrawn' | 'rectified-then-revoked'

/** A promise that a project may make. */
export interface Commitment extends Provenance {
  readonly id: string
  readonly name: Wording
  readonly kind: CommitmentKind
  /** id of the service it is made for */
  readonly service: string
  readonly makeUp: MakeUp
  readonly guards: readonly Guard[]
  readonly lapse: Lapse
  readonly basis: string
}

/** Reads a commitment; what is wrong with it is noted in the entry. */
export function readCommitment(entry: Entry): Commitment {
  onlyFields(entry, 'id name kind service makeUp guards lapse basis source mark')
  return {
    id: textAt(entry, 'id'),
    name: wordingAt(entry, 'name'),
    kind: oneOf(entry, 'kind', ['paper-late', 'condition-promised']),
    service: textAt(entry, 'service'),
    makeUp: readMakeUp(entryAt(entry, 'makeUp')),
    guards: entriesAt(entry, 'guards').map(readGuard),
    lapse: oneOf(entry, 'lapse', ['deemed-withdrawn', 'rectified-then-revoked']),
    basis: textAt(entry, 'basis'),
    ...provenanceOf(entry),
  }
}

function readMakeUp(entry: Entry): MakeUp {
  onlyFields(entry, 'value unit from until source mark')
  const until = ifGiven(entry, 'until', wordingAt)
  if (until) return { kind: 'milestone', until, ...provenanceOf(entry) }
  return {
    kind: 'days',
    value: wholeAt(entry, 'value'),
    unit: oneOf(entry, 'unit', ['working-days', 'natural-days']),
    from: oneOf(entry, 'from', ['signing', 'permit']),
    ...provenanceOf(entry),
  }
}

function readGuard(entry: Entry): Guard {
  onlyFields(entry, 'when sentence source mark')
  return {
    when: neededConditionAt(entry, 'when'),
    sentence: wordingAt(entry, 'sentence'),
    ...provenanceOf(entry),
  }
}
