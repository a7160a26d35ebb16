/**
 * Free alternatives near a wanted name: its trade word with a character more or another second half, each one judged.
 */

import { type CompanyName, parseCompanyName } from './company-name.ts'
import { judgeName, type NameWish } from './name-availability.ts'
import type { NameIndex } from './name-index.ts'
import { nameLegality } from './name-legality.ts'
import type { NameTables } from './name-tables.ts'

const mostTrials = 400

/** Trade words near one; near none, where the law refuses the wanted one as such. */
function* tradeWords(tables: NameTables, trade: string): Generator<string> {
  const { after, before, pairs } = tables.content.suggestions
  const [first = ''] = trade
  for (const character of after) yield trade + character
  for (const character of before) yield character + trade
  for (const pair of pairs) yield trade + pair
  for (const pair of pairs) yield first + pair
  for (const head of before) for (const character of after) yield head + first + character
  for (const head of before) for (const pair of pairs) yield head + pair
}

/** What stands around the trade word, with region and form put right where the law refuses them. */
function frameOf(
  tables: NameTables,
  name: CompanyName,
  wish: NameWish,
  region: string,
): (trade: string) => string {
  const refused = new Set(
    nameLegality(tables, name, wish).flatMap(({ rule, effect }) => (effect === 'refuses' ? rule : [])),
  )
  const place = refused.has('C2') ? region : (name.region ?? region)
  const form = refused.has('C5') ? '有限公司' : (name.form ?? '')
  return (trade) => `${place}${trade}${name.industry ?? ''}${form}`
}

/** The trade word to begin from: none where it names a region, an industry or a form, or holds a forbidden word. */
function lawfulTrade(tables: NameTables, name: CompanyName, wish: NameWish): string {
  const refused = nameLegality(tables, name, wish).some(
    ({ rule, code }) => code !== 'trade-word-too-short' && ['C1', 'C3', 'C6', 'C9'].includes(rule),
  )
  return refused ? '' : (name.trade ?? '')
}

function isFree(
  tables: NameTables,
  index: NameIndex,
  wanted: { text: string; trade: string },
  wish: NameWish,
): boolean {
  const { text, trade } = wanted
  const { name, verdict, human, barred } = judgeName(tables, index, text, { ...wish, most: 1 })
  return verdict === 'available' && !human && !barred && name.trade === trade
}

/**
 * Names near the wanted one that are free today: available, not barred by C10, nothing for a registrar to look at.
 *
 * The same wish gives the same answer; where `count` free names cannot be found within 400 trials, fewer come back.
 *
 * @param wish - `count`: how many are wanted, 3 unless told; `region`: put in front where the wanted name has none
 */
export function suggestNames(
  tables: NameTables,
  index: NameIndex,
  wanted: string,
  wish: NameWish & { readonly count?: number; readonly region: string },
): readonly string[] {
  const { count = 3, region } = wish
  const name = parseCompanyName(tables, wanted)
  const free = new Set<string>()
  const frame = frameOf(tables, name, wish, region)
  let trials = 0
  for (const trade of tradeWords(tables, lawfulTrade(tables, name, wish))) {
    if (free.size >= count || ++trials > mostTrials) break
    const text = frame(trade)
    if (isFree(tables, index, { text, trade }, wish)) free.add(text)
  }
  return [...free]
}
