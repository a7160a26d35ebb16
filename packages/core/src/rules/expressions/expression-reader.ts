/**
 * Reads FEEL into expressions. The grammar is lezer-feel's; what this house does not support is refused by name and place.
 *
 * Source: OMG DMN 1.5 §10.3 (FEEL).
 */

import type { SyntaxNode } from '@lezer/common'
import { parser } from 'lezer-feel'
import { accept, type Result } from '../../kernel/index.ts'
import type { ComparisonSign } from '../values/comparison.ts'
import { isDayText } from '../values/day-text.ts'
import { exactNumber } from '../values/exact-number.ts'
import { arityOf } from '../values/function-table.ts'
import type { ArithmeticSign, Expression, Test } from './expression.ts'
import { readName } from './name-reader.ts'
import {
  type ExpressionRefusal,
  parts,
  type Reading,
  refusal,
  startReading,
  stop,
  textOf,
} from './reading.ts'
import { grammarObstacle, unreadableSign } from './syntax-check.ts'
import { readTests } from './test-reader.ts'
import { readText } from './text-reader.ts'

const deepest = 60

/**
 * Reads one expression.
 *
 * @param declared - the names of facts that may be used; any other name is refused. Absent: any name may be used
 */
export function readExpression(
  text: string,
  declared?: ReadonlySet<string>,
): Result<Expression, ExpressionRefusal> {
  const sign = unreadableSign(text)
  if (sign) return refusal(text, sign)
  const tree = parser.parse(text)
  const obstacle = grammarObstacle(tree, text)
  if (obstacle) return refusal(text, obstacle)
  const reading = startReading(text, declared)
  const [top] = parts(tree.topNode)
  const expression = top ? readNode(reading, top) : stopEmpty(reading, tree.topNode)
  return reading.obstacle ? refusal(text, reading.obstacle) : accept(expression)
}

function stopEmpty(reading: Reading, node: SyntaxNode): Expression {
  return stop(reading, node, 'expression-not-readable', 'The expression is empty.')
}

type NodeReader = (reading: Reading, node: SyntaxNode) => Expression

const readers: Readonly<Record<string, NodeReader>> = {
  NumericLiteral: readNumber,
  StringLiteral: (reading, node) => ({
    kind: 'literal',
    value: readText(textOf(reading, node)),
    ...span(node),
  }),
  BooleanLiteral: (reading, node) => ({
    kind: 'literal',
    value: textOf(reading, node) === 'true',
    ...span(node),
  }),
  null: (_reading, node) => ({ kind: 'literal', value: null, ...span(node) }),
  VariableName: readName,
  PathExpression: readName,
  ParenthesizedExpression: (reading, node) => readPart(reading, node, 1),
  Conjunction: (reading, node) => readJunction(reading, node, 'all-of'),
  Disjunction: (reading, node) => readJunction(reading, node, 'any-of'),
  Comparison: readComparison,
  ArithmeticExpression: readArithmetic,
  IfExpression: (reading, node) => ({
    kind: 'choice',
    condition: readPart(reading, node, 1),
    yes: readPart(reading, node, 3),
    no: readPart(reading, node, 5),
    ...span(node),
  }),
  QuantifiedExpression: readQuantified,
  FunctionInvocation: readCall,
  DateTimeLiteral: readDay,
  List: (reading, node) => ({
    kind: 'list',
    members: operandNodes(node).map((member) => readNode(reading, member)),
    ...span(node),
  }),
}

/** Reads the expression a node of the grammar stands for. */
export function readNode(reading: Reading, node: SyntaxNode): Expression {
  const reader = readers[node.name]
  if (!reader) return unsupported(reading, node, `“${textOf(reading, node).slice(0, 40)}” is not supported.`)
  if (reading.depth >= deepest)
    return unsupported(reading, node, `Expressions nest at most ${deepest} levels deep.`)
  reading.depth += 1
  const expression = reader(reading, node)
  reading.depth -= 1
  return expression
}

function readPart(reading: Reading, node: SyntaxNode, index: number): Expression {
  const part = parts(node)[index]
  return part ? readNode(reading, part) : stopEmpty(reading, node)
}

function unsupported(reading: Reading, node: SyntaxNode, sentence: string): Expression {
  return stop(reading, node, 'expression-not-supported', sentence)
}

function span(node: SyntaxNode): { from: number; to: number } {
  return { from: node.from, to: node.to }
}

/** The children that are expressions: what is left without brackets and commas. */
function operandNodes(node: SyntaxNode): readonly SyntaxNode[] {
  return parts(node).filter((part) => part.name in readers)
}

function readNumber(reading: Reading, node: SyntaxNode): Expression {
  const value = exactNumber(textOf(reading, node).replace(/\s/g, ''))
  if (value === undefined) return unsupported(reading, node, 'This number is not supported.')
  return { kind: 'literal', value, ...span(node) }
}

function readJunction(reading: Reading, node: SyntaxNode, kind: 'all-of' | 'any-of'): Expression {
  const operands: SyntaxNode[] = []
  let rest: SyntaxNode | undefined = node
  while (rest?.name === node.name) {
    const [left, , right] = parts(rest)
    if (right) operands.unshift(right)
    rest = left
  }
  if (rest) operands.unshift(rest)
  return { kind, operands: operands.map((operand) => readNode(reading, operand)), ...span(node) }
}

function readComparison(reading: Reading, node: SyntaxNode): Expression {
  const [left, sign, ...rest] = parts(node)
  if (!left || !sign) return stopEmpty(reading, node)
  if (left.name === 'Comparison')
    return unsupported(reading, node, 'Comparisons cannot be chained: join them with and, or use brackets.')
  const operand = readNode(reading, left)
  if (sign.name === 'in')
    return { kind: 'in', operand, tests: readTests(reading, rest, readNode), ...span(node) }
  const [right, , high] = rest
  if (!right) return stopEmpty(reading, node)
  if (sign.name === 'between' && high) {
    const range = { lowIncluded: true, highIncluded: true }
    const test: Test = {
      kind: 'range',
      low: readNode(reading, right),
      high: readNode(reading, high),
      ...range,
    }
    return { kind: 'in', operand, tests: [test], ...span(node) }
  }
  const compared = readNode(reading, right)
  return compare(textOf(reading, sign) as ComparisonSign, operand, compared, node)
}

/** Comparing with the word `null` asks whether a fact is known: the one comparison that always has an answer. */
function compare(sign: ComparisonSign, left: Expression, right: Expression, node: SyntaxNode): Expression {
  if (sign === '=' || sign === '!=') {
    const wanted = sign === '!='
    if (isNull(right)) return { kind: 'known', operand: left, wanted, ...span(node) }
    if (isNull(left)) return { kind: 'known', operand: right, wanted, ...span(node) }
  }
  return { kind: 'comparison', sign, left, right, ...span(node) }
}

function isNull(expression: Expression): boolean {
  return expression.kind === 'literal' && expression.value === null
}

function readArithmetic(reading: Reading, node: SyntaxNode): Expression {
  const [first, second, third] = parts(node)
  if (!first || !second) return stopEmpty(reading, node)
  if (!third) {
    const zero: Expression = { kind: 'literal', value: 0, from: node.from, to: node.from }
    return { kind: 'arithmetic', sign: '-', left: zero, right: readNode(reading, second), ...span(node) }
  }
  const sign = textOf(reading, second)
  if (sign === '**') return unsupported(reading, second, 'Powers (**) are not supported.')
  const [left, right] = [readNode(reading, first), readNode(reading, third)]
  return { kind: 'arithmetic', sign: sign as ArithmeticSign, left, right, ...span(node) }
}

function readQuantified(reading: Reading, node: SyntaxNode): Expression {
  const [word, bindings, , condition] = parts(node)
  if (!word || !bindings || !condition) return stopEmpty(reading, node)
  const names: string[] = []
  const lists: Expression[] = []
  const outer = reading.locals.length
  for (const binding of parts(bindings).filter((part) => part.name === 'InExpression')) {
    const [name, , context] = parts(binding)
    if (!name || !context) return stopEmpty(reading, binding)
    lists.push(readList(reading, context))
    const bound = textOf(reading, name).replace(/\s+/g, ' ').normalize('NFC')
    names.push(bound)
    reading.locals.push(bound)
  }
  const satisfied = readNode(reading, condition)
  reading.locals.length = outer
  return {
    kind: 'quantified',
    every: word.name === 'every',
    names,
    lists,
    condition: satisfied,
    ...span(node),
  }
}

function readList(reading: Reading, context: SyntaxNode): Expression {
  const [list, ...more] = parts(context)
  if (!list || more.length > 0 || list.name === 'SimplePositiveUnaryTest')
    return unsupported(reading, context, 'Only the members of a list can be gone through, not a range.')
  return readNode(reading, list)
}

function readCall(reading: Reading, node: SyntaxNode): Expression {
  const [callee, , given] = parts(node)
  if (!callee || !given) return stopEmpty(reading, node)
  const name = textOf(reading, callee).replace(/\s+/g, ' ')
  const arity = arityOf(name)
  if (!arity) return unsupported(reading, callee, `The function ${name} is not supported.`)
  if (given.name === 'NamedParameters') return unsupported(reading, given, 'Give values without names.')
  const operands = operandNodes(given).map((operand) => readNode(reading, operand))
  const [first] = operands
  if (!first || operands.length < arity.least || operands.length > arity.most)
    return unsupported(reading, node, `The function ${name} takes ${arity.sentence}.`)
  if (name === 'not') return { kind: 'not', operand: first, ...span(node) }
  if (name === 'is defined') return { kind: 'known', operand: first, wanted: true, ...span(node) }
  return { kind: 'call', name, operands, ...span(node) }
}

function readDay(reading: Reading, node: SyntaxNode): Expression {
  const [word, , given] = parts(node)
  const [operand, ...more] = given ? operandNodes(given) : []
  if (!word || textOf(reading, word) !== 'date' || !operand || more.length > 0)
    return unsupported(reading, node, 'Of days and times only date("YYYY-MM-DD") is supported.')
  const of = readNode(reading, operand)
  if (of.kind === 'literal' && !isDayText(of.value))
    return stop(reading, operand, 'expression-not-readable', 'A day is written "YYYY-MM-DD" and must exist.')
  return { kind: 'day', of, ...span(node) }
}
