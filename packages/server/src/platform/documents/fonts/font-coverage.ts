/**
 * Which characters a font can draw, read from its own character map (OpenType `cmap`, formats 4 and 12).
 *
 * A document that prints a name must know this before it is set: an empty box in place of a character is a wrong name.
 */

import { assert } from '@guanjia/core/kernel'

/** Whether the font has a glyph for a code point. */
export type Coverage = (codePoint: number) => boolean

interface Range {
  readonly first: number
  readonly last: number
}

/** Reads the character map of an OpenType font held in memory. */
export function readCoverage(font: Buffer): Coverage {
  const ranges = characterRanges(font).toSorted((one, other) => one.first - other.first)
  return (codePoint) => {
    let low = 0
    let high = ranges.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const range = ranges[middle]
      if (range === undefined) return false
      if (codePoint < range.first) high = middle - 1
      else if (codePoint > range.last) low = middle + 1
      else return true
    }
    return false
  }
}

/** The most complete Unicode map wins: format 12 reaches beyond the first 65,536 characters, format 4 does not. */
function characterRanges(font: Buffer): readonly Range[] {
  const cmap = tableOffset(font, 'cmap')
  const subtables = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, index) => {
    const at = cmap + font.readUInt32BE(cmap + 4 + index * 8 + 4)
    return { at, format: font.readUInt16BE(at) }
  })
  const full = subtables.find(({ format }) => format === 12)
  if (full !== undefined) return segmentedCoverage(font, full.at)
  const basic = subtables.find(({ format }) => format === 4)
  assert(basic !== undefined, 'the font has a Unicode character map')
  return segmentsToDelta(font, basic.at)
}

function tableOffset(font: Buffer, tag: string): number {
  for (let index = 0; index < font.readUInt16BE(4); index += 1) {
    const record = 12 + index * 16
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8)
  }
  throw new Error(`the font has no ${tag} table`)
}

function segmentedCoverage(font: Buffer, at: number): readonly Range[] {
  return Array.from({ length: font.readUInt32BE(at + 12) }, (_, index) => ({
    first: font.readUInt32BE(at + 16 + index * 12),
    last: font.readUInt32BE(at + 20 + index * 12),
  }))
}

function segmentsToDelta(font: Buffer, at: number): readonly Range[] {
  const count = font.readUInt16BE(at + 6) / 2
  return Array.from({ length: count }, (_, index) => ({
    first: font.readUInt16BE(at + 16 + (count + index) * 2),
    last: font.readUInt16BE(at + 14 + index * 2),
  })).filter(({ first }) => first !== 0xffff)
}
