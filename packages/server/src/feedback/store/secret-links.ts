/**
 * Secret links that need no log-in: the token follows from a salt in the row and a key of the key folder, so that a link can
 * be told again to whom it belongs, and a copy of the database opens none.
 */

import { createHash, createHmac, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { readOrCreateSecret } from '../../platform/signing/index.ts'

/** Makes links and makes them again. */
export interface SecretLinks {
  readonly newSalt: () => string
  readonly urlOf: (salt: string) => string
  /** what of the link is kept in the table to find it by */
  readonly tokenHashOf: (salt: string) => string
}

const keyBytes = 32
/** 96 bits: short enough for a link that fits into one SMS */
const tokenBytes = 12

/** Links to pages under `base`, by the key of a name; the key is made where there is none. */
export function openSecretLinks(keyFolder: string, name: string, base: string): SecretLinks {
  const path = join(keyFolder, `${name}.key`)
  const key = Buffer.from(
    readOrCreateSecret(path, () => randomBytes(keyBytes).toString('hex')),
    'hex',
  )
  const tokenOf = (salt: string) =>
    createHmac('sha256', key).update(salt).digest().subarray(0, tokenBytes).toString('base64url')
  return {
    newSalt: () => randomBytes(16).toString('hex'),
    urlOf: (salt) => `${base}/${tokenOf(salt)}`,
    tokenHashOf: (salt) => tokenHash(tokenOf(salt)),
  }
}

/** Hash under which a token is found. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
