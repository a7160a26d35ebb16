/**
 * The letter of commitment: what the authority tells, what the applicant promises, and the one digest that is signed.
 */

import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { type Canonical, canonicalJson } from '../ledger/index.ts'

/** A line of the letter. */
export interface LetterRow {
  readonly label: string
  readonly value: string
}

/** What is told about one commitment. */
export interface LetterPart {
  /** id of the commitment */
  readonly id: string
  readonly name: string
  readonly rows: readonly LetterRow[]
}

/** A letter in the words in which it is read, signed and printed. */
export interface CommitmentLetter {
  readonly heading: string
  /** the authority it is given to */
  readonly addressee: string
  readonly facts: readonly LetterRow[]
  readonly told: readonly LetterPart[]
  readonly pledges: readonly string[]
  readonly closing: readonly string[]
  readonly signer: string
}

/** SHA-256 over the canonical bytes of a letter, hexadecimal: another word is another letter. */
export function letterDigest(letter: CommitmentLetter): string {
  const canonical = JSON.parse(JSON.stringify(letter)) as Canonical
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(canonical))))
}

/** What the signature of a letter is made over. */
export interface LetterStatement {
  readonly projectId: string
  readonly documentDigest: string
  readonly signerId: string
  /** ISO instant */
  readonly signedAt: string
}

/** The bytes under the signature: canonical JSON with its purpose in it, so that they mean nothing elsewhere. */
export function letterSignatureBytes(statement: LetterStatement): Uint8Array {
  return utf8ToBytes(canonicalJson({ purpose: 'guanjia.projects.commitment', version: 1, ...statement }))
}
