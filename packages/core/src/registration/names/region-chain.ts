/**
 * Finds the region a text begins with: a chain of region parts going down, such as 山东 › 青岛市 › 城阳区.
 */

import type { NameTables, RegionPart } from './name-tables.ts'

/** A run of region parts, each inside the one before it. */
export interface RegionChain {
  readonly parts: readonly RegionPart[]
  /** as written */
  readonly text: string
}

const none: RegionChain = { parts: [], text: '' }

function liesWithin(tables: NameTables, part: RegionPart, parent: RegionPart): boolean {
  if (parent.level === 0 || part.level === 4 || part.within === parent.name) return true
  const between = part.within === undefined ? undefined : tables.regions.byText.get(part.within)
  return between?.some(({ within }) => within === parent.name) ?? false
}

function nextParts(tables: NameTables, text: string, start: number, last?: RegionPart): RegionPart[] {
  const beginning = tables.regions.byEdge.get(text[start] ?? '') ?? []
  return beginning.filter((part) => {
    if (!text.startsWith(part.text, start)) return false
    return last === undefined ? part.bare : part.level > last.level && liesWithin(tables, part, last)
  })
}

/** Every chain the text begins with, longest first; the last one is the empty chain. */
export function leadingRegions(tables: NameTables, text: string): readonly RegionChain[] {
  const chains: RegionChain[] = []
  const open: RegionChain[] = [none]
  for (let chain = open.pop(); chain; chain = open.pop()) {
    chains.push(chain)
    for (const part of nextParts(tables, text, chain.text.length, chain.parts.at(-1)))
      open.push({ parts: [...chain.parts, part], text: chain.text + part.text })
  }
  return chains.toSorted((a, b) => b.text.length - a.text.length || a.parts.length - b.parts.length)
}

/** The chain that is exactly this text. */
export function findWholeRegion(tables: NameTables, text: string): RegionChain | undefined {
  const [longest = none] = leadingRegions(tables, text)
  return text !== '' && longest.text === text ? longest : undefined
}
