/**
 * Splits trade word and industry wording.
 *
 * Method: the industry is the longest end of the text that consists of industry words and leaves a trade word of two
 * characters. Of several ways to cut it, the one with the fewest words counts; among these the one whose first word is longest.
 */

import type { IndustryWord, NameTables } from './name-tables.ts'

/** Trade word and industry of a name without region and form. */
export interface TradeAndIndustry {
  readonly trade: string | null
  readonly industry: string | null
  readonly words: readonly IndustryWord[]
}

interface Cut {
  readonly words: number
  readonly first: IndustryWord
}

/** How many words it takes from a word on; undefined where what follows it is no industry. */
function wordsNeeded(best: readonly (Cut | undefined)[], end: number): number | undefined {
  if (end === best.length) return 1
  const following = best[end]
  return following && following.words + 1
}

/** For each position the best way to read the rest as industry words. */
function cuts(tables: NameTables, body: string): (Cut | undefined)[] {
  const best: (Cut | undefined)[] = Array(body.length).fill(undefined)
  for (let start = body.length - 1; start >= 0; start--) {
    for (const first of tables.industries.byEdge.get(body[start] ?? '') ?? []) {
      const words = wordsNeeded(best, start + first.text.length)
      const fewest = best[start]?.words ?? Infinity
      if (words !== undefined && words < fewest && body.startsWith(first.text, start))
        best[start] = { words, first }
    }
  }
  return best
}

function wordsFrom(best: readonly (Cut | undefined)[], start: number): IndustryWord[] {
  const words: IndustryWord[] = []
  for (let cut = best[start], at = start; cut; cut = best[at]) {
    words.push(cut.first)
    at += cut.first.text.length
  }
  return words
}

function industryStart(tables: NameTables, body: string, best: readonly (Cut | undefined)[]): number {
  if (tables.industries.byText.has(body)) return 0
  const start = best.findIndex((cut, at) => cut !== undefined && at >= 2)
  if (start >= 0) return start
  return best.findIndex((cut) => cut !== undefined)
}

/** Splits what stands between region and form. */
export function splitTradeAndIndustry(tables: NameTables, body: string): TradeAndIndustry {
  const best = cuts(tables, body)
  const start = industryStart(tables, body, best)
  if (start < 0) return { trade: body === '' ? null : body, industry: null, words: [] }
  return {
    trade: start === 0 ? null : body.slice(0, start),
    industry: body.slice(start),
    words: wordsFrom(best, start),
  }
}
