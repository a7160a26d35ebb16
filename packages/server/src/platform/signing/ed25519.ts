/**
 * Checks Ed25519 signatures with Node, for the verifying functions of core.
 */

import { createPublicKey, verify } from 'node:crypto'

/** The fixed head of an Ed25519 public key in SubjectPublicKeyInfo form. @see RFC 8410 section 4 */
const spkiHead = Buffer.from('302a300506032b6570032100', 'hex')

/** Whether `signature` was made over `message` with this raw 32-byte key. */
export function verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== 32 || signature.length !== 64) return false
  const key = createPublicKey({ key: Buffer.concat([spkiHead, publicKey]), format: 'der', type: 'spki' })
  return verify(null, message, key, signature)
}
