/**
 * Amounts of money in whole minor units; never a binary float.
 */

import { accept, type Result, refuse } from './result.ts'

/** An amount in one currency. */
export interface Money {
  /** minor units (for CNY: fen), any sign */
  readonly minor: bigint
  /** ISO 4217 code */
  readonly currency: string
}

/**
 * Reads a decimal amount such as `"1115.14"` without going through a float.
 *
 * @param text - digits with at most two decimals; no sign, no grouping
 */
export function parseMoney(text: string, currency = 'CNY'): Result<Money, 'amount-not-readable'> {
  const match = /^(\d{1,15})(?:\.(\d{1,2}))?$/.exec(text)
  if (!match) return refuse('amount-not-readable', { text })
  const [, whole = '0', fraction = ''] = match
  return accept({ minor: BigInt(whole) * 100n + BigInt(fraction.padEnd(2, '0')), currency })
}

/** The amount with two decimals and no grouping, as `parseMoney` reads it. */
export function moneyText(money: Money): string {
  const sign = money.minor < 0n ? '-' : ''
  const digits = (money.minor < 0n ? -money.minor : money.minor).toString().padStart(3, '0')
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
