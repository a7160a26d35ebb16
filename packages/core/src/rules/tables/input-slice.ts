/**
 * Cuts what an input can be into slices on which every cell of its column gives one answer: the literals themselves, what
 * lies between two of them, and everything else. One value of each slice then speaks for all of it.
 */

import { dayNumber, dayText } from '../values/day-text.ts'
import {
  add,
  compareNumbers,
  divide,
  type ExactNumber,
  isDecimal,
  outwardNumber,
} from '../values/exact-number.ts'
import type { Value } from '../values/fact.ts'
import { type CellTest, type Literal, type LiteralKind, literalsOf, passes } from './cell-test.ts'

/** A part of what an input can be. */
export interface Slice {
  /** a value that speaks for the slice */
  readonly sample: Value
  /** the ends of an ordered slice, as written; absent = no end on that side */
  readonly low?: string
  readonly high?: string
  /** for a slice without order, and for a single value */
  readonly single?: string
}

/** The slices of a column that its allowed values leave, in order; `undefined` where its cells compare different kinds. */
export function slicesOf(
  cells: readonly CellTest[],
  allowed: CellTest | undefined,
  whole: boolean,
): readonly Slice[] | undefined {
  const literals = [...cells, ...(allowed ? [allowed] : [])].flatMap(literalsOf)
  const kinds = new Set<LiteralKind>(literals.map(({ kind }) => kind))
  const absent: readonly Slice[] = kinds.delete('null') ? [{ sample: null, single: 'null' }] : []
  const [kind, another] = kinds
  if (another !== undefined) return undefined
  const known = literals.filter((literal) => literal.kind !== 'null')
  const slices = [...slicesOfKind(kind, known, whole), ...absent]
  return allowed ? slices.filter(({ sample }) => passes(allowed, sample) === true) : slices
}

function slicesOfKind(
  kind: LiteralKind | undefined,
  literals: readonly Literal[],
  whole: boolean,
): readonly Slice[] {
  if (kind === 'number') return numberSlices(literals, whole)
  if (kind === 'day') return daySlices(literals)
  if (kind === 'truth') return [true, false].map((sample) => ({ sample, single: String(sample) }))
  if (kind === undefined) return [{ sample: '', single: 'anything' }]
  const texts = [...new Set(literals.map(({ value }) => String(value)))]
  const named = texts.map((sample): Slice => ({ sample, single: JSON.stringify(sample) }))
  return [...named, { sample: otherThan(texts), single: 'any other text' }]
}

/** A text that is none of the given ones. */
function otherThan(texts: readonly string[]): string {
  return `${texts.join('')}*`
}

function numberSlices(literals: readonly Literal[], whole: boolean): readonly Slice[] {
  const points = literals.flatMap(({ value }) =>
    typeof value === 'number' || isDecimal(value) ? [value] : [],
  )
  points.sort(compareNumbers)
  const ends = points.filter((point, index) => {
    const before = points[index - 1]
    return before === undefined || compareNumbers(before, point) !== 0
  })
  return interleave(ends, {
    between: whole ? wholeBetween : between,
    value: (point) => (whole && !isWhole(point) ? undefined : point),
    text: (point) => String(outwardNumber(point)),
  })
}

function daySlices(literals: readonly Literal[]): readonly Slice[] {
  const days = [...new Set(literals.map(({ value }) => String(value)))].toSorted()
  return interleave(days.map(dayNumber), {
    between: wholeBetween,
    value: (point) => dayText(float(point)),
    text: (point) => `date("${dayText(float(point))}")`,
  })
}

interface Line {
  /** a point strictly between two; one side may be open */
  readonly between: (low?: ExactNumber, high?: ExactNumber) => ExactNumber | undefined
  /** the point as a value the cells test; `undefined` where the input is never that */
  readonly value: (point: ExactNumber) => Value | undefined
  readonly text: (point: ExactNumber) => string
}

/** What lies before, on, between and after the points of a line. */
function interleave(ends: readonly ExactNumber[], line: Line): readonly Slice[] {
  const before = ends.flatMap((end, index) => [...stretch(line, ends[index - 1], end), ...point(line, end)])
  return [...before, ...stretch(line, ends.at(-1), undefined)]
}

function point(line: Line, at: ExactNumber): readonly Slice[] {
  const sample = line.value(at)
  return sample === undefined ? [] : [{ sample, single: line.text(at) }]
}

function stretch(line: Line, low?: ExactNumber, high?: ExactNumber): readonly Slice[] {
  const inside = line.between(low, high)
  const sample = inside === undefined ? undefined : line.value(inside)
  if (sample === undefined) return []
  const from = low === undefined ? {} : { low: line.text(low) }
  return [{ sample, ...from, ...(high !== undefined && { high: line.text(high) }) }]
}

function between(low?: ExactNumber, high?: ExactNumber): ExactNumber | undefined {
  if (low === undefined) return high === undefined ? 0 : add(high, -1)
  if (high === undefined) return add(low, 1)
  const sum = add(low, high)
  return sum === undefined ? undefined : divide(sum, 2)
}

function wholeBetween(low?: ExactNumber, high?: ExactNumber): ExactNumber | undefined {
  if (low === undefined) return high === undefined ? 0 : Math.ceil(float(high)) - 1
  const next = Math.floor(float(low)) + 1
  return high === undefined || next < float(high) ? next : undefined
}

function float(value: ExactNumber): number {
  return Number(outwardNumber(value))
}

function isWhole(value: ExactNumber): boolean {
  return Number.isInteger(float(value))
}

/** A run of neighbouring slices in the words of a cell. */
export function sliceText(slices: readonly Slice[]): string {
  const [first, last] = [slices[0], slices.at(-1)]
  if (!first || !last) return 'nothing'
  if (slices.length === 1 && first.single !== undefined) return first.single
  return rangeText(endOf(first, first.low), endOf(last, last.high))
}

interface End {
  readonly text: string | undefined
  readonly included: boolean
}

function endOf(slice: Slice, open: string | undefined): End {
  return { text: slice.single ?? open, included: slice.single !== undefined }
}

function rangeText(low: End, high: End): string {
  if (low.text !== undefined && high.text !== undefined)
    return `${low.included ? '[' : '('}${low.text}..${high.text}${high.included ? ']' : ')'}`
  if (low.text !== undefined) return `${low.included ? '>=' : '>'} ${low.text}`
  return high.text === undefined ? 'any value' : `${high.included ? '<=' : '<'} ${high.text}`
}

/** Whether a slice has a place in an order, so that neighbours can be named as a range. */
export function isOrdered(slice: Slice): boolean {
  return slice.single === undefined || !/^["a-z]/.test(slice.single) || slice.single.startsWith('date(')
}
