/**
 * One spelling for what a reader takes as one name: width, brackets, traditional and variant characters are folded, what
 * cannot be seen is removed. What remains and is no Chinese character is reported by rule C1.
 */

import type { NameTables } from './name-tables.ts'

const unseen = /[\p{Cf}\p{Default_Ignorable_Code_Point}\s]+/gu
const openBracket = /[([{〔【〖「『《〈﹝]/gu
const closeBracket = /[)\]}〕】〗」』》〉﹞]/gu

function isPlain({ codes }: NameTables, text: string): boolean {
  for (let at = 0; at < text.length; at++) if (codes.plain[text.charCodeAt(at)] !== 1) return false
  return true
}

/** The folded spelling of a name; folding it again changes nothing. */
export function foldName(tables: NameTables, text: string): string {
  if (isPlain(tables, text)) return text
  const plain = text.normalize('NFKC').replace(unseen, '')
  const bracketed = plain.replace(openBracket, '(').replace(closeBracket, ')')
  let folded = ''
  for (const character of bracketed) folded += tables.standard.get(character) ?? character
  return folded
}

/**
 * The name as it is written on papers: half-width brackets and standard characters, but a character that stands in the table
 * of standard characters stays as it is, 昇 where comparison reads 升.
 */
export function writtenName(tables: NameTables, text: string): string {
  let written = ''
  for (const character of text.normalize('NFKC').replace(unseen, ''))
    written += tables.allowed.has(character) ? character : foldName(tables, character)
  return written
}

/** The characters of a folded name that stand neither in the table of standard characters nor are brackets, each once. */
export function strayCharacters({ allowed }: NameTables, folded: string): readonly string[] {
  return [...new Set([...folded].filter((character) => !allowed.has(character) && !/[()]/.test(character)))]
}
