/**
 * Outputs: what a service gives, such as a permit or a receipt, and for how long it is valid.
 */

import {
  type Entry,
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

/** What kind of thing is given. */
export type OutputKind = 'permit' | 'certificate' | 'opinion' | 'receipt' | 'contract' | 'report'

/** For how long an output is valid, and what keeps it so. */
export interface Validity extends Provenance {
  /** in `unit`, whole, 1 or more */
  readonly value: number
  readonly unit: 'years' | 'months'
  readonly note?: Wording | undefined
}

/** What a service gives. */
export interface Output {
  readonly id: string
  readonly name: Wording
  readonly kind: OutputKind
  readonly validity?: Validity | undefined
}

/** Reads an output; what is wrong with it is noted in the entry. */
export function readOutput(entry: Entry): Output {
  onlyFields(entry, 'id name kind validity')
  return {
    id: textAt(entry, 'id'),
    name: wordingAt(entry, 'name'),
    kind: oneOf(entry, 'kind', ['permit', 'certificate', 'opinion', 'receipt', 'contract', 'report']),
    validity: ifGiven(entry, 'validity', validityAt),
  }
}

function validityAt(parent: Entry, field: string): Validity {
  const entry = entryAt(parent, field)
  onlyFields(entry, 'value unit note source mark')
  return {
    value: wholeAt(entry, 'value'),
    unit: oneOf(entry, 'unit', ['years', 'months']),
    note: ifGiven(entry, 'note', wordingAt),
    ...provenanceOf(entry),
  }
}
