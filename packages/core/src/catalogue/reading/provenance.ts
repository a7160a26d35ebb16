/**
 * Where a figure or a sentence of content comes from, and how sure that is.
 */

import { type Entry, entriesAt, oneOf, onlyFields, textAt, type Wording, wordingAt } from './entry.ts'

/** How sure a source is: S read in the source, G general knowledge, U to be confirmed. */
export type Mark = 'S' | 'G' | 'U'

/** Where something was found. */
export interface Provenance {
  readonly source: string
  readonly mark: Mark
}

/** A sentence for people, with where it was found. */
export interface Remark extends Provenance {
  readonly text: Wording
}

/** Reads the mark that stands in an entry. */
export function markOf(entry: Entry): Mark {
  return oneOf(entry, 'mark', ['S', 'G', 'U'])
}

/** Reads the source and the mark that stand in an entry. */
export function provenanceOf(entry: Entry): Provenance {
  return { source: textAt(entry, 'source'), mark: markOf(entry) }
}

/** Reads a list of remarks. */
export function remarksAt(entry: Entry, field: string): readonly Remark[] {
  return entriesAt(entry, field).map((remark) => {
    onlyFields(remark, 'text source mark')
    return { text: wordingAt(remark, 'text'), ...provenanceOf(remark) }
  })
}
