/**
 * The relations between two names of one registrar: same (S1–S3), similar (N1–N6), and the hard conflict C10.
 *
 * Terms: the *wording* of an industry is its text without an empty tail (酒业 = 酒); its *meaning* is the set of its word
 * groups, general words left out; a name is *neutral* where nothing is left, so that it names no industry; the *sound* is
 * toneless pinyin, one syllable a character; the *outline* writes every character as the first of its look-alikes.
 *
 * Source: 企业名称相同相近比对规则 (工商企注字〔2017〕133号) arts. 3–4; 企业名称登记管理规定 art. 17.
 */

import type { CompanyName } from './company-name.ts'
import type { ComparisonRule } from './name-content.ts'
import type { IndustryWord, NameTables } from './name-tables.ts'

/** What of an industry wording is compared. */
export interface IndustryLikeness {
  readonly text: string
  readonly wording: string
  /** group ids, sorted; empty for a neutral name */
  readonly meaning: string
  /** division of GB/T 4754 of its last word that has one; empty for a neutral name */
  readonly division: string
}

/** What of a name is compared. */
export interface NameLikeness {
  readonly text: string
  readonly region: string
  readonly trade: string
  readonly industry: IndustryLikeness
  readonly form: string
  /** a branch, or a name without a trade word: only the whole text is compared */
  readonly whole: boolean
  /** one number a character: of its syllable, or of itself where it has no reading */
  readonly sound: readonly number[]
  readonly outline: string
}

/** What of an industry is compared. */
export function industryLikeness(
  tables: NameTables,
  text: string,
  words: readonly IndustryWord[],
): IndustryLikeness {
  const { industryTail } = tables.content.comparison
  const [first, second] = words
  const groups = second ? new Set(words.flatMap(({ group }) => group ?? [])) : [first?.group ?? '']
  const tailed = text.length > industryTail.length && text.endsWith(industryTail)
  return {
    text,
    wording: tailed ? text.slice(0, -industryTail.length) : text,
    meaning: [...groups].toSorted().join('+'),
    division: words.findLast(({ division }) => division !== undefined)?.division ?? '',
  }
}

const beyondSyllables = 2 ** 16

/** The sound of a trade word: one number a character, the same for characters of one toneless syllable. */
export function soundOf({ codes }: NameTables, trade: string): number[] {
  const sound: number[] = []
  for (let at = 0; at < trade.length; at++) {
    const own = trade.codePointAt(at) ?? 0
    sound.push(codes.syllable[own] || own + beyondSyllables)
    if (own >= beyondSyllables) at++
  }
  return sound
}

/** The trade word with every character written as the first of its look-alikes. */
export function outlineOf({ codes }: NameTables, trade: string): string {
  let outline = ''
  for (let at = 0; at < trade.length; at++) {
    const own = trade.charCodeAt(at)
    outline += String.fromCharCode(codes.outline[own] || own)
  }
  return outline
}

/** What of a name is compared, worked out once. */
export function nameLikeness(tables: NameTables, name: CompanyName): NameLikeness {
  const trade = name.trade ?? ''
  return {
    text: name.text,
    region: name.region ?? '',
    trade,
    industry: industryLikeness(tables, name.industry ?? '', name.industryWords),
    form: name.form ?? '',
    whole: name.branchOf !== undefined || trade === '',
    sound: soundOf(tables, trade),
    outline: outlineOf(tables, trade),
  }
}

function sameRule(a: NameLikeness, b: NameLikeness): ComparisonRule | undefined {
  if (a.trade !== b.trade) return undefined
  if (a.text === b.text) return 'S1'
  if (a.whole || b.whole || a.industry.wording !== b.industry.wording) return undefined
  const reordered = a.region === b.region && a.form === b.form && a.industry.text === b.industry.text
  return reordered ? 'S2' : 'S3'
}

const shortest = 2

/** Whether one trade word is a part of the other, two characters or more. */
function contains(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.length < long.length && [...short].length >= shortest && long.includes(short)
}

function sameRun(a: readonly number[], b: readonly number[], from: number): boolean {
  for (let at = 0; at < b.length; at++) if (a[from + at] !== b[at]) return false
  return true
}

function soundsSame(a: NameLikeness, b: NameLikeness): boolean {
  return a.sound.length === b.sound.length && sameRun(a.sound, b.sound, 0)
}

function containsSound(a: NameLikeness, b: NameLikeness): boolean {
  const [short, long] = a.sound.length < b.sound.length ? [a.sound, b.sound] : [b.sound, a.sound]
  if (short.length < shortest) return false
  for (let from = 0; from + short.length <= long.length; from++) if (sameRun(long, short, from)) return true
  return false
}

function isNeutral({ industry }: NameLikeness): boolean {
  return industry.meaning === ''
}

function meansSame(a: NameLikeness, b: NameLikeness): boolean {
  return !isNeutral(a) && !isNeutral(b) && a.industry.meaning === b.industry.meaning
}

function similarRule(a: NameLikeness, b: NameLikeness): ComparisonRule | undefined {
  const homophone = soundsSame(a, b)
  const contained = contains(a.trade, b.trade)
  if (isNeutral(a) || isNeutral(b)) return homophone || contained ? 'N5' : undefined
  if (!meansSame(a, b)) return undefined
  if (a.trade === b.trade) return 'N1'
  if (homophone) return 'N2'
  if (contained) return 'N3'
  return containsSound(a, b) ? 'N4' : undefined
}

function looksAlike(tables: NameTables, a: NameLikeness, b: NameLikeness): boolean {
  if (a.trade === b.trade || a.trade.length !== b.trade.length || a.outline !== b.outline) return false
  const related = isNeutral(a) || isNeutral(b) || meansSame(a, b)
  return related && (tables.content.comparison.lookAlikeWithoutSound.on || soundsSame(a, b))
}

/** C10 protects a name of the same industry, and one that names no industry against all. */
function hardConflict(a: NameLikeness, b: NameLikeness): boolean {
  if (a.trade !== b.trade) return false
  return isNeutral(b) || a.industry.division === b.industry.division
}

/**
 * The rules by which `existing` stands in the way of `wanted`, severest first; switched-off rules are left out.
 *
 * All rules but C10 are symmetric.
 */
export function relations(
  tables: NameTables,
  wanted: NameLikeness,
  existing: NameLikeness,
): readonly ComparisonRule[] {
  const found: ComparisonRule[] = []
  const same = sameRule(wanted, existing)
  if (same) found.push(same)
  if (!wanted.whole && !existing.whole) {
    const similar = same ? undefined : similarRule(wanted, existing)
    if (similar) found.push(similar)
    if (looksAlike(tables, wanted, existing)) found.push('N6')
    if (hardConflict(wanted, existing)) found.push('C10')
  }
  const { rules } = tables.content.comparison
  return found.filter((rule) => rules[rule].on)
}
