/**
 * Walking an expression: its parts, and the facts they read.
 */

import type { Expression, ExpressionOf, Test } from './expression.ts'

type Kind = Expression['kind']
type Parts = { readonly [K in Kind]: (expression: ExpressionOf<K>) => readonly Expression[] }

const partsOf: Parts = {
  literal: () => [],
  fact: () => [],
  local: () => [],
  day: ({ of }) => [of],
  list: ({ members }) => members,
  'all-of': ({ operands }) => operands,
  'any-of': ({ operands }) => operands,
  call: ({ operands }) => operands,
  not: ({ operand }) => [operand],
  known: ({ operand }) => [operand],
  comparison: ({ left, right }) => [left, right],
  arithmetic: ({ left, right }) => [left, right],
  choice: ({ condition, yes, no }) => [condition, yes, no],
  in: ({ operand, tests }) => [operand, ...tests.flatMap(partsOfTest)],
  quantified: ({ lists, condition }) => [...lists, condition],
}

function partsOfTest(test: Test): readonly Expression[] {
  return test.kind === 'range' ? [test.low, test.high] : [test.to]
}

/** The names of the facts an expression reads, in the order of the text, with repetitions. */
export function factsIn(expression: Expression): readonly string[] {
  if (expression.kind === 'fact') return [expression.name]
  return partsIn(expression).flatMap(factsIn)
}

/** The parts an expression consists of, one level down. */
export function partsIn(expression: Expression): readonly Expression[] {
  const parts = partsOf[expression.kind] as (expression: Expression) => readonly Expression[]
  return parts(expression)
}
