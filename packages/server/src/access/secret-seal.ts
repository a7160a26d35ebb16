/**
 * Seals a secret that must be read again (the secret of an authenticator), so that a copy of the database alone is worth
 * nothing. AES-256-GCM; the key lies in the key folder, and a sealed text opens for its owner alone.
 */

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { readOrCreateSecret } from '../platform/signing/index.ts'

/** Seals and opens. */
export interface SecretSeal {
  readonly seal: (secret: string, owner: string) => string
  /** throws where the text was touched, is another owner's, or was sealed with another key */
  readonly open: (sealed: string, owner: string) => string
}

const head = 'v1.'
const algorithm = 'aes-256-gcm'
const keyBytes = 32
const nonceBytes = 12
const tagBytes = 16

/** The seal over the key in a folder; the key is made where there is none. */
export function openSecretSeal(folder: string): SecretSeal {
  const path = join(folder, 'staff-secrets.key')
  return secretSeal(
    Buffer.from(
      readOrCreateSecret(path, () => randomBytes(keyBytes).toString('hex')),
      'hex',
    ),
  )
}

/** The seal over a key of 32 bytes. */
export function secretSeal(key: Uint8Array): SecretSeal {
  return {
    seal: (secret, owner) => {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(owner))
      const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
      return head + Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url')
    },
    open: (sealed, owner) => {
      if (!isSealed(sealed)) throw new Error('the secret is not sealed')
      const bytes = Buffer.from(sealed.slice(head.length), 'base64url')
      const [nonce, tag] = [bytes.subarray(0, nonceBytes), bytes.subarray(nonceBytes, nonceBytes + tagBytes)]
      const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagBytes })
      decipher.setAAD(Buffer.from(owner)).setAuthTag(tag)
      return (
        decipher.update(bytes.subarray(nonceBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8')
      )
    },
  }
}

/** Whether a text was sealed; secrets kept before there was a seal were not. */
export function isSealed(text: string): boolean {
  return text.startsWith(head)
}
