/**
 * Every exported thing of core carries a sentence: finds those without a comment block right above them.
 */

import { nodesOf, type SyntaxNode, syntaxTree } from './syntax-tree.ts'

/** An export without a sentence. */
export interface Undocumented {
  readonly file: string
  readonly line: number
  readonly name: string
}

/** A declaration and where it begins, the word `export` included. */
interface Declared {
  readonly start: number
  readonly declaration: SyntaxNode
}

/**
 * The exports of one source text that lack a comment block ending on the line above. A list `export { a }` is asked where `a` is
 * declared; what another file declares is asked there. Of overloads the first one speaks.
 */
export function undocumentedExports(file: string, source: string): readonly Undocumented[] {
  const { program, commentEnds, lineOf } = syntaxTree(file, source)
  const statements = program.body as unknown as readonly SyntaxNode[]
  const listed = new Set(statements.flatMap(listedNames))
  const seen = new Set<string>()
  return statements.flatMap(declared).flatMap(({ start, declaration, exported }) =>
    declaredNames(declaration).flatMap((name) => {
      if (seen.has(name) || !(exported || listed.has(name))) return []
      seen.add(name)
      const before = source.slice(0, start).replace(/\n\/\/ oxlint-disable[^\n]*\n$/, '\n')
      const isAbove = before === before.trimEnd() || before.trimEnd().length === before.length - 1
      return isAbove && commentEnds.has(before.trimEnd().length) ? [] : [{ file, line: lineOf(start), name }]
    }),
  )
}

function declared(statement: SyntaxNode): readonly (Declared & { readonly exported: boolean })[] {
  const exported = statement.type.startsWith('Export')
  const declaration = exported ? statement['declaration'] : statement
  if (typeof declaration !== 'object' || declaration === null) return []
  return [{ start: statement.start, declaration: declaration as SyntaxNode, exported }]
}

/** The local names of `export { a, b as c }`. */
function listedNames(statement: SyntaxNode): readonly string[] {
  if (statement.type !== 'ExportNamedDeclaration' || statement['source'] !== null) return []
  return [...nodesOf(statement['specifiers'])].flatMap(([{ type, local }]) =>
    type === 'ExportSpecifier' ? nameOf(local) : [],
  )
}

/** What a statement declares; a default export without a name is called so. */
function declaredNames(declaration: SyntaxNode): readonly string[] {
  if (declaration.type === 'VariableDeclaration') {
    const declarators = declaration['declarations'] as readonly SyntaxNode[]
    return declarators.flatMap(({ id }) => boundNames(id))
  }
  if (/^(Import|Export|Expression)/.test(declaration.type)) return []
  const names = nameOf(declaration['id'])
  return names.length > 0 ? names : ['default']
}

function boundNames(pattern: unknown): readonly string[] {
  const whole = nameOf(pattern)
  if (whole.length > 0) return whole
  return [...nodesOf(pattern)].flatMap(([node, parent]) =>
    node.type === 'Identifier' && (parent?.['value'] === node || parent?.type === 'ArrayPattern')
      ? nameOf(node)
      : [],
  )
}

function nameOf(node: unknown): readonly string[] {
  if (typeof node !== 'object' || node === null) return []
  if (!('type' in node) || node.type !== 'Identifier' || !('name' in node)) return []
  return [String(node.name)]
}
