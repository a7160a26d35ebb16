/**
 * Loads the word lists of company names from the zone's content and the tables of characters from pinyin-pro and opencc-js.
 * Building takes about a fifth of a second; the tables are kept for the life of the process.
 */

import { join } from 'node:path'
import {
  type CharacterTables,
  compileNameTables,
  type NameContent,
  type NameTables,
} from '@guanjia/core/registration'
import { Converter } from 'opencc-js/t2cn'
import { pinyin } from 'pinyin-pro'
import { readContentFile } from '../platform/content-file.ts'

/** file of each list by its name in the tables */
const files = {
  regions: 'regions',
  forms: 'forms',
  industries: 'industries',
  characters: 'characters',
  standardCharacters: 'standard-characters',
  words: 'words',
  legality: 'legality',
  comparison: 'comparison',
  suggestions: 'suggestions',
} as const

/** CJK ideographs: Extension A, the unified block, compatibility, Extensions B to F. */
const blocks = [
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xf900, 0xfaff],
  [0x20000, 0x2ebef],
] as const

/** The Chinese characters of the blocks above that differ under the conversion, with their simplified form. */
function simplifiedCharacters(): Map<string, string> {
  const convert = Converter({ from: 't', to: 'cn' })
  const simplified = new Map<string, string>()
  for (const [first, last] of blocks) {
    for (let code = first; code <= last; code++) {
      const character = String.fromCodePoint(code)
      const standard = convert(character)
      if (standard !== character) simplified.set(character, standard)
    }
  }
  return simplified
}

function characterSounds(): Map<string, string> {
  const sounds = new Map<string, string>()
  for (const [first, last] of blocks.slice(0, 2)) {
    for (let code = first; code <= last; code++) {
      const character = String.fromCodePoint(code)
      const sound = pinyin(character, { toneType: 'none' })
      if (sound !== character) sounds.set(character, sound)
    }
  }
  return sounds
}

let characters: CharacterTables | undefined
const loaded = new Map<string, NameTables>()

/**
 * The tables of one zone.
 *
 * @param folder - the folder of the word lists, such as `content/qingdao/names`
 */
export function loadNameTables(folder: string): NameTables {
  const known = loaded.get(folder)
  if (known) return known
  characters ??= { pinyin: characterSounds(), simplified: simplifiedCharacters() }
  const content = Object.fromEntries(
    Object.entries(files).map(([part, file]) => [part, readContentFile(join(folder, `${file}.yaml`))]),
  ) as unknown as NameContent
  const tables = compileNameTables(content, characters)
  loaded.set(folder, tables)
  return tables
}
