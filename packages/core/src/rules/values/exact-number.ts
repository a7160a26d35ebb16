/**
 * Numbers that behave as they are written: 0.1 + 0.2 is 0.3.
 *
 * Terms: a *plain* number is a float whose shortest text is the number meant (every fact from JSON is one); a *decimal* is
 * `units × 10^exponent`. Plain numbers order as their texts do, so they are compared without conversion; sums that could
 * lose a digit go through decimals and come back plain where that is exact.
 *
 * Source: OMG DMN 1.5 §10.3.2.2 (IEEE 754 decimal128: 34 digits, round half to even).
 */

/** `units × 10^exponent`, without trailing zeros in `units`. */
export interface Decimal {
  readonly units: bigint
  readonly exponent: number
}

/** A number that is exact, in the cheaper of its two forms. */
export type ExactNumber = number | Decimal

const digitsKept = 34
const largestExponent = 6144
const plainDigits = 15
const plainUnits = 10 ** plainDigits
const scales = [1, 10, 100, 1000, 10_000]

/** Whether a value is a decimal rather than a list, a record or a plain value. */
export function isDecimal(value: unknown): value is Decimal {
  return typeof value === 'object' && value !== null && 'units' in value && typeof value.units === 'bigint'
}

/** Reads digits with an optional sign, fraction and power of ten; `undefined` where the text is something else. */
export function exactNumber(text: string): ExactNumber | undefined {
  const match = /^(-?)(\d*)(?:\.(\d+))?(?:[eE]([+-]?\d{1,4}))?$/.exec(text)
  if (!match) return undefined
  const [, sign = '', whole = '', fraction = '', power = '0'] = match
  if (whole === '' && fraction === '') return undefined
  return normal(BigInt(`${sign}${whole}${fraction}`), Number(power) - fraction.length)
}

/** Negative, zero or positive as `left` is below, equal to or above `right`. */
export function compareNumbers(left: ExactNumber, right: ExactNumber): number {
  if (typeof left === 'number' && typeof right === 'number') return left < right ? -1 : left > right ? 1 : 0
  const [a, b] = aligned(decimal(left), decimal(right))
  return a < b ? -1 : a > b ? 1 : 0
}

/** The sum; `undefined` beyond 10^6144. */
export function add(left: ExactNumber, right: ExactNumber): ExactNumber | undefined {
  if (typeof left === 'number' && typeof right === 'number') {
    const scale = commonScale(left, right)
    const units = Math.round(left * scale) + Math.round(right * scale)
    if (scale > 0 && Math.abs(units) < plainUnits) return units / scale
  }
  const a = decimal(left)
  const b = decimal(right)
  const [x, y] = aligned(a, b)
  return normal(x + y, Math.min(a.exponent, b.exponent))
}

/** The difference; `undefined` beyond 10^6144. */
export function subtract(left: ExactNumber, right: ExactNumber): ExactNumber | undefined {
  return add(left, negate(right))
}

/** The same distance from zero on the other side. */
function negate(value: ExactNumber): ExactNumber {
  if (typeof value === 'number') return 0 - value
  return { units: -value.units, exponent: value.exponent }
}

/** The product, to 34 digits; `undefined` beyond 10^6144. */
export function multiply(left: ExactNumber, right: ExactNumber): ExactNumber | undefined {
  if (typeof left === 'number' && typeof right === 'number') {
    const scale = commonScale(left, right)
    const units = Math.round(left * scale) * Math.round(right * scale)
    if (scale > 0 && Math.abs(units) < plainUnits) return units === 0 ? 0 : units / (scale * scale)
  }
  const a = decimal(left)
  const b = decimal(right)
  return normal(a.units * b.units, a.exponent + b.exponent)
}

/** The quotient, to 34 digits; `undefined` for a division by zero. */
export function divide(left: ExactNumber, right: ExactNumber): ExactNumber | undefined {
  const a = decimal(left)
  const b = decimal(right)
  if (b.units === 0n) return undefined
  const shift = Math.max(0, digitsKept + 2 + digits(b.units) - digits(a.units))
  const numerator = a.units * 10n ** BigInt(shift)
  const quotient = numerator / b.units
  // a remainder leaves a trace below the last kept digit, so that half-way cases are told apart
  const sticky = numerator % b.units === 0n ? 0n : a.units < 0n === b.units < 0n ? 1n : -1n
  return normal(quotient * 10n + sticky, a.exponent - b.exponent - shift - 1)
}

/** As shown to callers: a float where that is exact, whole numbers beyond it as bigint, otherwise the nearest float. */
export function outwardNumber(value: ExactNumber): number | bigint {
  if (typeof value === 'number') return value
  if (value.exponent >= 0) return value.units * 10n ** BigInt(value.exponent)
  return Number(`${value.units}e${value.exponent}`)
}

/** A whole number from outside, in its exact form. */
export function fromBigint(value: bigint): ExactNumber | undefined {
  return normal(value, 0)
}

/**
 * The smallest of the scales that makes both numbers whole; 0 where none does. Fifteen digits divided by a power of ten
 * come out as the float nearest to the decimal meant, so working in such units is exact.
 */
function commonScale(left: number, right: number): number {
  for (const scale of scales) if (isWholeAt(left, scale) && isWholeAt(right, scale)) return scale
  return 0
}

function isWholeAt(value: number, scale: number): boolean {
  const units = Math.round(value * scale)
  return Math.abs(units) < plainUnits && units / scale === value
}

function decimal(value: ExactNumber): Decimal {
  if (typeof value !== 'number') return value
  if (Number.isSafeInteger(value)) return { units: BigInt(value), exponent: 0 }
  const [mantissa = '0', power = '0'] = String(value).split('e')
  const [whole = '0', fraction = ''] = mantissa.split('.')
  return { units: BigInt(`${whole}${fraction}`), exponent: Number(power) - fraction.length }
}

function aligned(a: Decimal, b: Decimal): readonly [bigint, bigint] {
  const low = Math.min(a.exponent, b.exponent)
  return [a.units * 10n ** BigInt(a.exponent - low), b.units * 10n ** BigInt(b.exponent - low)]
}

/** Rounded to 34 digits, stripped of trailing zeros, and plain where a float says the same. */
function normal(units: bigint, exponent: number): ExactNumber | undefined {
  if (units === 0n) return 0
  const rounded = roundHalfEven(units, Math.max(0, digits(units) - digitsKept))
  const stripped = withoutTrailingZeros(rounded.units, exponent + rounded.dropped)
  if (Math.abs(stripped.exponent) > largestExponent) return undefined
  return plain(stripped) ?? stripped
}

function plain(value: Decimal): number | undefined {
  const float = Number(`${value.units}e${value.exponent}`)
  if (!Number.isFinite(float)) return undefined
  if (digits(value.units) <= plainDigits && Math.abs(value.exponent) <= 280) return float
  const back = decimal(float)
  const [a, b] = aligned(back, value)
  return a === b ? float : undefined
}

function roundHalfEven(units: bigint, drop: number): { units: bigint; dropped: number } {
  if (drop === 0) return { units, dropped: 0 }
  const divisor = 10n ** BigInt(drop)
  const quotient = units / divisor
  const rest = units < 0n ? -(units % divisor) : units % divisor
  const up = rest * 2n > divisor || (rest * 2n === divisor && quotient % 2n !== 0n)
  const step = units < 0n ? -1n : 1n
  return { units: up ? quotient + step : quotient, dropped: drop }
}

function withoutTrailingZeros(units: bigint, exponent: number): Decimal {
  let rest = units
  let power = exponent
  while (rest % 10n === 0n) {
    rest /= 10n
    power += 1
  }
  return { units: rest, exponent: power }
}

function digits(units: bigint): number {
  return (units < 0n ? -units : units).toString().length
}
