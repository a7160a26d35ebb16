/**
 * Core has no clock and no chance: the compiler cannot see that (Date and Math belong to the language), so this does.
 */

const impure = /\b(?:new Date\b|Date\.now|Date\(|Math\.random|Intl\.|toLocale\w+\()/

/** Lines of a core source that read the clock, throw dice or depend on the machine's locale. */
export function impureLines(file: string, source: string): readonly string[] {
  return source
    .replace(/\/\*[\s\S]*?\*\//g, (block) => block.replace(/[^\n]/g, ' '))
    .split('\n')
    .flatMap((line, index) => {
      const found = impure.exec(line.replace(/\/\/.*$/, ''))
      return found ? [`${file}:${index + 1}: ${found[0]} in core: pass the value in`] : []
    })
}
