/**
 * A package: records of one schema for one partner under one agreement, numbered without a gap, signed over its canonical text.
 */

import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { type Canonical, canonicalJson } from '../../ledger/index.ts'
import type { ExchangeSchema } from './exchange-schema.ts'

/** The version of the form that is written and read. */
export const packageFormat = 'guanjia-exchange/1'

/** The most records of a package. */
export const mostRecords = 500

/** The fields of a record that there is something to say of. */
export type ExchangeRecord = Readonly<Record<string, string | number>>

/** What is signed. */
export interface ExchangePackage {
  readonly format: typeof packageFormat
  /** UUID; the same id twice is the same package */
  readonly id: string
  /** id of the organisation that sends it, and of the one it is for */
  readonly from: string
  readonly to: string
  readonly agreement: string
  readonly schema: ExchangeSchema
  /** from 1, one more with each package of this sender for this receiver */
  readonly sequence: number
  /** instant of the release, UTC */
  readonly releasedAt: string
  readonly records: readonly ExchangeRecord[]
}

/** A signature with the key that made it. */
export interface ExchangeSignature {
  readonly keyId: string
  /** Ed25519, 64 bytes */
  readonly signature: Uint8Array
}

/** The fields on the list and nothing else, in the order of the list; what there is nothing to say of is left out. */
export function listedFields(
  row: Readonly<Record<string, string | number | null>>,
  fields: readonly string[],
): ExchangeRecord {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = Object.hasOwn(row, field) ? row[field] : undefined
      return value === null || value === undefined || value === '' ? [] : [[field, value]]
    }),
  )
}

/** The first field of records that stands on no list; undefined where each does. */
export function unlistedField(
  records: readonly ExchangeRecord[],
  fields: readonly string[],
): string | undefined {
  return records.flatMap((record) => Object.keys(record)).find((field) => !fields.includes(field))
}

/** What is signed, a package or a receipt, as plain JSON. */
export type Said = Readonly<Record<string, Canonical>>

/** The bytes that a signature is made over: the canonical text of what is said, in UTF-8. @see RFC 8785 */
export function exchangeBytes(said: Said): Uint8Array {
  return utf8ToBytes(canonicalJson(said))
}

/** SHA-256 of those bytes in hexadecimal: what a receipt names. */
export function exchangeDigest(said: Said): string {
  return bytesToHex(sha256(exchangeBytes(said)))
}
