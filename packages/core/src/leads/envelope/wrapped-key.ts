/**
 * A private key under a secret its owner holds: the reporter's under the receipt code, a handler's under a passphrase. The
 * server keeps it and can do nothing with it.
 */

import { decodeBase64, encodeBase64 } from '../../ledger/index.ts'
import { type Bytes, joined, randomBytes, type WebCrypto } from './web-crypto.ts'

const nonceBytes = 12

/**
 * Wraps a private key (PKCS #8).
 *
 * @param secret - 32 bytes, derived by the caller from code or passphrase
 * @returns nonce, cipher text and tag in Base64
 */
export async function wrapPrivateKey(crypto: WebCrypto, secret: Bytes, privateKey: Bytes): Promise<string> {
  const iv = randomBytes(crypto, nonceBytes)
  const key = await crypto.subtle.importKey('raw', secret, { name: 'AES-GCM' }, false, ['encrypt'])
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, privateKey)
  return encodeBase64(joined(iv, new Uint8Array(sealed)))
}

/** The private key; undefined where the secret is another. */
export async function unwrapPrivateKey(
  crypto: WebCrypto,
  secret: Bytes,
  wrapped: string,
): Promise<Bytes | undefined> {
  const bytes = decodeBase64(wrapped)
  if (bytes === undefined) return undefined
  const iv = bytes.slice(0, nonceBytes)
  try {
    const key = await crypto.subtle.importKey('raw', secret, { name: 'AES-GCM' }, false, ['decrypt'])
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, bytes.slice(nonceBytes))
    return new Uint8Array(plain)
  } catch {
    return undefined
  }
}
