/**
 * The functions that expressions may call: their arities and what they answer.
 */

import { denied, isNumber, memberOf, order, type Truth } from './comparison.ts'
import { add, type ExactNumber } from './exact-number.ts'
import type { Value } from './fact.ts'

/** How many values a function takes. */
export interface Arity {
  readonly least: number
  readonly most: number
  /** in words, after "takes" */
  readonly sentence: string
}

interface Callable extends Arity {
  readonly answer: (operands: readonly Value[]) => Value
}

const one: Arity = { least: 1, most: 1, sentence: 'one value' }
const two: Arity = { least: 2, most: 2, sentence: 'two values' }
const some: Arity = { least: 1, most: 100, sentence: 'a list, or 1 to 100 values' }

const table: ReadonlyMap<string, Callable> = new Map<string, Callable>([
  ['not', { ...one, answer: ([truth]) => denied(asTruth(truth)) }],
  ['is defined', { ...one, answer: ([value]) => value !== null }],
  ['count', { ...one, answer: ([list]) => (Array.isArray(list) ? list.length : null) }],
  ['contains', { ...two, answer: contains }],
  ['list contains', { ...two, answer: listContains }],
  ['min', { ...some, answer: (operands) => extreme(operands, -1) }],
  ['max', { ...some, answer: (operands) => extreme(operands, 1) }],
  ['sum', { ...some, answer: sum }],
])

/** The arity of a function; `undefined` where there is none of that name. */
export function arityOf(name: string): Arity | undefined {
  return table.get(name)
}

/** What a function answers; a value that is not known, or of another kind, makes it not known. */
export function answerOf(name: string): (operands: readonly Value[]) => Value {
  return table.get(name)?.answer ?? (() => null)
}

/** A value as a truth; anything but true and false is not known. */
export function asTruth(value: Value | undefined): Truth {
  return typeof value === 'boolean' ? value : null
}

function contains([text, part]: readonly Value[]): Value {
  return typeof text === 'string' && typeof part === 'string' ? text.includes(part) : null
}

function listContains([list, member]: readonly Value[]): Value {
  return Array.isArray(list) ? memberOf(member ?? null, list) : null
}

function membersOf(operands: readonly Value[]): readonly Value[] {
  const [first] = operands
  return operands.length === 1 && Array.isArray(first) ? first : operands
}

function extreme(operands: readonly Value[], wanted: 1 | -1): Value {
  const [first = null, ...rest] = membersOf(operands)
  let best: Value = first
  for (const member of rest) {
    const ordered = order(member, best)
    if (ordered === null) return null
    if (Math.sign(ordered) === wanted) best = member
  }
  return isNumber(best) || typeof best === 'string' ? best : null
}

function sum(operands: readonly Value[]): Value {
  const members = membersOf(operands)
  let total: ExactNumber | undefined = 0
  for (const member of members) {
    if (!isNumber(member) || total === undefined) return null
    total = add(total, member)
  }
  return members.length === 0 ? null : (total ?? null)
}
