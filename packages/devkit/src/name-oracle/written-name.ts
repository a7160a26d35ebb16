/**
 * Characters as the oracle sees them: folded one by one, sounded one by one.
 */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Converter } from 'opencc-js/t2cn'
import { pinyin } from 'pinyin-pro'
import { parse } from 'yaml'

const folder = join(import.meta.dirname, '../../../../content/qingdao/names')

/** A word list of the zone. */
export function wordList(file: string) {
  return parse(readFileSync(join(folder, file), 'utf8'))
}

const { variants, lookAlikes, standardAsWell } = wordList('characters.yaml') as Record<
  'variants' | 'lookAlikes' | 'standardAsWell',
  string[]
>
const simplify = Converter({ from: 't', to: 'cn' })
const foldedCharacters = new Map<string, string>()

function foldCharacter(character: string): string {
  const known = foldedCharacters.get(character)
  if (known !== undefined) return known
  let folded = character
  for (let times = 0; times < 4; times++) {
    const variant = variants.find((pair) => pair.startsWith(folded))
    if (variant) folded = [...variant][1] ?? folded
    else if (!standardAsWell.includes(folded)) folded = simplify(folded)
  }
  foldedCharacters.set(character, folded)
  return folded
}

const brackets: readonly (readonly [string, string])[] = [
  '()',
  '()',
  '[]',
  '{}',
  '〔〕',
  '【】',
  '〖〗',
  '「」',
  '『』',
  '《》',
  '〈〉',
  '﹝﹞',
].map(([open = '', close = '']) => [open, close])

/** The text in standard characters, half-width brackets, without what cannot be seen. */
export function fold(text: string): string {
  let folded = ''
  for (const character of text.normalize('NFKC')) {
    if (
      /\p{White_Space}|\p{Cf}|\p{Variation_Selector}|\u115f|\u1160|\u3164|\uffa0|\u034f|\u17b4|\u17b5/u.test(
        character,
      )
    )
      continue
    if (brackets.some(([open]) => open === character)) folded += '('
    else if (brackets.some(([, close]) => close === character)) folded += ')'
    else folded += foldCharacter(character)
  }
  return folded
}

const sounds = new Map<string, string>()

/** Pinyin without the tone; a character that has none sounds like itself. */
export function sound(character: string): string {
  const known = sounds.get(character)
  if (known !== undefined) return known
  const [read = character] = pinyin(character, { toneType: 'none', type: 'array' })
  sounds.set(character, read)
  return read
}

/** One character, or two that a reader takes for one another. */
export function alikeCharacters(a: string, b: string): boolean {
  return a === b || lookAlikes.some((group) => group.includes(a) && group.includes(b))
}
