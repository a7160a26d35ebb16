/**
 * Evidence types: kinds of material a service may ask for.
 */

import { type Entry, oneOf, textAt, type Wording, wordingAt } from './entry.ts'

/** How evidence comes: on paper, as a file, or fetched by the house itself. */
export type EvidenceForm = 'paper' | 'file' | 'fetched'

/** A kind of material. */
export interface EvidenceType {
  readonly id: string
  readonly name: Wording
  readonly form: EvidenceForm
  /** who issues it, in words */
  readonly issuer: string
}

/** Reads an evidence type; what is wrong with it is noted in the entry. */
export function readEvidenceType(entry: Entry): EvidenceType {
  return {
    id: textAt(entry, 'id'),
    name: wordingAt(entry, 'name'),
    form: oneOf(entry, 'form', ['paper', 'file', 'fetched']),
    issuer: textAt(entry, 'issuer'),
  }
}
