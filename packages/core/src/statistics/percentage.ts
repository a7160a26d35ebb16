/**
 * Shares and growth as exact hundredths of a percent, means as exact tenths: counted in whole numbers, rounded once, half up.
 */

import { accept, type Result, refuse } from '../kernel/index.ts'

/** A ratio that could not be formed. */
export type PercentageRefusal = 'nothing-to-compare-with'

/**
 * `part` of `whole` in hundredths of a percent, rounded half up: 9419 means 94.19 %.
 *
 * @param part - a count, 0 or more
 * @param whole - a count; 0 is refused, because a share of nothing is not zero
 */
export function share(part: number, whole: number): Result<number, PercentageRefusal> {
  if (whole <= 0) return refuse('nothing-to-compare-with', { part, whole })
  return accept(roundedRatio(BigInt(part), BigInt(whole)))
}

/**
 * Growth of a count against an earlier one in hundredths of a percent, rounded half up away from zero: 1563 means
 * +15.63 %, -500 means -5.00 %.
 */
export function growth(now: number, before: number): Result<number, PercentageRefusal> {
  if (before <= 0) return refuse('nothing-to-compare-with', { now, before })
  const difference = BigInt(now) - BigInt(before)
  const size = roundedRatio(difference < 0n ? -difference : difference, BigInt(before))
  return accept(difference < 0n ? -size : size)
}

/**
 * The mean of a sum over so many records in tenths, rounded half up away from zero: 78 means 7.8.
 *
 * @param sum - a whole sum, may be negative
 * @param records - how many; 0 is refused, because a mean of nothing is not zero
 */
export function mean(sum: number, records: number): Result<number, PercentageRefusal> {
  if (records <= 0) return refuse('nothing-to-compare-with', { sum, records })
  const size = Number((BigInt(Math.abs(sum)) * 20n + BigInt(records)) / (2n * BigInt(records)))
  return accept(sum < 0 ? 0 - size : size)
}

/** `78` as `7.8`. */
export function tenthsText(tenths: number): string {
  const digits = Math.abs(tenths).toString().padStart(2, '0')
  return `${tenths < 0 ? '-' : ''}${digits.slice(0, -1)}.${digits.slice(-1)}`
}

function roundedRatio(part: bigint, whole: bigint): number {
  return Number((part * 20_000n + whole) / (2n * whole))
}

/** `1563` as `15.63%`; with `signed`, growth carries its sign. */
export function percentText(hundredths: number, signed = false): string {
  const digits = Math.abs(hundredths).toString().padStart(3, '0')
  const sign = hundredths < 0 ? '-' : signed && hundredths > 0 ? '+' : ''
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}%`
}
