/**
 * Core has no clock and no chance: the compiler cannot see that (Date, Math and Intl belong to the language), so this does.
 */

import { nodesOf, type SyntaxNode, syntaxTree } from './syntax-tree.ts'

/** Methods whose answer depends on the language of the machine. */
const localeMethods = /^(toLocale\w+|localeCompare)$/

/** Places of a core source that read the clock, throw dice or depend on the machine's locale or time zone. */
export function impureLines(file: string, source: string): readonly string[] {
  const { program, lineOf } = syntaxTree(file, source)
  return [...nodesOf(program)].flatMap(([node, parent]) => {
    const found = impurity(node, parent)
    return found === undefined ? [] : [`${file}:${lineOf(node.start)}: ${found} in core: pass the value in`]
  })
}

function impurity(node: SyntaxNode, parent?: SyntaxNode): string | undefined {
  if (node.type === 'MemberExpression') return impureMember(memberName(node))
  const isWorldly = node.type === 'Identifier' && (node['name'] === 'Date' || node['name'] === 'Intl')
  if (!isWorldly || isOnlyAName(node, parent)) return undefined
  const use = parent?.type === 'MemberExpression' ? memberName(parent) : String(node['name'])
  // days to milliseconds is arithmetic
  return use === 'Date.UTC' ? undefined : use
}

function impureMember(member: string): string | undefined {
  const [, method = ''] = member.split('.')
  return member === 'Math.random' || localeMethods.test(method) ? member : undefined
}

/** A field, a property or a type that happens to be called so. */
function isOnlyAName(node: SyntaxNode, parent?: SyntaxNode): boolean {
  if (parent === undefined) return false
  if (parent.type.startsWith('TS')) return true
  if (parent.type === 'MemberExpression') return parent['object'] !== node && parent['computed'] !== true
  return (
    parent.type === 'Property' &&
    parent['key'] === node &&
    parent['computed'] !== true &&
    parent['shorthand'] !== true
  )
}

/** `Math.random`, also for `Math['random']`; the object is a dash where it has no name. */
function memberName({ object, property }: SyntaxNode): string {
  const name = (part: unknown) => {
    const { name: identifier, value } = part as SyntaxNode
    return String(identifier ?? value ?? '-')
  }
  return `${name(object)}.${name(property)}`
}
