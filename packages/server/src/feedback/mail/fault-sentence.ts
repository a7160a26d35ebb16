/**
 * What broke, in a sentence that may be kept and shown: what a server or a driver says may hold an address.
 */

import { withoutPersonalData } from '../../platform/operations/without-personal-data.ts'

const mostCharacters = 200

/** The sentence of an error, short and without anything personal. */
export function faultSentence(error: unknown): string {
  const sentence = error instanceof Error ? error.message : String(error)
  return withoutPersonalData(sentence).slice(0, mostCharacters)
}
