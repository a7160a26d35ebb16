/**
 * Secret links that need no log-in. The token of a link is kept nowhere: it follows from a salt in the row and a key of the
 * key folder, so that a link can be told again to whom it belongs, and a copy of the database opens none.
 */

import { createHash, createHmac, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { readOrCreateSecret } from './signing/index.ts'

/** Makes tokens and makes them again. */
export interface SecretTokens {
  readonly tokenOf: (salt: string) => string
  /** what of the token is kept in the table to find it by */
  readonly tokenHashOf: (salt: string) => string
}

/** Makes links and makes them again. */
export interface SecretLinks extends SecretTokens {
  /** a salt for a new link */
  readonly newSalt: () => string
  readonly urlOf: (salt: string) => string
}

const keyBytes = 32
/** 96 bits: short enough for a link that fits into one SMS */
const fewBytes = 12

/** Tokens by the key of a name, which is made where there is none. */
export function openSecretTokens(keysFolder: string, name: string, bytes = fewBytes): SecretTokens {
  const path = join(keysFolder, `${name}.key`)
  const key = Buffer.from(
    readOrCreateSecret(path, () => randomBytes(keyBytes).toString('hex')),
    'hex',
  )
  const tokenOf = (salt: string) =>
    createHmac('sha256', key).update(salt).digest().subarray(0, bytes).toString('base64url')
  return { tokenOf, tokenHashOf: (salt) => tokenHash(tokenOf(salt)) }
}

/** Links to pages under `base`, by the key of a name. */
export function openSecretLinks(keysFolder: string, name: string, base: string): SecretLinks {
  const tokens = openSecretTokens(keysFolder, name)
  return { ...tokens, newSalt, urlOf: (salt) => `${base}/${tokens.tokenOf(salt)}` }
}

/** A salt of chance. */
export function newSalt(): string {
  return randomBytes(16).toString('hex')
}

/** Hash under which a token is found. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
