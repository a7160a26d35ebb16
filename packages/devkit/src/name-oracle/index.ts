/**
 * The slow oracle of names: two names compared straight from the text of the rules, sharing neither tables nor normalisation
 * with the index of core. It reads the word lists itself, folds by opencc-js, sounds by pinyin-pro, and tries every way.
 *
 * Source: 企业名称相同相近比对规则 (工商企注字〔2017〕133号) arts. 3–4; 企业名称登记管理规定 art. 17.
 */

import { type OracleName, readName } from './read-name.ts'
import { alikeCharacters, sound } from './written-name.ts'

/** Whether the longer list holds the shorter one as an unbroken run of two or more, and more besides. */
function holds(longer: readonly string[], shorter: readonly string[]): boolean {
  if (shorter.length < 2 || shorter.length >= longer.length) return false
  return longer.some((_, from) => shorter.every((each, at) => longer[from + at] === each))
}

function eitherHolds(a: readonly string[], b: readonly string[]): boolean {
  return holds(a, b) || holds(b, a)
}

function equal(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, at) => each === b[at])
}

/** 酒 and 酒业 are one wording. */
function wording({ industry }: OracleName): string {
  return industry.replace(/(?<=.)业$/u, '')
}

function similar(a: OracleName, b: OracleName): string | undefined {
  const soundA = a.trade.map(sound)
  const soundB = b.trade.map(sound)
  const general = a.groups.length === 0 || b.groups.length === 0
  if (general) return equal(soundA, soundB) || eitherHolds(a.trade, b.trade) ? 'N5' : undefined
  if (!equal(a.groups, b.groups)) return undefined
  if (equal(a.trade, b.trade)) return 'N1'
  if (equal(soundA, soundB)) return 'N2'
  if (eitherHolds(a.trade, b.trade)) return 'N3'
  return eitherHolds(soundA, soundB) ? 'N4' : undefined
}

function same(a: OracleName, b: OracleName): string | undefined {
  if (a.text === b.text) return 'S1'
  if (isWhole(a) || isWhole(b) || !equal(a.trade, b.trade)) return undefined
  if (wording(a) !== wording(b)) return undefined
  return a.region === b.region && a.industry === b.industry && a.form === b.form ? 'S2' : 'S3'
}

function looksAlike(a: OracleName, b: OracleName): boolean {
  const general = a.groups.length === 0 || b.groups.length === 0
  if (!general && !equal(a.groups, b.groups)) return false
  if (equal(a.trade, b.trade) || a.trade.length !== b.trade.length) return false
  return a.trade.every((each, at) => alikeCharacters(each, b.trade[at] ?? ''))
}

/** 同行业, or an existing name that names no industry, with the very same trade word. */
function hardConflict(a: OracleName, b: OracleName): boolean {
  return equal(a.trade, b.trade) && (b.groups.length === 0 || a.division === b.division)
}

/** Only the whole text of a branch, or of a name without a trade word, is compared. */
function isWhole({ branch, trade }: OracleName): boolean {
  return branch || trade.length === 0
}

/** The rules by which an existing name stands in the way of a wanted one, in the order S, N, N6, C10. */
export function oracleRules(wanted: string, existing: string): readonly string[] {
  const a = readName(wanted)
  const b = readName(existing)
  const sameRule = same(a, b)
  if (isWhole(a) || isWhole(b)) return sameRule ? [sameRule] : []
  const rules: string[] = []
  const first = sameRule ?? similar(a, b)
  if (first !== undefined) rules.push(first)
  if (looksAlike(a, b)) rules.push('N6')
  if (hardConflict(a, b)) rules.push('C10')
  return rules
}
