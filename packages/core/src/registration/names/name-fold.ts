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

/** The characters of a folded name that are neither Chinese nor brackets, each once. */
export function strayCharacters(folded: string): readonly string[] {
  return [...new Set([...folded].filter((character) => !/[\p{Script=Han}()]/u.test(character)))]
}
