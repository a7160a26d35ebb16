/**
 * Registered capital: exact amounts, shares that make exactly 100 %, and the day by which all is paid in.
 */

import { accept, type Money, parseMoney, type Result, refuse } from '../../kernel/index.ts'

/** One hundred percent in the unit of shares: millionths. */
export const wholeShare = 1_000_000

/** Forms in which a shareholder contributes; all but money need a valuation and a person to look at it. */
export type ContributionForm =
  | 'money'
  | 'goods'
  | 'intellectual-property'
  | 'land-use-right'
  | 'equity'
  | 'claim'

/**
 * Reads a percentage with at most four decimals into millionths, so that sums are exact: `"33.3333"` is 333,333.
 */
export function parseShare(text: string): Result<number, 'share-not-readable'> {
  const match = /^(\d{1,3})(?:\.(\d{1,4}))?$/.exec(text)
  if (!match) return refuse('share-not-readable', { text })
  const millionths = Number(match[1]) * 10_000 + Number((match[2] ?? '').padEnd(4, '0'))
  return millionths > wholeShare ? refuse('share-not-readable', { text }) : accept(millionths)
}

/** A share as people read it: `33.3333`. */
export function shareText(millionths: number): string {
  const whole = Math.floor(millionths / 10_000)
  const rest = String(millionths % 10_000)
    .padStart(4, '0')
    .replace(/0+$/, '')
  return rest === '' ? String(whole) : `${whole}.${rest}`
}

/**
 * Cuts the capital by shares without losing a fen: each amount is rounded down and the fen left over go, one each, to the
 * largest remainders, in order.
 *
 * @param shares - millionths that make `wholeShare` together
 * @returns amounts in fen in the order of the shares, whose sum is the capital
 */
export function contributions(capital: Money, shares: readonly number[]): readonly bigint[] {
  const cuts = shares.map((share, place) => {
    const exact = capital.minor * BigInt(share)
    const unit = BigInt(wholeShare)
    return { place, amount: exact / unit, remainder: exact % unit }
  })
  let left = capital.minor - cuts.reduce((sum, { amount }) => sum + amount, 0n)
  const amounts = cuts.map(({ amount }) => amount)
  const ranked = cuts.toSorted((a, b) =>
    a.remainder === b.remainder ? a.place - b.place : a.remainder > b.remainder ? -1 : 1,
  )
  for (const { place } of ranked) {
    if (left <= 0n) break
    amounts[place] = (amounts[place] ?? 0n) + 1n
    left -= 1n
  }
  return amounts
}

/**
 * The same day so many years later; 29 February becomes 28 February where there is none.
 *
 * @param day - YYYY-MM-DD
 */
export function anniversary(day: string, years: number): string {
  const year = Number(day.slice(0, 4)) + years
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const monthDay = day.slice(5) === '02-29' && !leap ? '02-28' : day.slice(5)
  return `${String(year).padStart(4, '0')}-${monthDay}`
}

/** What the law says of the capital of a kind of subject; a figure of content. */
export interface CapitalRule {
  /** years after establishment within which everything is paid in */
  readonly paidInWithinYears: number
  readonly article: string
}

/** What is wrong with an answer about capital. */
export type CapitalFault = 'amount-not-readable' | 'amount-zero' | 'paid-in-too-late' | 'paid-in-past'

/**
 * Judges amount and last day of payment.
 *
 * @param establishedOn - YYYY-MM-DD, the day of the decision
 * @see 中华人民共和国公司法 (2024-07-01) article 47
 */
export function checkCapital(
  answer: { readonly amount: string; readonly paidInBy: string },
  establishedOn: string,
  rule: CapitalRule,
): Result<Money, CapitalFault> {
  const amount = parseMoney(answer.amount)
  if (!amount.ok) return amount
  if (amount.value.minor <= 0n) return refuse('amount-zero')
  const latest = anniversary(establishedOn, rule.paidInWithinYears)
  if (answer.paidInBy > latest) return refuse('paid-in-too-late', { latest })
  return answer.paidInBy < establishedOn ? refuse('paid-in-past', { establishedOn }) : amount
}
