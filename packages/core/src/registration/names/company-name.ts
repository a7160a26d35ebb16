/**
 * A company name and its four parts: region, trade word (字号), industry, form.
 *
 * The region stands first, in brackets behind the trade word, or in brackets before the form; the parts are the same in all
 * three orders. A branch carries the name of its company; its parts are those of the company.
 *
 * Source: 企业名称登记管理规定 arts. 6, 13.
 */

import { splitTradeAndIndustry, type TradeAndIndustry } from './industry-wording.ts'
import type { FormContent } from './name-content.ts'
import { foldName } from './name-fold.ts'
import type { IndustryWord, NameTables } from './name-tables.ts'
import { findWholeRegion, leadingRegions, type RegionChain } from './region-chain.ts'

/** A name read into its parts; a part that is not there is null. */
export interface CompanyName {
  /** the folded spelling */
  readonly text: string
  readonly region: string | null
  readonly trade: string | null
  readonly industry: string | null
  readonly form: string | null
  readonly regionChain: RegionChain
  /** the words the industry consists of */
  readonly industryWords: readonly IndustryWord[]
  /** the entry of the list of forms */
  readonly formEntry: FormContent | null
  /** the full name of the company a branch belongs to; null for a branch without one */
  readonly branchOf?: string | null
  /** a region in front although another one stands in brackets */
  readonly secondRegion: string | null
}

const noRegion: RegionChain = { parts: [], text: '' }

function findForm(tables: NameTables, text: string): FormContent | undefined {
  return tables.forms.byEdge.get(text.at(-1) ?? '')?.find(({ name }) => text.endsWith(name))
}

interface Located extends TradeAndIndustry {
  readonly chain: RegionChain
}

function located(tables: NameTables, body: string, chain: RegionChain): Located {
  return { chain, ...splitTradeAndIndustry(tables, body.slice(chain.text.length)) }
}

/** Gives up the longest region only where it would swallow the trade word. */
function locateInFront(tables: NameTables, body: string): Located {
  const chains = leadingRegions(tables, body)
  const [longest = noRegion] = chains
  for (const chain of chains) {
    const found = located(tables, body, chain)
    if ((found.trade?.length ?? 0) >= 2 && chain.parts.length > 0) return found
  }
  const fallback = located(tables, body, longest)
  const certain = longest.parts.some(({ full }) => full)
  return fallback.trade === null && !certain ? located(tables, body, noRegion) : fallback
}

function locate(tables: NameTables, body: string): Located & { readonly second: string | null } {
  const bracket = body.includes('(') ? /^(.+?)\(([^()]+)\)(.*)$/.exec(body) : null
  const [, before = '', inside = '', after = ''] = bracket ?? []
  const chain = findWholeRegion(tables, inside)
  if (!chain) return { ...locateInFront(tables, body), second: null }
  const rest = before + after
  const front = locateInFront(tables, rest).chain
  return { chain, ...splitTradeAndIndustry(tables, rest), second: front.text === '' ? null : front.text }
}

/** The company whose name a branch carries: the longest beginning that ends in a form of a company. */
function parentOf(tables: NameTables, text: string): string | null {
  for (let end = text.length; end >= 4; end--) {
    const form = findForm(tables, text.slice(0, end))
    if (form && form.branch !== true && form.name.length >= 2 && form.name.length < end)
      return text.slice(0, end)
  }
  return null
}

function orNull(text: string | null): string | null {
  return text === '' ? null : text
}

/** Reads a name into its parts; every text can be read, the rules of legality judge what was found. */
export function parseCompanyName(tables: NameTables, name: string): CompanyName {
  const text = foldName(tables, name)
  const form = findForm(tables, text)
  const formText = form?.name ?? ''
  const body = text.slice(0, text.length - formText.length)
  if (form?.branch === true) {
    const parent = parentOf(tables, body)
    const company = parseCompanyName(tables, parent ?? body)
    return { ...company, text, form: formText, formEntry: form, branchOf: parent }
  }
  const { chain, trade, industry, words, second } = locate(tables, body)
  return {
    text,
    region: orNull(chain.text),
    trade: orNull(trade),
    industry,
    form: orNull(formText),
    regionChain: chain,
    industryWords: words,
    formEntry: form ?? null,
    secondRegion: second,
  }
}
