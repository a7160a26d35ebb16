/**
 * Outputs: what a service gives, such as a licence or a receipt.
 */

import { type Entry, oneOf, textAt, type Wording, wordingAt } from './entry.ts'

/** What kind of thing is given. */
export type OutputKind = 'licence' | 'permit' | 'certificate' | 'receipt' | 'reply'

/** What a service gives. */
export interface Output {
  readonly id: string
  readonly name: Wording
  readonly kind: OutputKind
}

/** Reads an output; what is wrong with it is noted in the entry. */
export function readOutput(entry: Entry): Output {
  return {
    id: textAt(entry, 'id'),
    name: wordingAt(entry, 'name'),
    kind: oneOf(entry, 'kind', ['licence', 'permit', 'certificate', 'receipt', 'reply']),
  }
}
