/**
 * Source texts as syntax trees, for the checks that a regular expression cannot make.
 */

import { type Program, parseSync } from 'oxc-parser'

/** A node of the tree; its fields depend on its type. */
export interface SyntaxNode {
  readonly type: string
  /** first character, counted from 0 */
  readonly start: number
  readonly [field: string]: unknown
}

/** A parsed text. */
export interface SyntaxTree {
  readonly program: Program
  /** block comments by the place after their last character */
  readonly commentEnds: ReadonlySet<number>
  /** the line of a place, 1 = the first */
  readonly lineOf: (place: number) => number
}

/** Parses TypeScript; a text that does not parse is a broken promise, because the compiler comes first. */
export function syntaxTree(file: string, source: string): SyntaxTree {
  const { program, comments, errors } = parseSync(file, source)
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`)
  const blocks = comments.filter(({ type }) => type === 'Block')
  return {
    program,
    commentEnds: new Set(blocks.map(({ end }) => end)),
    lineOf: (place) => source.slice(0, place).split('\n').length,
  }
}

/** Every node of a tree with the node around it, outer ones first. */
export function* nodesOf(
  node: unknown,
  parent?: SyntaxNode,
): Generator<readonly [node: SyntaxNode, around: SyntaxNode | undefined]> {
  if (Array.isArray(node)) {
    for (const each of node) yield* nodesOf(each, parent)
  } else if (isNode(node)) {
    yield [node, parent]
    for (const value of Object.values(node)) yield* nodesOf(value, node)
  }
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}
