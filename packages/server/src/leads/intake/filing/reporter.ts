/**
 * Does in memory what a browser without scripts cannot: makes the code and the keys of a reporter, opens their mail, seals.
 * Nothing of it outlives the answer; the page says so before anything is written.
 */

import { webcrypto } from 'node:crypto'
import { assert } from '@guanjia/core/kernel'
import {
  codeChanceBytes,
  keyIdOf,
  makeKeyPair,
  type Opener,
  receiptCode,
  receiptSecrets,
  unwrapPrivateKey,
  wrapPrivateKey,
} from '@guanjia/core/leads'

/** A new reporter. */
export interface NewReporter {
  readonly code: string
  readonly lookup: string
  readonly keys: { readonly keyId: string; readonly publicKey: string; readonly wrappedKey: string }
}

/** Makes a code, a pair of keys, and wraps the private one under the code. */
export async function makeReporter(): Promise<NewReporter> {
  const code = receiptCode(webcrypto.getRandomValues(new Uint8Array(codeChanceBytes)))
  assert(code !== undefined, '64 bytes of chance hold 19 symbols')
  const { lookup, keySecret } = await receiptSecrets(webcrypto, code)
  const { publicKey, privateKey } = await makeKeyPair(webcrypto)
  const wrappedKey = await wrapPrivateKey(webcrypto, keySecret, privateKey)
  privateKey.fill(0)
  const keyId = await keyIdOf(webcrypto, publicKey)
  return { code, lookup, keys: { keyId, publicKey: Buffer.from(publicKey).toString('base64'), wrappedKey } }
}

/** The reporter behind a code, from what is kept; undefined where the code is another. */
export async function openReporter(
  code: string,
  { keyId, publicKey, wrappedKey }: NewReporter['keys'],
): Promise<Opener | undefined> {
  const { keySecret } = await receiptSecrets(webcrypto, code)
  const privateKey = await unwrapPrivateKey(webcrypto, keySecret, wrappedKey)
  return privateKey && { keyId, publicKey, privateKey }
}
