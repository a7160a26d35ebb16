/**
 * One text for one value: JSON with sorted keys and no white space, after RFC 8785 (JSON Canonicalization Scheme).
 *
 * Stricter than the RFC: numbers are whole and safe, so that no two programs can print them differently.
 */

import { assert } from '../kernel/index.ts'

/** What may be signed or hashed: JSON without fractions. */
export type Canonical =
  | string
  | number
  | boolean
  | null
  | readonly Canonical[]
  | { readonly [key: string]: Canonical }

/**
 * The canonical text of a value.
 *
 * @param value - numbers in it are safe integers, texts are well-formed Unicode; anything else is a broken promise
 * @see RFC 8785 section 3
 * @example canonicalJson({ b: 1, a: 'x' }) // '{"a":"x","b":1}'
 */
export function canonicalJson(value: Canonical): string {
  if (typeof value === 'number') assert(Number.isSafeInteger(value), 'a signed number is a safe integer')
  if (typeof value === 'string') assert(!loneSurrogate.test(value), 'a signed text is well-formed Unicode')
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`
  const members = Object.entries(value)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`)
  return `{${members.join(',')}}`
}

const loneSurrogate = /\p{Surrogate}/u

function isList(value: Canonical): value is readonly Canonical[] {
  return Array.isArray(value)
}
