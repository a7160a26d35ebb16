/**
 * Invented company names: a register of any size, and variants that come close to one name in every way the rules know.
 * The same seed gives the same names.
 */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Converter } from 'opencc-js'
import { pinyin } from 'pinyin-pro'
import { parse } from 'yaml'

/** A number from 0 up to, not including, `below`. */
export type Draw = (below: number) => number

/** A source of chance that a seed repeats (mulberry32). */
export function seededDraw(seed: number): Draw {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

/** The parts of an invented name, before they are put in order. */
export interface InventedName {
  readonly region: string
  readonly trade: string
  readonly industry: string
  readonly form: string
}

/** Where the region stands. */
export type Order = 'front' | 'behind-trade' | 'before-form'

/** The text of an invented name. */
export function spell({ region, trade, industry, form }: InventedName, order: Order = 'front'): string {
  if (region === '' || order === 'front') return region + trade + industry + form
  return order === 'behind-trade'
    ? `${trade}(${region})${industry}${form}`
    : `${trade}${industry}(${region})${form}`
}

const content = join(import.meta.dirname, '../../../content/qingdao/names')
const load = (file: string) => parse(readFileSync(join(content, file), 'utf8'))

const groups: readonly { readonly words: readonly string[] }[] = load('industries.yaml').groups
const lookAlikes: readonly string[] = load('characters.yaml').lookAlikes
const regions = [
  '青岛',
  '青岛市',
  '山东',
  '山东省青岛市',
  '青岛城阳',
  '青岛城阳区',
  '胶州',
  '济南',
  '北京',
  '上海',
  '青岛高新区',
  '烟台',
  '',
]
const forms = ['有限公司', '有限责任公司', '股份有限公司', '厂', '集团有限公司', '经营部', '中心', '店']
const general = ['', '实业', '发展', '国际', '实业发展']

/** The 3,755 characters of GB 2312 level 1. */
export const commonCharacters: readonly string[] = Array.from({ length: 40 }, (_, row) => row).flatMap(
  (row) => {
    const decoder = new TextDecoder('gb18030')
    const last = row === 39 ? 89 : 94
    return Array.from({ length: last }, (_, cell) =>
      decoder.decode(new Uint8Array([0xb0 + row, 0xa1 + cell])),
    )
  },
)

const sounds = commonCharacters.map((character) => pinyin(character, { toneType: 'none' }))

function soundingLike(character: string): readonly string[] {
  const own = pinyin(character, { toneType: 'none' })
  return commonCharacters.filter((_, at) => sounds[at] === own)
}

const convert = Converter({ from: 'cn', to: 't' })

function toTraditional(text: string): string {
  return Array.from(text, (character) => convert(character)).join('')
}

function oneOf<T>(draw: Draw, list: readonly T[], fallback: T): T {
  return list[draw(list.length)] ?? fallback
}

/** A character by Zipf's law: the n-th most usual one n times rarer than the first. */
function zipfCharacter(draw: Draw): string {
  const rank = Math.floor(commonCharacters.length ** (draw(2 ** 30) / 2 ** 30)) - 1
  return commonCharacters[(rank * 2741) % commonCharacters.length] ?? ''
}

function inventTrade(draw: Draw, length: number): string {
  return Array.from({ length }, () => zipfCharacter(draw)).join('')
}

/** An invented name: trade words of 2 to 5 characters in equal shares, one industry in twenty-five a general one. */
export function inventName(draw: Draw): InventedName {
  const { words } = oneOf(draw, groups, { words: [] })
  return {
    region: oneOf(draw, regions, ''),
    trade: inventTrade(draw, 2 + draw(4)),
    industry: draw(25) === 0 ? oneOf(draw, general, '') : oneOf(draw, words, ''),
    form: oneOf(draw, forms, ''),
  }
}

/** An invented name whose trade word holds a character with look-alikes. */
export function inventMistakableName(draw: Draw): InventedName {
  const name = inventName(draw)
  const character = oneOf(draw, [...lookAlikes.join('')], '')
  return { ...name, trade: withCharacter(name.trade, draw(name.trade.length), character) }
}

/** A register of invented names, one after the other. */
export function* inventRegister(seed: number, count: number): Generator<string> {
  const draw = seededDraw(seed)
  for (let each = 0; each < count; each++) yield spell(inventName(draw))
}

function withCharacter(text: string, at: number, character: string): string {
  return [...text].map((own, place) => (place === at ? character : own)).join('')
}

type Change = (draw: Draw, name: InventedName) => Partial<InventedName>

function homophone(draw: Draw, { trade }: InventedName): Partial<InventedName> {
  const at = draw(trade.length)
  const own = [...trade][at] ?? ''
  return {
    trade: withCharacter(trade, at, oneOf(draw, soundingLike(own), own)),
  }
}

function lookAlike(draw: Draw, { trade }: InventedName): Partial<InventedName> {
  const at = [...trade].findIndex((character) => lookAlikes.some((group) => group.includes(character)))
  const group = lookAlikes.find((each) => each.includes([...trade][at] ?? '\n'))
  if (group) return { trade: withCharacter(trade, at, oneOf(draw, [...group], '')) }
  return { trade: withCharacter(trade, draw(trade.length), oneOf(draw, [...lookAlikes.join('')], '')) }
}

function synonym(draw: Draw, { industry }: InventedName): Partial<InventedName> {
  const group = groups.find(({ words }) => words.includes(industry))
  return { industry: oneOf(draw, group?.words ?? [], industry) }
}

/** Ways to come close to a name. */
const changes: readonly Change[] = [
  homophone,
  homophone,
  lookAlike,
  lookAlike,
  lookAlike,
  synonym,
  synonym,
  (draw, { trade }) => ({ trade: trade + inventTrade(draw, 1) }),
  (draw, { trade }) => ({ trade: inventTrade(draw, 1) + trade }),
  (_, { trade }) => ({ trade: trade.slice(1) }),
  (_, { trade }) => ({ trade: trade.slice(0, -1) }),
  (_, { trade }) => ({ trade: [...trade].toReversed().join('') }),
  (draw) => ({ industry: oneOf(draw, general, '') }),
  (draw, { industry }) => ({ industry: industry + oneOf(draw, general, '') }),
  (_, { industry }) => ({ industry: industry.replace(/业$/, '') }),
  (draw) => ({ industry: oneOf(draw, oneOf(draw, groups, { words: [] }).words, '') }),
  (draw) => ({ form: oneOf(draw, forms, '') }),
  (draw) => ({ region: oneOf(draw, regions, '') }),
]

/** A name near another one: one to three changes. */
export function nearName(draw: Draw, name: InventedName): InventedName {
  let near = name
  for (let times = 1 + draw(3); times > 0; times--)
    near = { ...near, ...oneOf(draw, changes, synonym)(draw, near) }
  return near
}

/** The text of a name as somebody might write it: another order of parts, other characters for the same ones. */
export function disguised(draw: Draw, name: InventedName): string {
  const text = spell(name, oneOf<Order>(draw, ['front', 'front', 'behind-trade', 'before-form'], 'front'))
  return disguisedText(draw, text)
}

/** The same name in other characters: traditional, full width, with characters nobody sees. */
export function disguisedText(draw: Draw, text: string): string {
  const at = draw(text.length + 1)
  const ways: readonly (() => string)[] = [
    () => text,
    () => toTraditional(text),
    () => text.replace('(', '\uff08').replace(')', '\uff09'),
    () => `${text.slice(0, at)}\u200b${text.slice(at)}`,
    () => ` ${text.slice(0, at)}\u3000${text.slice(at)}\ufeff`,
  ]
  return oneOf(draw, ways, () => text)()
}
