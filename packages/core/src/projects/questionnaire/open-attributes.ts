/**
 * What is worth asking: attributes whose value would still decide about a service or an activity.
 */

import {
  type Catalogue,
  type Derivation,
  type DerivedFact,
  triggeredServices,
} from '../../catalogue/index.ts'
import { evaluate, type Facts } from '../../rules/index.ts'

/** The attributes that would decide something, as far as a project is known. */
export interface OpenAttributes {
  /** read by a service or an activity that is not decided, directly or by way of an attribute that is derived */
  readonly deciding: ReadonlySet<string>
  /** what could not be derived yet, each with everything that it waits for */
  readonly inputs: ReadonlyMap<string, readonly string[]>
  /** what was derived, and what could not be, by attribute */
  readonly derivations: ReadonlyMap<string, Derivation>
  /** the facts given and those derived from them */
  readonly facts: Facts
}

/** Finds them; facts that are not known may be left out or `null`. */
export function openAttributes(
  catalogue: Pick<Catalogue, 'services' | 'derivedFacts' | 'path'>,
  given: Facts,
): OpenAttributes {
  const { facts, derivations, triggers } = triggeredServices(catalogue, given)
  const known = new Map(derivations.map((derivation) => [derivation.attribute, derivation]))
  const inputs = new Map<string, readonly string[]>()
  // a rule reads only what is derived before it
  for (const derived of catalogue.derivedFacts)
    if (known.get(derived.gives)?.value === null) inputs.set(derived.gives, inputsOf(derived, facts, inputs))
  const undecided = [
    ...triggers.flatMap(({ unknown }) => unknown),
    ...catalogue.path.activities.flatMap(({ when }) => (when ? evaluate(when, facts).unknown : [])),
  ]
  const deciding = new Set(undecided.flatMap((attribute) => [attribute, ...(inputs.get(attribute) ?? [])]))
  return { deciding, inputs, derivations: known, facts }
}

/**
 * Everything that may decide a derived attribute, through other derived ones: also what only one of its rules reads, even
 * where that rule gives what holds otherwise, since a plain answer to it may settle the matter.
 */
function inputsOf(
  { rules }: DerivedFact,
  facts: Facts,
  before: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const direct = rules.flatMap(({ when }) => evaluate(when, facts).unknown)
  return [...new Set(direct.flatMap((input) => [input, ...(before.get(input) ?? [])]))]
}
