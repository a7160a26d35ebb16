/**
 * The business licence as facts: what is printed on it and what the credential answers for.
 *
 * Terms: *original* (正本) hangs at the place of business, *duplicates* (副本) are carried; both, and the electronic
 * licence, have equal force. The day of issue is the day of establishment.
 */

import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { type Canonical, canonicalJson } from '../../ledger/index.ts'
import { encodeBase64Url } from './base64-url.ts'

/** In which capacity the person named on the licence stands for it; the printed label follows from it. */
export type RepresentativeRole = 'legal-representative' | 'operator' | 'managing-partner' | 'investor'

/**
 * The facts of one licence. Every field is printed; nothing else is.
 *
 * @see 中华人民共和国市场主体登记管理条例 (2022-03-01) articles 21, 22; 实施细则 article 23
 */
export interface LicenceDocument {
  /** public number of this licence; a corrected licence gets a new one */
  readonly number: string
  /** 统一社会信用代码, 18 characters */
  readonly unifiedCode: string
  /** null for an individual business that uses no name */
  readonly name: string | null
  /** type as printed, 有限责任公司（自然人独资） */
  readonly type: string
  readonly representative: { readonly role: RepresentativeRole; readonly name: string }
  /** business scope as printed */
  readonly scope: string
  /** registered capital in fen, 0 or more, as digits; null where the type has none */
  readonly capitalMinor: string | null
  /** 个人经营 or 家庭经营 of an individual business, null for everything else */
  readonly composition: string | null
  /** YYYY-MM-DD */
  readonly establishedOn: string
  readonly premises: string
  /** registering authority as printed */
  readonly authority: string
  /** YYYY-MM-DD; for a first licence the day of establishment */
  readonly issuedOn: string
}

/**
 * SHA-256 over the canonical bytes of the licence, in base64url: what binds a credential to every printed field.
 *
 * @returns 43 characters
 */
export function licenceDigest(document: LicenceDocument): string {
  const facts: Canonical = { ...document, representative: { ...document.representative } }
  return encodeBase64Url(sha256(utf8ToBytes(canonicalJson(facts))))
}
