/**
 * Every exported thing of core carries a sentence: finds those without a comment block right above them.
 */

export interface Undocumented {
  readonly file: string
  readonly line: number
  readonly name: string
}

const exported =
  /^export (?:declare )?(?:async )?(?:function|const|interface|type|abstract class|class|enum) (\w+)/

/** The exports of one source text that lack a comment block ending on the line above. */
export function undocumentedExports(file: string, source: string): readonly Undocumented[] {
  const lines = source.split('\n')
  const documented = new Set<string>()
  return lines.flatMap((line, index) => {
    const name = exported.exec(line)?.[1]
    if (name === undefined || documented.has(name)) return []
    const isWaived = lines[index - 1]?.startsWith('// oxlint-disable') === true
    if (lines[index - (isWaived ? 2 : 1)]?.trimEnd().endsWith('*/') === true) {
      documented.add(name)
      return []
    }
    return [{ file, line: index + 1, name }]
  })
}
