/**
 * Reads the tests that stand after `in` and in the cells of a table.
 */

import type { SyntaxNode } from '@lezer/common'
import type { ComparisonSign } from '../values/comparison.ts'
import type { Expression, Test } from './expression.ts'
import { parts, type Reading, stop, textOf } from './reading.ts'

type ReadNode = (reading: Reading, node: SyntaxNode) => Expression

const truthNodes = new Set(['Comparison', 'Conjunction', 'Disjunction', 'QuantifiedExpression'])

/** Reads a test, or tests in brackets with commas between them. */
export function readTests(
  reading: Reading,
  nodes: readonly SyntaxNode[],
  readNode: ReadNode,
): readonly Test[] {
  return nodes
    .flatMap((node) => (node.name === 'PositiveUnaryTests' ? parts(node) : [node]))
    .filter((node) => node.name === 'PositiveUnaryTest')
    .map((node) => readTest(reading, node, readNode))
}

function readTest(reading: Reading, node: SyntaxNode, readNode: ReadNode): Test {
  const inner = parts(node)[0] ?? node
  const [first, second] = parts(inner)
  if (inner.name === 'SimplePositiveUnaryTest' && first?.name === 'Interval')
    return readRange(reading, first, readNode)
  if (inner.name === 'SimplePositiveUnaryTest' && first && second) {
    const to = readNode(reading, second)
    return { kind: 'ordered', sign: textOf(reading, first) as ComparisonSign, to }
  }
  return { kind: 'equal', to: readEqual(reading, inner, readNode) }
}

function readEqual(reading: Reading, node: SyntaxNode, readNode: ReadNode): Expression {
  const truth = truthNodes.has(node.name) || /^not\s*\(/.test(textOf(reading, node))
  if (truth)
    return stop(
      reading,
      node,
      'expression-not-supported',
      'After in stands a value, a list, an ordering or a range; write not( … in … ) to deny it.',
    )
  return readNode(reading, node)
}

function readRange(reading: Reading, node: SyntaxNode, readNode: ReadNode): Test {
  const [open, low, , high, close] = parts(node)
  if (!open || !low || !high || !close)
    return { kind: 'equal', to: stop(reading, node, 'expression-not-readable', 'The range is not complete.') }
  return {
    kind: 'range',
    low: readNode(reading, low),
    high: readNode(reading, high),
    lowIncluded: textOf(reading, open) === '[',
    highIncluded: textOf(reading, close) === ']',
  }
}
