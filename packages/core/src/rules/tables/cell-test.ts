/**
 * The tests in the cells of a decision table: `-`, `"a","b"`, `< 5`, `[1..3)`, `not(…)`, `null`. A cell compares one input
 * with literals alone, so that a table can be checked without asking it.
 *
 * Source: OMG DMN 1.5 §7.3.3 (unary tests).
 */

import { parser } from 'lezer-feel'
import { accept, type Result } from '../../kernel/index.ts'
import type { Expression, Test } from '../expressions/expression.ts'
import { readNode } from '../expressions/expression-reader.ts'
import {
  type ExpressionRefusal,
  parts,
  type Reading,
  refusal,
  startReading,
  stop,
} from '../expressions/reading.ts'
import { grammarObstacle, unreadableSign } from '../expressions/syntax-check.ts'
import { readTests } from '../expressions/test-reader.ts'
import { type ComparisonSign, compared, type Truth } from '../values/comparison.ts'
import { isDayText } from '../values/day-text.ts'
import { type ExactNumber, isDecimal } from '../values/exact-number.ts'
import type { Value } from '../values/fact.ts'

/** What kinds of values a cell compares with. */
export type LiteralKind = 'number' | 'day' | 'text' | 'truth' | 'null'

/** A literal of a cell. */
export interface Literal {
  readonly kind: LiteralKind
  readonly value: ExactNumber | string | boolean | null
}

/** A comparison of the input with one literal, or with a lower and an upper one. */
type Comparison =
  | { readonly sign: ComparisonSign; readonly to: Literal }
  | {
      readonly low: Literal
      readonly high: Literal
      readonly above: '>' | '>='
      readonly below: '<' | '<='
    }

/** A cell that was read. No comparisons and not denied = any value. */
export interface CellTest {
  readonly text: string
  readonly denied: boolean
  /** one of them must hold; where `denied`, none */
  readonly comparisons: readonly Comparison[]
}

const cellParser = parser.configure({ top: 'UnaryTests' })

/** Reads a cell. */
export function readCellTest(text: string): Result<CellTest, ExpressionRefusal> {
  const sign = unreadableSign(text)
  if (sign) return refusal(text, sign)
  const tree = cellParser.parse(text)
  const obstacle = grammarObstacle(tree, text)
  if (obstacle) return refusal(text, obstacle)
  const reading = startReading(text)
  const nodes = parts(tree.topNode)
  const tests = readTests(reading, nodes, readNode)
  const comparisons = tests.map((test) => comparisonOf(reading, test))
  if (reading.obstacle) return refusal(text, reading.obstacle)
  return accept({ text, denied: nodes[0]?.name === 'not', comparisons })
}

function comparisonOf(reading: Reading, test: Test): Comparison {
  if (test.kind === 'equal') return { sign: '=', to: literalOf(reading, test.to) }
  if (test.kind === 'ordered') return { sign: test.sign, to: orderedLiteral(reading, test.to, test.sign) }
  const low = orderedLiteral(reading, test.low, '<')
  const high = orderedLiteral(reading, test.high, '<')
  if (low.kind !== high.kind)
    stop(reading, test.high, 'expression-not-supported', 'The two ends of a range are of one kind.')
  return { low, high, above: test.lowIncluded ? '>=' : '>', below: test.highIncluded ? '<=' : '<' }
}

function orderedLiteral(reading: Reading, expression: Expression, sign: ComparisonSign): Literal {
  const literal = literalOf(reading, expression)
  const ordered = literal.kind === 'number' || literal.kind === 'day'
  if (!ordered && sign !== '=' && sign !== '!=')
    stop(reading, expression, 'expression-not-supported', 'Only numbers and days have an order in a cell.')
  return literal
}

function literalOf(reading: Reading, expression: Expression): Literal {
  if (expression.kind === 'literal') return { kind: kindOf(expression.value), value: expression.value }
  if (expression.kind === 'day' && expression.of.kind === 'literal')
    return { kind: 'day', value: expression.of.value }
  stop(reading, expression, 'expression-not-supported', 'A cell compares with literal values only.')
  return { kind: 'null', value: null }
}

function kindOf(value: Literal['value']): LiteralKind {
  if (value === null) return 'null'
  if (typeof value === 'boolean') return 'truth'
  return typeof value === 'number' || isDecimal(value) ? 'number' : 'text'
}

/** Whether a value passes the cell; `null` where that is not known. */
export function passes(test: CellTest, value: Value): Truth {
  if (test.comparisons.length === 0) return true
  let unknown = false
  for (const comparison of test.comparisons) {
    const truth = holds(comparison, value)
    if (truth === true) return !test.denied
    if (truth === null) unknown = true
  }
  return unknown ? null : test.denied
}

function holds(comparison: Comparison, value: Value): Truth {
  if ('sign' in comparison) return holdsOne(comparison.sign, comparison.to, value)
  const { low, high } = comparison
  if (low.kind === 'day' && !isDayText(value)) return null
  const reached = compared(comparison.above, value, low.value)
  return reached === true ? compared(comparison.below, value, high.value) : reached
}

function holdsOne(sign: ComparisonSign, to: Literal, value: Value): Truth {
  if (to.kind === 'null') return (value === null) === (sign === '=')
  if (to.kind === 'day' && !isDayText(value)) return null
  return compared(sign, value, to.value)
}

/** The literals a cell compares with. */
export function literalsOf(test: CellTest): readonly Literal[] {
  return test.comparisons.flatMap((comparison) =>
    'sign' in comparison ? [comparison.to] : [comparison.low, comparison.high],
  )
}
