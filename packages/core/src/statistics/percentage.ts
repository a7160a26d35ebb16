/**
 * Shares and growth as exact hundredths of a percent: counted in whole numbers, rounded once, half up.
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

function roundedRatio(part: bigint, whole: bigint): number {
  return Number((part * 20_000n + whole) / (2n * whole))
}

/** `1563` as `15.63%`; with `signed`, growth carries its sign. */
export function percentText(hundredths: number, signed = false): string {
  const digits = Math.abs(hundredths).toString().padStart(3, '0')
  const sign = hundredths < 0 ? '-' : signed && hundredths > 0 ? '+' : ''
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}%`
}
