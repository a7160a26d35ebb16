/**
 * Codes of four digits with which askers who left no phone follow their issue. A code follows from the issue and a key of
 * the key folder, so that it stands in no table and can be told again.
 */

import { openSecretTokens } from '../../platform/secret-links.ts'

/** Tells codes. */
export interface FollowCodes {
  /** as many digits as the end of a phone: wrong guesses rest alike */
  readonly codeOf: (issueId: string) => string
}

const bytes = 8
const codes = 10_000
const digits = 4

/** Codes by the key of the house. */
export function openFollowCodes(keysFolder: string): FollowCodes {
  const { tokenOf } = openSecretTokens(keysFolder, 'follow-codes', bytes)
  return {
    codeOf: (issueId) => {
      const number = Buffer.from(tokenOf(issueId), 'base64url').readBigUInt64BE()
      return String(number % BigInt(codes)).padStart(digits, '0')
    },
  }
}
