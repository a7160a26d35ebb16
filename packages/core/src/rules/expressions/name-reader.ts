/**
 * Reads names of facts: dotted, in any script, with single spaces inside.
 */

import type { SyntaxNode } from '@lezer/common'
import type { Expression } from './expression.ts'
import { parts, type Reading, stop, textOf } from './reading.ts'

const word = /^[\p{L}\p{Nl}_][\p{L}\p{M}\p{N}_]*$/u

/** The fact, or the member of a bound name, that a name or a path stands for. */
export function readName(reading: Reading, node: SyntaxNode): Expression {
  const steps = pathSteps(node).map((step) => ({ step, name: nameOf(reading, step) }))
  const odd = steps.find(({ name }) => !name.split(' ').every((part) => word.test(part)))
  if (odd) return stopAtOddName(reading, odd.step)
  const [first = '', ...rest] = steps.map(({ name }) => name)
  const span = { from: node.from, to: node.to }
  if (reading.locals.includes(first)) return { kind: 'local', name: first, steps: rest, ...span }
  const name = [first, ...rest].join('.')
  if (reading.declared && !reading.declared.has(name))
    return stop(reading, node, 'fact-not-declared', `No fact is called ${name}.`)
  return { kind: 'fact', name, ...span }
}

/** The steps of a path from left to right; the grammar nests them to the left. */
function pathSteps(node: SyntaxNode): readonly SyntaxNode[] {
  const steps: SyntaxNode[] = []
  let rest: SyntaxNode | undefined = node
  while (rest?.name === 'PathExpression') {
    const [holder, , member] = parts(rest)
    if (member) steps.unshift(member)
    rest = holder
  }
  if (rest) steps.unshift(rest)
  return steps
}

/** What a name is whatever its spaces and its Unicode composition. */
function nameOf(reading: Reading, node: SyntaxNode): string {
  return textOf(reading, node).replace(/\s+/g, ' ').normalize('NFC')
}

function stopAtOddName(reading: Reading, node: SyntaxNode): Expression {
  if (node.name !== 'VariableName' && node.name !== 'PathName')
    return stop(reading, node, 'expression-not-supported', 'A dot can only follow a name.')
  return stop(
    reading,
    node,
    'expression-not-readable',
    `“${textOf(reading, node)}” is no name: a sign between two parts is missing, or a word begins with a digit.`,
  )
}
