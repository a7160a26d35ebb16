/**
 * Word lists compiled for reading names: longest-match word sets and one map per property of a character.
 *
 * Terms: a *region part* is one step of a region chain (province, prefecture, county or zone); the *meaning* of an industry
 * wording is the set of its groups without general words.
 */

import type { FormContent, NameContent } from './name-content.ts'

/** What the characters of a language sound like and how they are written, one character each. */
export interface CharacterTables {
  /** character to toneless pinyin, most usual reading */
  readonly pinyin: ReadonlyMap<string, string>
  /** traditional character to simplified one, only where they differ */
  readonly simplified: ReadonlyMap<string, string>
}

/** How deep a region stands; a chain goes down only. */
export const regionLevels = ['nation', 'province', 'prefecture', 'county', 'zone'] as const

/** One spelling of one region. */
export interface RegionPart {
  readonly text: string
  /** the short name, the same for all spellings */
  readonly name: string
  /** position in `regionLevels` */
  readonly level: number
  /** short name of the region it lies in; absent for provinces and zones */
  readonly within?: string
  /** a municipal district (市辖区) */
  readonly district: boolean
  /** may begin a chain; false for a short county name that also means something else */
  readonly bare: boolean
  /** written with its suffix, so that it cannot be anything but a region */
  readonly full: boolean
}

/** One industry word. */
export interface IndustryWord {
  readonly text: string
  /** group of same meaning; absent for a general word */
  readonly group?: string
  /** division of GB/T 4754, such as I65 */
  readonly division?: string
}

/** A set of words found by their text or by one of their ends. */
export interface WordSet<Word> {
  readonly byText: ReadonlyMap<string, readonly Word[]>
  /** by the first character for words a text begins with, by the last one for those it ends with; longest words first */
  readonly byEdge: ReadonlyMap<string, readonly Word[]>
}

/** What is known of a single character, by its UTF-16 code; characters beyond the basic plane are not in here. */
export interface CharacterCodes {
  /** 1 for a character that folding leaves alone and that is Chinese or a bracket */
  readonly plain: Uint8Array
  /** number of its syllable; 0 where it has no reading */
  readonly syllable: Uint16Array
  /** code of the first of its look-alikes; 0 where it has none */
  readonly outline: Uint16Array
}

/** Everything needed to read, judge and compare names. */
export interface NameTables {
  readonly content: NameContent
  /** folding of single characters: traditional and variant to standard */
  readonly standard: ReadonlyMap<string, string>
  /** the characters a name may hold: the table of standard characters */
  readonly allowed: ReadonlySet<string>
  /** everyday words and words of industries */
  readonly words: ReadonlySet<string>
  readonly pinyin: ReadonlyMap<string, string>
  readonly codes: CharacterCodes
  readonly regions: WordSet<RegionPart>
  readonly forms: WordSet<FormContent>
  readonly industries: WordSet<IndustryWord>
  /** the words that rules C6 and C9 look for */
  readonly guarded: WordSet<string>
}

function grouped<Word>(words: readonly Word[], key: (word: Word) => string): Map<string, Word[]> {
  const groups = new Map<string, Word[]>()
  for (const word of words) {
    const group = groups.get(key(word))
    if (group) group.push(word)
    else groups.set(key(word), [word])
  }
  return groups
}

function wordSet<Word>(words: readonly Word[], text: (word: Word) => string, edge: 0 | -1): WordSet<Word> {
  const longestFirst = words.toSorted((a, b) => text(b).length - text(a).length)
  return { byText: grouped(words, text), byEdge: grouped(longestFirst, (word) => text(word).at(edge) ?? '') }
}

const countySuffix = /[区县市]$/

function countyParts({ regions }: NameContent, county: string, within: string): RegionPart[] {
  const short = county.replace(countySuffix, '')
  const name = short.length >= 2 && !regions.suffixRequired.includes(short) ? short : county
  const shared = { name, level: 3, within, district: county.endsWith('区') }
  const full: RegionPart = { ...shared, text: county, bare: true, full: true }
  if (name === county) return [full]
  return [full, { ...shared, text: name, bare: !regions.otherMeaning.includes(name), full: false }]
}

function prefectureParts(prefecture: string, within: string): RegionPart[] {
  const [name = '', full = `${name}市`] = prefecture.split('/')
  const shared = { name, level: 2, within, district: false, bare: true }
  const parts: RegionPart[] = [{ ...shared, text: full, full: true }]
  if (full !== name) parts.push({ ...shared, text: name, full: false })
  return parts
}

function regionParts(content: NameContent): RegionPart[] {
  const { regions } = content
  const plain = { district: false, bare: true }
  return [
    ...regions.national.map((text) => ({ ...plain, text, name: text, level: 0, full: true })),
    ...regions.provinces.flatMap(({ name, full }) => [
      { ...plain, text: full, name, level: 1, full: true },
      { ...plain, text: name, name, level: 1, full: false },
    ]),
    ...Object.entries(regions.prefectures).flatMap(([within, names]) =>
      names.flatMap((prefecture) => prefectureParts(prefecture, within)),
    ),
    ...Object.entries(regions.counties).flatMap(([within, names]) =>
      names.flatMap((county) => countyParts(content, county, within)),
    ),
    ...regions.zones.map((text) => ({ ...plain, text, name: text, level: 4, full: true })),
  ]
}

function formWords({ forms }: NameContent): FormContent[] {
  return forms.forms.flatMap((form) =>
    form.branch === true || !form.name.endsWith('公司')
      ? [form]
      : [form, ...[forms.group, `(${forms.group})`].map((group) => ({ ...form, name: group + form.name }))],
  )
}

function industryWords({ industries }: NameContent): IndustryWord[] {
  return [
    ...industries.general.map((text) => ({ text })),
    ...industries.groups.flatMap((group) =>
      group.words.map((text) => ({ text, group: group.id, division: group.class })),
    ),
  ]
}

function guardedWords({ legality }: NameContent): string[] {
  return [...new Set([...legality.forbidden, ...legality.examples].flatMap(({ words }) => words))]
}

function pairsOf(words: readonly string[]): [string, string][] {
  return words.flatMap((word) => {
    const [from = '', to = ''] = word
    return from === to ? [] : [[from, to] as [string, string]]
  })
}

/** The folding of single characters, each followed to its end so that folding twice is folding once. */
function foldedCharacters(
  { characters }: NameContent,
  simplified: ReadonlyMap<string, string>,
): Map<string, string> {
  const mapping = new Map([...simplified, ...pairsOf(characters.variants)])
  for (const character of characters.standardAsWell) mapping.delete(character)
  const ends = new Map<string, string>()
  for (const [from, to] of mapping) {
    let end = to
    for (let step = 0; step < 3; step++) end = mapping.get(end) ?? end
    if (end !== from) ends.set(from, end)
  }
  return ends
}

const han = /\p{Script=Han}/u

const [firstBracket, lastBracket] = [0x28, 0x29]

function plainCodes(standard: ReadonlyMap<string, string>): Uint8Array {
  return Uint8Array.from({ length: 2 ** 16 }, (_, code) => {
    const character = String.fromCharCode(code)
    const own = (code >= firstBracket && code <= lastBracket) || han.test(character)
    return own && !standard.has(character) && character.normalize('NFKC') === character ? 1 : 0
  })
}

function syllableCodes(pinyin: ReadonlyMap<string, string>): Uint16Array {
  const syllables = new Uint16Array(2 ** 16)
  const numbers = new Map<string, number>()
  for (const [character, sound] of pinyin) {
    const number = numbers.get(sound) ?? numbers.size + 1
    numbers.set(sound, number)
    if (character.length === 1) syllables[character.charCodeAt(0)] = number
  }
  return syllables
}

function outlineCodes({ characters }: NameContent): Uint16Array {
  const outlines = new Uint16Array(2 ** 16)
  for (const group of characters.lookAlikes)
    for (const character of group) outlines[character.charCodeAt(0)] = group.charCodeAt(0)
  return outlines
}

/** Compiles the word lists of a zone and the tables of characters once; the result never changes. */
export function compileNameTables(content: NameContent, characters: CharacterTables): NameTables {
  const standard = foldedCharacters(content, characters.simplified)
  return {
    content,
    standard,
    allowed: new Set(content.standardCharacters.levels.join('').replace(/\s/g, '')),
    words: new Set([...content.words.words.split(/\s+/), ...industryWords(content).map(({ text }) => text)]),
    pinyin: characters.pinyin,
    codes: {
      plain: plainCodes(standard),
      syllable: syllableCodes(characters.pinyin),
      outline: outlineCodes(content),
    },
    regions: wordSet(regionParts(content), ({ text }) => text, 0),
    forms: wordSet(formWords(content), ({ name }) => name, -1),
    industries: wordSet(industryWords(content), ({ text }) => text, 0),
    guarded: wordSet(guardedWords(content), (word) => word, 0),
  }
}
