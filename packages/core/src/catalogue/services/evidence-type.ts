/**
 * Evidence types: kinds of material that services ask for, each under one id however many services ask for it.
 */

import { type Entry, idsAt, oneOf, onlyFields, textAt, type Wording, wordingAt } from '../reading/entry.ts'
import { type Provenance, provenanceOf } from '../reading/provenance.ts'

/** What evidence is: a form to fill in, a written document, drawings, data, or a certificate of an authority. */
export type EvidenceForm = 'form' | 'document' | 'drawings' | 'data' | 'certificate'

/** A kind of material. */
export interface EvidenceType {
  readonly id: string
  readonly name: Wording
  readonly form: EvidenceForm
  /** ids of registers that can supply it */
  readonly registers: readonly string[]
  /** ids of outputs: it is one of these, given by a service of this catalogue */
  readonly outputs: readonly string[]
}

/** A shared register that can be asked in place of the applicant. */
export interface Register extends Provenance {
  readonly id: string
  readonly name: Wording
}

/** Reads an evidence type; what is wrong with it is noted in the entry. */
export function readEvidenceType(entry: Entry): EvidenceType {
  onlyFields(entry, 'id name form registers outputs')
  return {
    id: textAt(entry, 'id'),
    name: wordingAt(entry, 'name'),
    form: oneOf(entry, 'form', ['document', 'form', 'drawings', 'data', 'certificate']),
    registers: idsAt(entry, 'registers'),
    outputs: idsAt(entry, 'outputs'),
  }
}

/** Reads a register; what is wrong with it is noted in the entry. */
export function readRegister(entry: Entry): Register {
  onlyFields(entry, 'id name source mark')
  return { id: textAt(entry, 'id'), name: wordingAt(entry, 'name'), ...provenanceOf(entry) }
}
