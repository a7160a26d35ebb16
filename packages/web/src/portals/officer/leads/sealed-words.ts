/**
 * Words sealed and opened in this browser.
 */

import {
  type Envelope,
  type EnvelopePlace,
  type Opener,
  openEnvelope,
  type Reader,
  sealEnvelope,
  type Wrap,
} from '@guanjia/core/leads'

/** Seals words to readers. */
export function sealWords(
  place: EnvelopePlace,
  words: string,
  readers: readonly Reader[],
): Promise<Envelope> {
  return sealEnvelope(crypto, place, new TextEncoder().encode(words), readers)
}

/** The words, with the first of the keys that opens them; undefined where none does. */
export async function openWords(
  place: EnvelopePlace,
  { content, wraps }: { readonly content: string; readonly wraps: readonly Wrap[] },
  openers: readonly Opener[],
): Promise<string | undefined> {
  for (const opener of openers) {
    const plain = await openEnvelope(crypto, place, { content, wraps }, opener)
    if (plain !== undefined) return new TextDecoder().decode(plain)
  }
  return undefined
}
