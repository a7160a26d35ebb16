/**
 * Whether a forbidden word stands in a name as itself, or two other words merely meet in it: 中共 in 集中｜共享.
 *
 * Method: an occurrence is *apart* where a known word ends inside it and the next known word begins at the same place; it is
 * *open* where only one such word is known, or where the first one takes a character from the region in front (青岛｜市政｜协作
 * or 青岛市｜政协); else it is *whole*.
 */

import type { CompanyName } from './company-name.ts'
import type { NameTables } from './name-tables.ts'
import { leadingRegions } from './region-chain.ts'

/** How a forbidden word stands in a name. */
export type Meeting = 'absent' | 'apart' | 'open' | 'whole'

const severity: readonly Meeting[] = ['absent', 'apart', 'open', 'whole']
const longestWord = 4

interface Span {
  readonly from: number
  readonly to: number
}

/** Known words that begin before the span and end inside it, by their ends; or the other way round, by their beginnings. */
function edges(tables: NameTables, text: string, { from, to }: Span) {
  const ends = new Map<number, number>()
  const starts = new Set<number>()
  for (let middle = from + 1; middle < to; middle++) {
    for (let length = 2; length <= longestWord; length++) {
      const begin = middle - length
      if (begin >= 0 && begin < from && tables.words.has(text.slice(begin, middle))) ends.set(middle, begin)
      const end = middle + length
      if (end > to && end <= text.length && tables.words.has(text.slice(middle, end))) starts.add(middle)
    }
  }
  return { ends, starts }
}

function occurrence(tables: NameTables, name: CompanyName, span: Span): Meeting {
  const { ends, starts } = edges(tables, name.text, span)
  const { text: region } = name.regionChain
  const border = name.text.startsWith(region) ? region.length : 0
  const borders = new Set(
    border === 0 ? [] : leadingRegions(tables, name.text).map(({ text }) => text.length),
  )
  const words = [...ends].filter(([, begin]) => begin >= border || borders.has(begin))
  if (words.some(([middle, begin]) => starts.has(middle) && begin >= border)) return 'apart'
  return words.length > 0 || starts.size > 0 ? 'open' : 'whole'
}

/** Where the word is looked for: in the whole text, or in the trade word. */
function searchedSpan({ text, trade, regionChain }: CompanyName, within: 'name' | 'trade'): Span {
  if (within === 'name' || trade === null) return { from: 0, to: text.length }
  const from = text.indexOf(trade, text.startsWith(regionChain.text) ? regionChain.text.length : 0)
  return { from, to: from + trade.length }
}

/** How a word stands in a name; of several occurrences the worst counts. */
export function meetingOf(
  tables: NameTables,
  name: CompanyName,
  { word, within }: { readonly word: string; readonly within: 'name' | 'trade' },
): Meeting {
  const { from, to } = searchedSpan(name, within)
  let worst: Meeting = 'absent'
  for (let at = name.text.indexOf(word, from); at >= 0; at = name.text.indexOf(word, at + 1)) {
    if (at + word.length > to) break
    const found = occurrence(tables, name, { from: at, to: at + word.length })
    if (severity.indexOf(found) > severity.indexOf(worst)) worst = found
  }
  return worst
}
