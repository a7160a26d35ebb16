/**
 * The port through which an applicant signs. In earnest an electronic signature service stands behind it, with the key in
 * the signer's hands; the development driver keeps a real Ed25519 key for each person.
 */

import { createHmac, createPrivateKey, createPublicKey, type KeyObject, randomBytes, sign } from 'node:crypto'
import { join } from 'node:path'
import { readOrCreateSecret } from '../key-file.ts'

/** A signature with everything needed to check it. */
export interface ApplicantSignature {
  readonly algorithm: 'Ed25519'
  readonly keyId: string
  /** raw, 32 bytes */
  readonly publicKey: Uint8Array
  /** 64 bytes */
  readonly signature: Uint8Array
}

/** Signs with the key of one person. */
export interface ApplicantSigner {
  readonly sign: (personId: string, bytes: Uint8Array) => Promise<ApplicantSignature>
}

/** The fixed head of an Ed25519 private key in PKCS #8 form. @see RFC 8410 section 7 */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex')
const rawPublicKeyLength = 32

/** One key a person, derived from a secret; for development and demonstration only. */
export function developmentSigner(secret: Uint8Array): ApplicantSigner {
  return {
    sign: async (personId, bytes) => {
      const key = keyOf(secret, personId)
      const publicKey = createPublicKey(key)
        .export({ format: 'der', type: 'spki' })
        .subarray(-rawPublicKeyLength)
      return {
        algorithm: 'Ed25519',
        keyId: `person:${personId}`,
        publicKey,
        signature: sign(null, bytes, key),
      }
    },
  }
}

function keyOf(secret: Uint8Array, personId: string): KeyObject {
  const seed = createHmac('sha256', secret).update(personId).digest()
  return createPrivateKey({ key: Buffer.concat([pkcs8Head, seed]), format: 'der', type: 'pkcs8' })
}

/** The development signer over a secret kept in a folder. */
export function openDevelopmentSigner(folder: string): ApplicantSigner {
  const secret = readOrCreateSecret(join(folder, 'applicant-signer.secret'), () =>
    randomBytes(32).toString('hex'),
  )
  return developmentSigner(Buffer.from(secret, 'hex'))
}
