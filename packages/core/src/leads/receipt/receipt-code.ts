/**
 * The receipt code: the one key to a lead, for whoever filed it. Nineteen symbols of chance (94 bits) and one that checks
 * them, from 31 symbols that are not mistaken for each other on paper; shown in five groups of four.
 */

import { accept, type Result, refuse } from '../../kernel/index.ts'

/** without I, L, O, U and V; a prime number of symbols, so that one weighted sum finds every slip of one or two */
const symbols = '0123456789ABCDEFGHJKMNPQRSTWXYZ'
const chanceSymbols = 19

/** Bytes of chance that a code is made from. */
export const codeChanceBytes = 64

/** Why a text is no code: it has another length or a symbol no code has, or its last symbol does not fit the others. */
export type CodeRefusal = 'code-malformed' | 'code-mistyped'

/** A code from chance, without its gaps; undefined where so many bytes fell outside the symbols that more are needed. */
export function receiptCode(chance: Uint8Array): string | undefined {
  // 248 is the greatest multiple of 31 in a byte: what lies above is thrown away, so that all symbols are as likely
  const drawn = Array.from(chance)
    .filter((byte) => byte < 248)
    .slice(0, chanceSymbols)
  if (drawn.length < chanceSymbols) return undefined
  const numbers = drawn.map((byte) => byte % symbols.length)
  return [...numbers, checkOf(numbers)].map((number) => symbols.charAt(number)).join('')
}

/** Reads a code as people type it: gaps, dashes, small letters, the letters O, I and L for the figures they look like. */
export function parseReceiptCode(text: string): Result<string, CodeRefusal> {
  const typed = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\u2010-\u2015.-]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  const numbers = Array.from(typed, (symbol) => symbols.indexOf(symbol))
  if (numbers.length !== chanceSymbols + 1 || numbers.includes(-1)) return refuse('code-malformed')
  const check = numbers[chanceSymbols]
  return checkOf(numbers.slice(0, chanceSymbols)) === check ? accept(typed) : refuse('code-mistyped')
}

/** The code in groups of four, as it is read out and written down. */
export function codeInGroups(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1 ')
}

/** One wrong symbol, or two that changed places, give another sum: the weights differ and 31 is prime. */
function checkOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number, at) => sum + number * (at + 2), 0) % symbols.length
}
