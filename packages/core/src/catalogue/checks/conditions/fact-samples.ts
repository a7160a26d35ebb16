/**
 * Sample projects: enough of them to try a condition in all the ways it can tell projects apart.
 */

import {
  type Condition,
  constantsCompared,
  type Facts,
  type FactValue,
  factsRead,
} from '../../../rules/index.ts'
import type { ProjectAttribute } from '../../projects/project-attribute.ts'

/** more than this many samples are not tried */
const mostSamples = 50_000

/**
 * Facts in every combination that conditions can tell apart by comparing attributes with constants; `undefined` where
 * there are too many, or an attribute is not known.
 */
export function factSamples(
  conditions: readonly Condition[],
  attributes: ReadonlyMap<string, ProjectAttribute>,
): readonly Facts[] | undefined {
  const constants = conditions.flatMap(constantsCompared)
  let samples: readonly Facts[] = [{}]
  for (const name of new Set(conditions.flatMap(factsRead))) {
    const attribute = attributes.get(name)
    if (!attribute) return undefined
    const held = constants.filter(({ fact }) => fact === name).map(({ value }) => value)
    const values = valuesOf(attribute, held)
    if (samples.length * values.length > mostSamples) return undefined
    samples = samples.flatMap((sample) => values.map((value) => ({ ...sample, [name]: value })))
  }
  return samples
}

function valuesOf(
  { type, choices }: ProjectAttribute,
  constants: readonly FactValue[],
): readonly FactValue[] {
  const words = choices.map(({ value }) => value)
  switch (type) {
    case 'boolean':
      return [true, false]
    case 'choice':
      return words
    case 'choices':
      return [[], ...words.map((word) => [word]), words]
    case 'number':
      return around(constants.filter((value): value is number => typeof value === 'number'))
  }
}

/** The constants, what lies between two of them, and beyond the ends; an attribute is never below 0. */
function around(constants: readonly number[]): readonly number[] {
  const sorted = [...new Set([0, ...constants])].toSorted((a, b) => a - b)
  return sorted.flatMap((value, index) => {
    const next = sorted[index + 1] ?? value + 2
    return [value, (value + next) / 2]
  })
}
