/**
 * Reads back what a rendered document says, through the fonts' own ToUnicode maps, as a screen reader or a search would.
 */

import { assert } from '@guanjia/core/kernel'
import { numberAfter, objectStream, objectText, type PdfFile } from './pdf-file.ts'

/** The text of every page, in the order of drawing, without line breaks. */
export function pageTexts(file: PdfFile): readonly string[] {
  const pages = [...file.offsets.keys()]
    .toSorted((one, other) => one - other)
    .map((number) => objectText(file, number))
    .filter((text) => /\/Type\s*\/Page\b/.test(text))
  return pages.map((page) => pageText(file, page))
}

function pageText(file: PdfFile, page: string): string {
  const fonts = new Map(
    [...page.matchAll(/\/(f\d+)\s+(\d+) 0 R/g)].map(([, name = '', number]) => [
      name,
      readUnicodeMap(file, Number(number)),
    ]),
  )
  const content = objectStream(file, numberAfter(page, 'Contents') ?? 0)
  return shownText(content, fonts)
}

const character = String.raw`\\[\s\S]|[^\\()]`
/** pairs of parentheses stand in a string as they are, one in the other; only a single one is escaped */
const literal = [1, 2, 3].reduce((inner) => `(?:${character}|\\(${inner}\\))*`, `(?:${character})*`)
const hex = String.raw`<([0-9A-Fa-f]+)>\s*(?=T[jJ]|[\d\](<-])`
const shown = new RegExp(String.raw`\/(f\d+)\s+[\d.]+\s+Tf|\((${literal})\)|${hex}`, 'g')

/** Walks the content stream: `/f0 12 Tf` chooses a font, `(…) Tj` and `[(…) 5 (…)] TJ` show glyphs of two bytes each. */
function shownText(content: Buffer, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let text = ''
  let glyphs: ReadonlyMap<number, string> = new Map()
  for (const [, font, plain, coded] of content.toString('latin1').matchAll(shown)) {
    if (font !== undefined) glyphs = fonts.get(font) ?? new Map()
    else {
      const codes = coded === undefined ? unescaped(plain ?? '') : Buffer.from(coded, 'hex')
      for (let at = 0; at + 1 < codes.length; at += 2) text += glyphs.get(codes.readUInt16BE(at)) ?? ''
    }
  }
  return text
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

function unescaped(literal: string): Buffer {
  const plain = literal.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, escape: string) =>
    /^[0-7]/.test(escape)
      ? String.fromCharCode(Number.parseInt(escape, 8))
      : (escapes[escape] ?? (escape === '\n' ? '' : escape)),
  )
  return Buffer.from(plain, 'latin1')
}

/** Glyph number → characters, from the `bfchar` entries of the font's ToUnicode map, the only kind typst writes. */
function readUnicodeMap(file: PdfFile, font: number): ReadonlyMap<number, string> {
  const map = objectStream(file, numberAfter(objectText(file, font), 'ToUnicode') ?? 0).toString('latin1')
  assert(!map.includes('beginbfrange'), 'the ToUnicode map lists single glyphs')
  const entries = [...map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)].flatMap(([, block = '']) => [
    ...block.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g),
  ])
  return new Map(
    entries.map(([, glyph = '', unicode = '']) => [
      Number.parseInt(glyph, 16),
      Buffer.from(unicode, 'hex').swap16().toString('utf16le'),
    ]),
  )
}
