/**
 * Secret links that need no log-in. The token of a link is kept nowhere: it follows from a salt in the row and a key of the
 * key folder, so that a link can be told again to whom it belongs, and a copy of the database opens none.
 */

import { createHash, createHmac, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { readOrCreateSecret } from '../../platform/signing/index.ts'

/** Makes links and makes them again. */
export interface SpaceLinks {
  /** salt and hash of a new link, to be kept in its row */
  readonly newLink: () => { readonly link_salt: string; readonly token_hash: string }
  readonly tokenOf: (salt: string) => string
  readonly urlOf: (salt: string) => string
}

const keyBytes = 32
/** 96 bits: short enough for a link that fits into one SMS */
const tokenBytes = 12

/** Hash under which a token is found. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Links of one purpose, to pages under `base`; the key is made where there is none. */
export function openSpaceLinks(keyFolder: string, purpose: string, base: string): SpaceLinks {
  const path = join(keyFolder, 'space-links.key')
  const key = Buffer.from(
    readOrCreateSecret(path, () => randomBytes(keyBytes).toString('hex')),
    'hex',
  )
  const tokenOf = (salt: string) =>
    createHmac('sha256', key)
      .update(`${purpose} ${salt}`)
      .digest()
      .subarray(0, tokenBytes)
      .toString('base64url')
  return {
    newLink: () => {
      const salt = randomBytes(16).toString('hex')
      return { link_salt: salt, token_hash: tokenHash(tokenOf(salt)) }
    },
    tokenOf,
    urlOf: (salt) => `${base}/${tokenOf(salt)}`,
  }
}
