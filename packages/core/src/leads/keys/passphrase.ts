/**
 * What a handler remembers, stretched to the secret that their private key is wrapped with.
 */

import { argon2id } from '@noble/hashes/argon2.js'
import { accept, type Result, refuse } from '../../kernel/index.ts'
import type { Bytes } from '../envelope/web-crypto.ts'

/** How much work one guess costs; kept with each wrapped key, so that it may grow. */
export interface PassphraseCost {
  readonly memoryKib: number
  readonly passes: number
}

/** About half a second in a browser (Argon2id, the smallest cost that OWASP names). */
export const presentCost: PassphraseCost = { memoryKib: 19 * 1024, passes: 2 }

const leastCharacters = 12

/** A passphrase as it was typed, composed letters and full-width forms made one; refuses under 12 characters. */
export function parsePassphrase(typed: string): Result<string, 'passphrase-short'> {
  const phrase = typed.normalize('NFKC').trim()
  return Array.from(phrase).length < leastCharacters
    ? refuse('passphrase-short', { leastCharacters })
    : accept(phrase)
}

/** 32 bytes for `wrapPrivateKey`. */
export function passphraseSecret(phrase: string, salt: Uint8Array, cost: PassphraseCost): Bytes {
  return new Uint8Array(argon2id(phrase, salt, { m: cost.memoryKib, t: cost.passes, p: 1, dkLen: 32 }))
}
