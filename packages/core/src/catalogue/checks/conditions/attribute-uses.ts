/**
 * Attributes and what is made of them: names that no attribute has, values that an attribute cannot have.
 */

import { constantsCompared, type FactValue, factsRead } from '../../../rules/index.ts'
import type { CatalogueEntries } from '../../catalogue-entries.ts'
import type { DerivedFact, DerivedValue } from '../../projects/derived-fact.ts'
import type { ProjectAttribute } from '../../projects/project-attribute.ts'
import type { ContentFinding } from '../../reading/entry.ts'
import { type PlacedCondition, placedConditions } from './placed-conditions.ts'

type Attributes = ReadonlyMap<string, ProjectAttribute>

/** Malformed attributes, and conditions and rules that use attributes wrongly. */
export function attributeFaults(catalogue: CatalogueEntries): readonly ContentFinding[] {
  const attributes: Attributes = new Map(catalogue.attributes.map((attribute) => [attribute.id, attribute]))
  return [
    ...catalogue.attributes.flatMap(malformed),
    ...placedConditions(catalogue).flatMap((placed) => [
      ...undeclared(placed, attributes),
      ...impossible(placed, attributes),
    ]),
    ...catalogue.derivedFacts.flatMap((derived, index) => derivedValues(derived, index, attributes)),
    ...readTooEarly(catalogue.derivedFacts),
  ]
}

function malformed({ id, type, unit, choices }: ProjectAttribute, index: number): readonly ContentFinding[] {
  const choosing = type === 'choice' || type === 'choices'
  return [
    ...(type === 'number' && unit === undefined
      ? [{ code: 'unit-missing', path: ['attributes', index], sentence: `${id} is a number without a unit.` }]
      : []),
    ...(choosing === choices.length >= 2
      ? []
      : [
          {
            code: 'choices-wrong',
            path: ['attributes', index],
            sentence: `${id} has ${choices.length} choices.`,
          },
        ]),
  ]
}

function undeclared({ at, condition }: PlacedCondition, attributes: Attributes): readonly ContentFinding[] {
  return factsRead(condition)
    .filter((name) => !attributes.has(name))
    .map((name) => ({ code: 'attribute-unknown', path: at, sentence: `No attribute is called ${name}.` }))
}

function impossible({ at, condition }: PlacedCondition, attributes: Attributes): readonly ContentFinding[] {
  return constantsCompared(condition).flatMap(({ fact, value }) => {
    const attribute = attributes.get(fact)
    return !attribute || canHave(attribute, value) ? [] : [valueImpossible(at, attribute.id, value)]
  })
}

function canHave({ type, choices }: ProjectAttribute, value: FactValue): boolean {
  if (value === null) return true
  if (type === 'boolean' || type === 'number') return typeof value === type
  return choices.some((choice) => choice.value === value)
}

function derivedValues(
  derived: DerivedFact,
  index: number,
  attributes: Attributes,
): readonly ContentFinding[] {
  const attribute = attributes.get(derived.gives)
  if (!attribute) return []
  const given: readonly (readonly [ContentFinding['path'], DerivedValue])[] = [
    ...derived.rules.map(({ value }, place) => [['rules', place, 'value'], value] as const),
    ...(derived.otherwise === undefined ? [] : [[['otherwise'], derived.otherwise] as const]),
  ]
  return given
    .filter(([, value]) => !canHave(attribute, value))
    .map(([below, value]) => valueImpossible(['derivedFacts', index, ...below], attribute.id, value))
}

function valueImpossible(path: ContentFinding['path'], id: string, value: FactValue): ContentFinding {
  return { code: 'value-impossible', path, sentence: `${id} is never ${JSON.stringify(value)}.` }
}

/** Rules that read what is derived only after them, or by themselves. */
function readTooEarly(derivedFacts: readonly DerivedFact[]): readonly ContentFinding[] {
  return derivedFacts.flatMap(({ rules }, index) => {
    const later = new Set(derivedFacts.slice(index).map(({ gives }) => gives))
    return rules.flatMap(({ when }, place) =>
      factsRead(when)
        .filter((name) => later.has(name))
        .map((name) => ({
          code: 'derived-later',
          path: ['derivedFacts', index, 'rules', place, 'when'],
          sentence: `${name} is not derived before this rule.`,
        })),
    )
  })
}
