/**
 * Facts: what is known of a situation when a rule is asked.
 *
 * Terms: a fact that is missing, `undefined`, `null` or not a finite number is *not known*; it is never taken for false,
 * zero or the empty text.
 */

import { type Decimal, fromBigint } from './exact-number.ts'

/** What a fact may be; `null` says that it is not known. */
export type FactValue =
  | boolean
  | number
  | bigint
  | string
  | null
  | undefined
  | readonly FactValue[]
  | { readonly [name: string]: FactValue }

/** Facts by name: `{ 'invest.amount': 5 }` and `{ invest: { amount: 5 } }` say the same; the flat name wins. */
export type Facts = Readonly<Record<string, FactValue>>

/** What an expression is worth inside the engine; `null` = not known. */
export type Value =
  | boolean
  | number
  | Decimal
  | string
  | null
  | readonly Value[]
  | { readonly [name: string]: FactValue }

/** A fact name cut at its dots, ready to be looked up. */
export interface FactPath {
  /** the whole name, such as `invest.amount` */
  readonly name: string
  readonly steps: readonly string[]
}

/** A dotted name as a path. */
export function factPath(name: string): FactPath {
  return { name, steps: name.split('.') }
}

/** The fact a path names; through a list it names the list of its members' facts. */
export function factAt(facts: Facts, path: FactPath): Value {
  if (Object.hasOwn(facts, path.name)) return inward(facts[path.name])
  return path.steps.length === 1 ? null : memberAt(facts, path.steps, 0)
}

/** Whether a fact, by its dotted name, is known in full. */
export function isKnown(facts: Facts, name: string): boolean {
  return !hasUnknown(factAt(facts, factPath(name)))
}

/** The member that `steps` name below a value, from the step `from` on. */
export function memberAt(holder: FactValue, steps: readonly string[], from: number): Value {
  let value: FactValue = holder
  for (let index = from; index < steps.length; index++) {
    if (Array.isArray(value)) return value.map((member: FactValue) => memberAt(member, steps, index))
    const step = steps[index] ?? ''
    if (!isRecord(value) || !Object.hasOwn(value, step)) return null
    value = value[step]
  }
  return inward(value)
}

/** A value from outside as the engine keeps it. */
export function inward(value: FactValue): Value {
  switch (typeof value) {
    case 'number':
      return Number.isFinite(value) ? value : null
    case 'bigint':
      return fromBigint(value) ?? null
    case 'undefined':
      return null
    case 'object':
      return Array.isArray(value) ? value.map(inward) : (value as Value)
    default:
      return value
  }
}

function isRecord(value: FactValue): value is { readonly [name: string]: FactValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether something in a value is not known: the value itself or, for a list, a member. */
export function hasUnknown(value: Value): boolean {
  if (value === null) return true
  return Array.isArray(value) && value.some(hasUnknown)
}
