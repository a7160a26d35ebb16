/**
 * The identity of a reporter who gives a name: the content key is split in two shares, one sealed to the handlers, one to the
 * keepers. Neither share says anything alone, so it takes one of each to know who it was.
 */

import type { EnvelopePlace, Reader, Wrap } from './envelope.ts'
import { openContent, sealContent, wrapKey } from './envelope.ts'
import { type Bytes, randomBytes, type WebCrypto } from './web-crypto.ts'

/** An envelope that only two people open together. */
export interface SplitEnvelope {
  readonly content: string
  /** first share, one wrap a handler */
  readonly handlerWraps: readonly Wrap[]
  /** second share, one wrap a keeper */
  readonly keeperWraps: readonly Wrap[]
}

/** Those who each hold one half. */
export interface Halves {
  readonly handlers: readonly Reader[]
  readonly keepers: readonly Reader[]
}

/** Seals a text so that a handler and a keeper open it together. */
export async function sealSplit(
  crypto: WebCrypto,
  place: EnvelopePlace,
  plain: Bytes,
  { handlers, keepers }: Halves,
): Promise<SplitEnvelope> {
  const first = randomBytes(crypto, 32)
  const second = randomBytes(crypto, 32)
  return {
    content: await sealContent(crypto, place, together(first, second), plain),
    handlerWraps: await wrapKey(crypto, place, first, handlers),
    keeperWraps: await wrapKey(crypto, place, second, keepers),
  }
}

/** The text, from the two shares that `unwrapKey` gave; undefined where one of them is not of this envelope. */
export async function openSplit(
  crypto: WebCrypto,
  place: EnvelopePlace,
  content: string,
  shares: readonly [Bytes, Bytes],
): Promise<Bytes | undefined> {
  return await openContent(crypto, place, together(...shares), content)
}

function together(first: Bytes, second: Bytes): Bytes {
  return first.map((byte, at) => byte ^ (second[at] ?? 0))
}
