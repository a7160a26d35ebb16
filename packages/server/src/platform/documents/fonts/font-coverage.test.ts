import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCoverage } from './font-coverage.ts'
import { parseDescription, rareCharacters } from './rare-character.ts'

const fonts = join(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), '../fonts')
const covers = readCoverage(readFileSync(join(fonts, 'NotoSansHans-Regular.otf')))
const has = (character: string) => covers(character.codePointAt(0) ?? 0)

describe(readCoverage, () => {
  it.each(['青', '〇', '·', '㙍', '𬭎', 'A', '⿰', '（'])('finds %s', (character) => {
    expect(has(character)).toBe(true)
  })
  it.each(['𠮷', '𪚥', '𠀋', '\u{e000}', '\u{10ffff}'])('misses %s', (character) => {
    expect(has(character)).toBe(false)
  })
})

describe(rareCharacters, () => {
  it('lists each character once and leaves spaces alone', () => {
    const found = rareCharacters(['𠮷 𠀋', '𠮷\n字'], covers, new Map([['𠮷', '⿱土口']]))
    expect(found).toEqual([
      {
        character: '𠮷',
        code: 'U+20BB7',
        description: '⿱土口',
        parts: { operator: '⿱', first: '土', second: '口' },
      },
      { character: '𠀋', code: 'U+2000B', description: null, parts: null },
    ])
  })
})

describe('a control character', () => {
  it('is shown, though the font maps it to a blank', () => {
    expect(rareCharacters(['a\u0007b'], covers, new Map()).map(({ code }) => code)).toEqual(['U+0007'])
  })
})

describe(parseDescription, () => {
  it('reads nested parts', () => {
    const pair = { operator: '⿰', first: '龍', second: '龍' }
    expect(parseDescription('⿱⿰龍龍⿰龍龍', covers)).toEqual({ operator: '⿱', first: pair, second: pair })
  })
  it.each(['⿱土', '⿱土口口', '', '⿱土𠀋'])('refuses the broken sequence "%s"', (description) => {
    expect(parseDescription(description, covers)).toBeUndefined()
  })
})
