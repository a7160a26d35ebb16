/**
 * The secret links of needs and of renewals: one key for both, with tokens of their own for each purpose.
 */

import { newSalt, openSecretTokens } from '../../platform/secret-links.ts'

/** Makes links and makes them again. */
export interface SpaceLinks {
  /** salt and hash of a new link, to be kept in its row */
  readonly newLink: () => { readonly link_salt: string; readonly token_hash: string }
  readonly tokenOf: (salt: string) => string
  readonly urlOf: (salt: string) => string
}

/** Links of one purpose, to pages under `base`. */
export function openSpaceLinks(keysFolder: string, purpose: string, base: string): SpaceLinks {
  const { tokenOf, tokenHashOf } = openSecretTokens(keysFolder, 'space-links')
  const saltOf = (salt: string) => `${purpose} ${salt}`
  return {
    newLink: () => {
      const salt = newSalt()
      return { link_salt: salt, token_hash: tokenHashOf(saltOf(salt)) }
    },
    tokenOf: (salt) => tokenOf(saltOf(salt)),
    urlOf: (salt) => `${base}/${tokenOf(saltOf(salt))}`,
  }
}
