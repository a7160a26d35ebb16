/**
 * The state of reading one text: what was read, which names are bound, and the first thing that stops the reading.
 */

import type { SyntaxNode } from '@lezer/common'
import { type Refused, refuse } from '../../kernel/index.ts'
import type { Expression } from './expression.ts'

/** Why a text is not an expression of this house. */
export type ExpressionRefusal = 'expression-not-readable' | 'expression-not-supported' | 'fact-not-declared'

/** What stopped the reading, where, and in words for the author of the rule. */
export interface Obstacle {
  readonly code: ExpressionRefusal
  /** UTF-16 offset from the start of the text, 0 or more */
  readonly position: number
  readonly sentence: string
}

/** One text being read. */
export interface Reading {
  readonly text: string
  /** names bound by `some` and `every`, innermost last */
  readonly locals: string[]
  /** the names that may be used; absent = any */
  readonly declared: ReadonlySet<string> | undefined
  depth: number
  obstacle: Obstacle | undefined
}

/** A reading that has not begun. */
export function startReading(text: string, declared?: ReadonlySet<string>): Reading {
  return { text, locals: [], declared, depth: 0, obstacle: undefined }
}

/** Notes the first obstacle and stands in for the expression that could not be read. */
export function stop(
  reading: Reading,
  node: { readonly from: number; readonly to: number },
  code: ExpressionRefusal,
  sentence: string,
): Expression {
  reading.obstacle ??= { code, position: node.from, sentence }
  return { kind: 'literal', value: null, from: node.from, to: node.to }
}

/** The refusal an obstacle amounts to. */
export function refusal(text: string, obstacle: Obstacle): Refused<ExpressionRefusal> {
  return refuse(obstacle.code, { text, position: obstacle.position, sentence: obstacle.sentence })
}

/** The text a node covers. */
export function textOf(reading: Reading, node: SyntaxNode): string {
  return reading.text.slice(node.from, node.to)
}

/** The children of a node, comments left out. */
export function parts(node: SyntaxNode): readonly SyntaxNode[] {
  const found: SyntaxNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name !== 'LineComment' && child.name !== 'BlockComment') found.push(child)
  }
  return found
}
