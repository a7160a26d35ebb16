/**
 * Special procedures: expert reviews, hearings, publications, whose time is left out of the committed time.
 */

import type { Condition } from '../../rules/index.ts'
import { conditionAt } from '../reading/condition-entry.ts'
import { type Entry, ifGiven, onlyFields, textAt, type Wording, wordingAt } from '../reading/entry.ts'
import { type Provenance, provenanceOf } from '../reading/provenance.ts'
import { type ServiceTime, serviceTimeAt } from './service-time.ts'

/** A procedure whose time does not count against the committed time. */
export interface ExcludedProcedure extends Provenance {
  /** unique within its service */
  readonly id: string
  readonly name: Wording
  /** how long it may take; absent where no limit was found */
  readonly limit?: ServiceTime | undefined
  /** takes place only where this is true; absent = the authority decides */
  readonly when?: Condition | undefined
}

/** Reads a special procedure; what is wrong with it is noted in the entry. */
export function readExcludedProcedure(entry: Entry): ExcludedProcedure {
  onlyFields(entry, 'id name limit when source mark')
  return {
    id: textAt(entry, 'id'),
    name: wordingAt(entry, 'name'),
    limit: ifGiven(entry, 'limit', serviceTimeAt),
    when: conditionAt(entry, 'when'),
    ...provenanceOf(entry),
  }
}
