/**
 * Characters the document font cannot draw, and what is printed in their place.
 *
 * A character whose *ideographic description sequence* (Unicode chapter 18.2, for example ⿱土口) has been reviewed is
 * drawn from its parts; any other is printed as its code point in a frame. Both are explained at the foot of the page.
 */

import type { Coverage } from './font-coverage.ts'

/** The parts of a character: side by side, or one above the other. */
export type Composition =
  | string
  | { readonly operator: '⿰' | '⿱'; readonly first: Composition; readonly second: Composition }

/** What a template is told about one character without a glyph. */
export interface RareCharacter {
  readonly character: string
  /** `U+20BB7` */
  readonly code: string
  /** the reviewed description sequence, null where there is none */
  readonly description: string | null
  readonly parts: Composition | null
}

/** The reviewed description sequence of each character, by character. */
export type ReviewedDescriptions = ReadonlyMap<string, string>

/** Every character in the texts that has no glyph, each once, in the order of first sight. */
export function rareCharacters(
  texts: Iterable<string>,
  covers: Coverage,
  reviewed: ReviewedDescriptions,
): readonly RareCharacter[] {
  const found = new Map<string, RareCharacter>()
  for (const text of texts) {
    for (const character of text) {
      const codePoint = character.codePointAt(0) ?? 0
      if (found.has(character) || isSpace(codePoint) || drawn(codePoint, covers)) continue
      found.set(character, described(character, codePoint, covers, reviewed))
    }
  }
  return [...found.values()]
}

function described(
  character: string,
  codePoint: number,
  covers: Coverage,
  reviewed: ReviewedDescriptions,
): RareCharacter {
  const code = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
  const description = reviewed.get(character)
  const parts = description === undefined ? undefined : parseDescription(description, covers)
  if (description === undefined || parts === undefined) {
    return { character, code, description: null, parts: null }
  }
  return { character, code, description, parts }
}

/** Reads a description sequence of ⿰ and ⿱; undefined where a part has no glyph either, or the sequence is broken. */
export function parseDescription(description: string, covers: Coverage): Composition | undefined {
  const signs = [...description]
  const parts = readPart(signs, covers)
  return signs.length === 0 ? parts : undefined
}

function readPart(signs: string[], covers: Coverage): Composition | undefined {
  const sign = signs.shift()
  if (sign === undefined) return undefined
  if (sign !== '⿰' && sign !== '⿱') return covers(sign.codePointAt(0) ?? 0) ? sign : undefined
  const first = readPart(signs, covers)
  const second = readPart(signs, covers)
  return first === undefined || second === undefined ? undefined : { operator: sign, first, second }
}

/** Fonts map control characters to blanks; a blank where something stands is as wrong as a box. */
function drawn(codePoint: number, covers: Coverage): boolean {
  const control = codePoint < 0x20 || (codePoint >= 0x7f && codePoint < 0xa0)
  return !control && covers(codePoint)
}

function isSpace(codePoint: number): boolean {
  return codePoint === 0x20 || codePoint === 0x0a
}
