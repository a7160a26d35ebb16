/**
 * The constants an expression holds facts against: for asking whether they can occur at all.
 */

import { type ExactNumber, outwardNumber } from '../values/exact-number.ts'
import type { FactValue } from '../values/fact.ts'
import type { Expression, Test } from './expression.ts'
import { partsIn } from './expression-parts.ts'

/** A fact and a constant it is compared with. */
export interface ComparedConstant {
  readonly fact: string
  readonly value: FactValue
}

/** Every constant that a comparison, a test after `in`, or `list contains` holds directly against a fact. */
export function comparedConstants(expression: Expression): readonly ComparedConstant[] {
  return [...ownConstants(expression), ...partsIn(expression).flatMap(comparedConstants)]
}

function ownConstants(expression: Expression): readonly ComparedConstant[] {
  switch (expression.kind) {
    case 'comparison':
      return [
        ...against(expression.left, [expression.right]),
        ...against(expression.right, [expression.left]),
      ]
    case 'in':
      return against(expression.operand, expression.tests.flatMap(constantsOfTest))
    case 'call': {
      const [list, ...members] = expression.operands
      return list && expression.name === 'list contains' ? against(list, members) : []
    }
    default:
      return []
  }
}

function constantsOfTest(test: Test): readonly Expression[] {
  if (test.kind === 'range') return [test.low, test.high]
  return test.to.kind === 'list' ? test.to.members : [test.to]
}

function against(fact: Expression, others: readonly Expression[]): readonly ComparedConstant[] {
  if (fact.kind !== 'fact') return []
  return others.flatMap((other) =>
    other.kind === 'literal' ? [{ fact: fact.name, value: plain(other.value) }] : [],
  )
}

function plain(value: ExactNumber | string | boolean | null): FactValue {
  return value === null || typeof value === 'string' || typeof value === 'boolean'
    ? value
    : outwardNumber(value)
}
