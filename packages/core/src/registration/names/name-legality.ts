/**
 * Whether a name may be used at all: rules C1 to C9, before any other name is looked at.
 *
 * Source: 企业名称登记管理规定 arts. 4–14; 企业名称禁限用规则 (工商企注字〔2017〕133号).
 */

import type { CompanyName } from './company-name.ts'
import type { ForbiddenWords, LegalityRule, SubjectKind } from './name-content.ts'
import type { NameEffect, NameFinding } from './name-finding.ts'
import { strayCharacters } from './name-fold.ts'
import type { NameTables } from './name-tables.ts'
import { meetingOf } from './word-meeting.ts'

/** What is known about the company besides its name; what is not known is not judged. */
export interface NameFacts {
  readonly subject?: SubjectKind
  /** short names of the regions and zones the company lies in, such as 山东, 青岛, 城阳, 高新区 */
  readonly seat?: readonly string[]
  /** it holds the shares of a group of companies */
  readonly holding?: boolean
  /** wholly foreign-owned or foreign-controlled */
  readonly foreignInvested?: boolean
}

type Found = readonly [rule: LegalityRule, effect: NameEffect, code: string, values?: Record<string, string>]

function subjectOf(name: CompanyName, facts: NameFacts): SubjectKind | undefined {
  return facts.subject ?? name.formEntry?.subjects[0]
}

function characterFindings(tables: NameTables, name: CompanyName): Found[] {
  if (name.text === '') return [['C1', 'refuses', 'name-empty']]
  const loose = /[()]/.test((name.trade ?? '') + (name.industry ?? '')) ? ['()'] : []
  const stray = [...strayCharacters(tables, name.text), ...loose]
  if (stray.length === 0) return []
  return [['C1', 'refuses', 'name-characters-not-standard', { characters: stray.join(' ') }]]
}

function regionFindings(name: CompanyName, facts: NameFacts): Found[] {
  const { parts, text: region } = name.regionChain
  const found: Found[] = []
  const [first] = parts
  const inCity = parts.some(({ level }) => level === 2)
  const district = parts.some((part) => part.district)
  if (district && !inCity && subjectOf(name, facts) !== 'IND')
    found.push(['C2', 'refuses', 'district-without-city', { region }])
  if (first?.level === 4) found.push(['C2', 'refuses', 'zone-without-region', { region }])
  const { seat } = facts
  const away = seat && parts.find((part) => part.level >= 1 && !seat.includes(part.name))
  if (away) found.push(['C2', 'refuses', 'region-not-of-the-seat', { region: away.text }])
  if (name.secondRegion !== null)
    found.push(['C2', 'refuses', 'two-regions', { first: name.secondRegion, second: region }])
  return found
}

function isRegionName(tables: NameTables, trade: string): boolean {
  const named = tables.regions.byText.get(trade)?.some(({ level }) => level >= 1 && level <= 3) ?? false
  return named && !tables.content.regions.otherMeaning.includes(trade)
}

/** A form that only enterprises have, inside the trade word: 青岛有限公司科技有限公司. */
function ownForm(tables: NameTables, trade: string): string | undefined {
  return tables.content.forms.forms.find(
    ({ name, subjects, branch }) =>
      name.length > 1 && branch !== true && !subjects.includes('IND') && trade.includes(name),
  )?.name
}

function tradeFindings(tables: NameTables, { trade }: CompanyName): Found[] {
  if (trade === null) return [['C3', 'refuses', 'trade-word-missing']]
  if ([...trade].length < 2) return [['C3', 'refuses', 'trade-word-too-short', { trade }]]
  if (isRegionName(tables, trade)) return [['C3', 'refuses', 'trade-word-is-region', { trade }]]
  const form = ownForm(tables, trade)
  if (form !== undefined) return [['C3', 'refuses', 'trade-word-holds-form', { trade, form }]]
  const isIndustry = tables.industries.byText.get(trade)?.some(({ group }) => group !== undefined) ?? false
  return isIndustry ? [['C3', 'refuses', 'trade-word-is-industry', { trade }]] : []
}

function formFindings({ form, formEntry }: CompanyName, { subject }: NameFacts): Found[] {
  if (form === null || formEntry === null) return [['C5', 'refuses', 'form-missing']]
  if (formEntry.subjects.length === 0) return [['C5', 'refuses', 'form-hides-liability', { form }]]
  if (subject === undefined || formEntry.subjects.includes(subject)) return []
  return [['C5', 'refuses', 'form-not-of-the-kind', { form, subject }]]
}

/** C4: a name names its industry and its region, unless the company works across them. */
function missingPartFindings(name: CompanyName, facts: NameFacts): Found[] {
  const found: Found[] = []
  if (name.region === null) found.push(['C4', 'human', 'region-missing'])
  // the form of an individual business says its trade: 商店, 诊所
  const needsOne = name.trade !== null && name.branchOf === undefined && subjectOf(name, facts) !== 'IND'
  if (needsOne && name.industryWords.every(({ group }) => group === undefined))
    found.push(['C4', 'human', 'industry-missing'])
  return found
}

/** The guarded words that a text holds, in one pass however long the lists are. */
function heldWords({ guarded }: NameTables, text: string): ReadonlySet<string> {
  const held = new Set<string>()
  for (let at = 0; at < text.length; at++)
    for (const word of guarded.byEdge.get(text.charAt(at)) ?? [])
      if (text.startsWith(word, at)) held.add(word)
  return held
}

/** A forbidden word refuses, unless two other words merely meet in it; where that is open, a registrar looks. */
function wordFindings(
  tables: NameTables,
  name: CompanyName,
  [rule, lists]: readonly ['C6' | 'C9', readonly ForbiddenWords[]],
): Found[] {
  const held = heldWords(tables, name.text)
  if (held.size === 0) return []
  return lists.flatMap(({ because, within, words, effect }) =>
    words.flatMap((word): Found[] => {
      if (!held.has(word)) return []
      const meeting = meetingOf(tables, name, { word, within })
      if (meeting === 'absent' || meeting === 'apart') return []
      const open = meeting === 'open' || effect === 'human'
      const code = open ? 'word-to-be-checked' : 'word-forbidden'
      return [[rule, open ? 'human' : 'refuses', code, { word, because }]]
    }),
  )
}

/** C7: in front, and as the region, with an approval alone; in the middle as a qualifier of the industry. */
function nationalFindings(tables: NameTables, name: CompanyName, facts: NameFacts): Found[] {
  const { nationalWords } = tables.content.legality
  const first = nationalWords.find((word) => name.text.startsWith(word))
  if (first !== undefined) return [['C7', 'proof', 'national-word-first', { word: first }]]
  const national = name.regionChain.parts[0]?.level === 0 ? name.region : null
  const allowed = national === '中国' && facts.foreignInvested === true
  const within = (part: string | null) => nationalWords.filter((word) => part?.includes(word) === true)
  const apart = [...within(name.trade), ...(national !== null && !allowed ? [national] : [])]
  return [
    ...apart.map((word): Found => ['C7', 'proof', 'national-word-inside', { word }]),
    ...within(name.industry).map((word): Found => ['C7', 'human', 'national-word-inside', { word }]),
  ]
}

function groupFindings(tables: NameTables, name: CompanyName, facts: NameFacts): Found[] {
  if (name.branchOf === null) return [['C8', 'refuses', 'branch-without-parent']]
  if (!name.text.includes(tables.content.forms.group) || facts.holding === true) return []
  return facts.holding === false
    ? [['C8', 'refuses', 'group-not-holding']]
    : [['C8', 'proof', 'group-to-be-checked']]
}

const severity: readonly NameEffect[] = ['refuses', 'proof', 'human']

/**
 * What rules C1 to C9 say about a name, refusals first.
 *
 * A finding refuses; or refuses unless a registrar sees the proof: a national word in front, in the trade word or as the
 * region (C7), a group whose holdings are not known (C8); or lets a registrar look: a missing region or industry (C4), a word
 * that may be a forbidden one (C6, C9), a national word in the industry (C7).
 *
 * @see 企业名称登记管理规定 arts. 4–14
 */
export function nameLegality(
  tables: NameTables,
  name: CompanyName,
  facts: NameFacts = {},
): readonly NameFinding[] {
  const { legality } = tables.content
  const found: Found[] = [
    ...characterFindings(tables, name),
    ...regionFindings(name, facts),
    ...tradeFindings(tables, name),
    ...missingPartFindings(name, facts),
    ...formFindings(name, facts),
    ...wordFindings(tables, name, ['C6', legality.forbidden]),
    ...nationalFindings(tables, name, facts),
    ...groupFindings(tables, name, facts),
    ...wordFindings(tables, name, ['C9', legality.examples]),
  ]
  const findings = found.map(([rule, effect, code, values = {}]): NameFinding => {
    const { article, mark } = legality.articles[rule]
    return { rule, article, mark, effect, code, values, existing: null }
  })
  return findings.toSorted((a, b) => severity.indexOf(a.effect) - severity.indexOf(b.effect))
}
