/**
 * A leaf: one act, as the canonical text whose bytes are hashed. Those bytes are what is stored, never printed again.
 */

import { bytesToHex } from '@noble/hashes/utils.js'
import { isPlainId } from '../kernel/index.ts'
import { type Canonical, canonicalJson } from './canonical-json.ts'
import { textHash } from './tree-hash.ts'

/** An act on the ledger. Personal data stands in `body` only as a commitment. */
export interface Leaf {
  /** room and act in the past, `registration.approved` */
  readonly act: string
  readonly subject: string
  /** ISO instant of the act */
  readonly at: string
  readonly body: { readonly [key: string]: Canonical }
}

/** The text of a leaf: one line, sorted keys. */
export function leafText(leaf: Leaf): string {
  const { act, subject, at, body } = leaf
  return canonicalJson({ act, subject, at, body })
}

/** Whether every text in a leaf is an id, a number, an instant or a commitment: a leaf is never erased, a name must be. */
export function holdsIdsOnly({ subject, body }: Leaf): boolean {
  return isPlainId(subject) && isPlain(body)
}

function isPlain(value: Canonical): boolean {
  if (typeof value === 'string') return isPlainId(value)
  if (typeof value !== 'object' || value === null) return true
  return Object.values(value).every(isPlain)
}

/**
 * A commitment to a value: whoever holds the salt can show what was committed, whoever does not learns nothing. When
 * the salt is deleted the commitment is mute for ever, and the ledger stays whole.
 *
 * @param salt - 16 bytes or more of chance, in hex
 */
export function commitment(salt: string, value: string): string {
  return bytesToHex(textHash(`guanjia/commitment/v1\n${salt}\n${value}`))
}

/** Whether a commitment was made to this value with this salt. */
export function opensCommitment(made: string, salt: string, value: string): boolean {
  return commitment(salt, value) === made
}
