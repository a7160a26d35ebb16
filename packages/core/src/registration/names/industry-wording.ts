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

/** For each position the best way to read the rest as industry words. */
function cuts(tables: NameTables, body: string): (Cut | undefined)[] {
  const { byText, longest } = tables.industries
  const best = Array.from<Cut | undefined>({ length: body.length })
  for (let start = body.length - 1; start >= 0; start--) {
    for (let length = Math.min(longest, body.length - start); length > 0; length--) {
      const rest = start + length === body.length ? 0 : best[start + length]?.words
      const known = best[start]
      if (rest === undefined || (known && known.words <= rest + 1)) continue
      const first = byText.get(body.slice(start, start + length))?.[0]
      if (first) best[start] = { words: rest + 1, first }
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
