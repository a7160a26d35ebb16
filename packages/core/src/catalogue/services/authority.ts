/**
 * Authorities, and who else answers for a service: utilities, agencies, the project itself.
 */

import { type Entry, onlyFields, textAt, type Wording, wordingAt } from '../reading/entry.ts'
import { type Provenance, provenanceOf } from '../reading/provenance.ts'

/** Who answers for a service. */
export interface Authority extends Provenance {
  readonly id: string
  readonly name: Wording
}

/** Reads an authority; what is wrong with it is noted in the entry. */
export function readAuthority(entry: Entry): Authority {
  onlyFields(entry, 'id name source mark')
  return { id: textAt(entry, 'id'), name: wordingAt(entry, 'name'), ...provenanceOf(entry) }
}
