/**
 * The facts of a project as they are written down, checked against the attributes that exist.
 */

import type { ProjectAttribute } from '../../catalogue/index.ts'
import { accept, type Result, refuse } from '../../kernel/index.ts'
import type { Facts, FactValue } from '../../rules/index.ts'
import { nearestName } from './nearest-name.ts'

/** Why facts cannot be used. */
export type FactsRefusal = 'facts-not-readable' | 'attribute-unknown' | 'value-wrong'

/**
 * Reads facts, nested (`invest: {kind: gov}`) or flat (`invest.kind: gov`); `null` is "not known". Refuses an attribute
 * that does not exist, with the `nearest` that does, and a value that its attribute cannot have, with what it `takes`.
 */
export function readProjectFacts(
  attributes: readonly ProjectAttribute[],
  content: unknown,
): Result<Facts, FactsRefusal> {
  if (!isRecord(content)) return refuse('facts-not-readable')
  const byId = new Map(attributes.map((attribute) => [attribute.id, attribute]))
  const facts: Record<string, FactValue> = {}
  for (const [id, value] of leaves(content, '', byId)) {
    const attribute = byId.get(id)
    if (attribute === undefined) {
      return refuse('attribute-unknown', { attribute: id, nearest: nearestName(id, [...byId.keys()]) })
    }
    if (!isPossible(attribute, value))
      return refuse('value-wrong', { attribute: id, value, takes: takenBy(attribute) })
    facts[id] = value as FactValue
  }
  return accept(facts)
}

type Leaf = readonly [id: string, value: unknown]

function leaves(
  content: Readonly<Record<string, unknown>>,
  prefix: string,
  known: ReadonlyMap<string, unknown>,
): readonly Leaf[] {
  return Object.entries(content).flatMap(([key, value]): readonly Leaf[] => {
    const id = `${prefix}${key}`
    return isRecord(value) && !known.has(id) ? leaves(value, `${id}.`, known) : [[id, value]]
  })
}

function isPossible({ type, choices }: ProjectAttribute, value: unknown): boolean {
  if (value === null) return true
  const isChoice = (one: unknown) => choices.some((choice) => choice.value === one)
  switch (type) {
    case 'boolean':
      return typeof value === 'boolean'
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) && value >= 0
    case 'choice':
      return isChoice(value)
    case 'choices':
      return Array.isArray(value) && value.every(isChoice)
  }
}

/** What an attribute takes: the values of its choices, or `boolean` or `number`. */
function takenBy({ type, choices }: ProjectAttribute): readonly string[] {
  return choices.length > 0 ? choices.map(({ value }) => value) : [type]
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
