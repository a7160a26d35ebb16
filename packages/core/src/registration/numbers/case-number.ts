/**
 * Numbers that people say on the telephone: `QG26-040017-X`, prefix and year, sequence, check character.
 */

import { unifiedCodeCharacters } from '../../access/index.ts'

function checkCharacter(body: string): string {
  let sum = 0
  for (const character of body.replace('-', '')) {
    // the prefix may hold letters the alphabet of codes leaves out; their code point serves as value
    const value = unifiedCodeCharacters.indexOf(character)
    sum = (sum * 3 + (value < 0 ? (character.codePointAt(0) ?? 0) : value)) % 31
  }
  return unifiedCodeCharacters.charAt(sum)
}

/**
 * The public number of a case.
 *
 * @param prefix - capital letters of the zone
 * @param year - four digits
 * @param sequence - 1 or more; more than six digits lengthen the number
 */
export function caseNumber(prefix: string, year: number, sequence: number): string {
  const body = `${prefix}${String(year % 100).padStart(2, '0')}-${String(sequence).padStart(6, '0')}`
  return `${body}-${checkCharacter(body)}`
}

/** Whether a number was copied without a slip: any one wrong digit is noticed. */
export function isCaseNumber(text: string): boolean {
  const match = /^([A-Z]+\d{2}-\d{6,})-([0-9A-Z])$/.exec(text)
  return match !== null && checkCharacter(match[1] ?? '') === match[2]
}
