/**
 * Comparing values in three-valued logic: whatever depends on something not known is not known.
 */

import { compareNumbers, isDecimal } from './exact-number.ts'
import { hasUnknown, type Value } from './fact.ts'

/** An ordering or equality sign. */
export type ComparisonSign = '=' | '!=' | '<' | '<=' | '>' | '>='

/** True, false, or `null` for not known. */
export type Truth = boolean | null

/** Denies: not known stays not known. */
export function denied(truth: Truth): Truth {
  return truth === null ? null : !truth
}

/** Negative, zero or positive; `null` where one side is not known or the two are of different kinds. */
export function order(left: Value, right: Value): number | null {
  if (typeof left === 'string' && typeof right === 'string') return left < right ? -1 : left > right ? 1 : 0
  return isNumber(left) && isNumber(right) ? compareNumbers(left, right) : null
}

/** Whether two values are the same; `null` where that is not known or the two are of different kinds. */
export function same(left: Value, right: Value): Truth {
  if (typeof left === 'boolean' && typeof right === 'boolean') return left === right
  if (Array.isArray(left) && Array.isArray(right)) return sameLists(left, right)
  const sign = order(left, right)
  return sign === null ? null : sign === 0
}

function sameLists(left: readonly Value[], right: readonly Value[]): Truth {
  if (left.length !== right.length) return false
  let unknown = false
  for (let index = 0; index < left.length; index++) {
    const truth = same(left[index] ?? null, right[index] ?? null)
    if (truth === false) return false
    if (truth === null) unknown = true
  }
  return unknown ? null : true
}

/** The answer to `left sign right`. */
export function compared(sign: ComparisonSign, left: Value, right: Value): Truth {
  if (sign === '=') return same(left, right)
  if (sign === '!=') return denied(same(left, right))
  const ordered = order(left, right)
  if (ordered === null) return null
  if (sign === '<') return ordered < 0
  if (sign === '<=') return ordered <= 0
  return sign === '>' ? ordered > 0 : ordered >= 0
}

/** Whether `value` is equal to something, or one of the members where that is a list. */
export function sameOrMember(value: Value, expected: Value): Truth {
  if (!Array.isArray(expected) || Array.isArray(value)) return same(value, expected)
  return memberOf(value, expected)
}

/** Whether a list has a member; not known where a member that is not known might be it. */
export function memberOf(value: Value, list: readonly Value[]): Truth {
  if (list.length === 0) return false
  if (value === null) return null
  let unknown = false
  for (const member of list) {
    if (same(value, member) === true) return true
    if (hasUnknown(member)) unknown = true
  }
  return unknown ? null : false
}

/** Whether a value is a number in one of its exact forms. */
export function isNumber(value: Value): value is Extract<Value, number> {
  return typeof value === 'number' || isDecimal(value)
}
