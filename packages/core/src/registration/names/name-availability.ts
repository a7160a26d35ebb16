/**
 * The verdict about a wanted name: legality first, then the comparison with the live names of the registrar.
 *
 * Order: C1–C9 refuse; else S1–S3 make it the same; else N1–N6 make it similar; else it is available. Findings are severest
 * first, so that the first one is the one that gave the verdict: C10 is an added finding that gives none (it refuses at
 * registration) and follows them; a finding for a registrar to look at comes last.
 *
 * Source: 企业名称登记管理规定 arts. 4–17; 企业名称相同相近比对规则 (工商企注字〔2017〕133号).
 */

import { type CompanyName, parseCompanyName } from './company-name.ts'
import type { ComparisonRule } from './name-content.ts'
import type { NameEffect, NameFinding } from './name-finding.ts'
import { foldName } from './name-fold.ts'
import type { ConflictQuery, NameConflict, NameIndex } from './name-index.ts'
import { type NameFacts, nameLegality } from './name-legality.ts'
import type { NameTables } from './name-tables.ts'

/** What may be done with a wanted name. */
export type NameVerdict = 'available' | 'same' | 'similar' | 'refused'

/** The verdict about a wanted name with everything that was found, severest first. */
export interface NameAvailability {
  readonly name: CompanyName
  readonly verdict: NameVerdict
  readonly findings: readonly NameFinding[]
  /**
   * a registrar has to look before the name is granted: similar names, a missing region, or the proof without which it is
   * refused; never where a rule refuses it outright or another name is the same
   */
  readonly human: boolean
  /** C10 stands in the way of registration */
  readonly barred: boolean
}

/** What is known of the wanted name and of those who want it. */
export interface NameWish extends NameFacts, ConflictQuery {
  /** live names of companies with a proven investment relation */
  readonly related?: readonly string[]
  /** the name the applicant holds already, as a reservation or before a change */
  readonly own?: string
}

const effects: Readonly<Record<ComparisonRule, NameEffect>> = {
  S1: 'same',
  S2: 'same',
  S3: 'same',
  N1: 'similar',
  N2: 'similar',
  N3: 'similar',
  N4: 'similar',
  N5: 'similar',
  N6: 'similar',
  C10: 'refuses',
}

function conflictFinding(tables: NameTables, { rule, existing }: NameConflict): NameFinding {
  const { article, mark } = tables.content.comparison.rules[rule]
  const code = rule === 'C10' ? 'trade-word-taken' : `name-${effects[rule]}`
  return { rule, article, mark, effect: effects[rule], code, values: { existing }, existing }
}

function standingConflicts(
  tables: NameTables,
  index: NameIndex,
  name: CompanyName,
  wish: NameWish,
): readonly NameConflict[] {
  const lifted = new Set<ComparisonRule>(tables.content.comparison.investmentLifts)
  const related = new Set((wish.related ?? []).map((each) => foldName(tables, each)))
  const own = wish.own === undefined ? undefined : foldName(tables, wish.own)
  return index
    .conflicts(name, wish)
    .filter(({ rule, existing }) => existing !== own && !(related.has(existing) && lifted.has(rule)))
}

function isRefusal({ rule, effect }: NameFinding): boolean {
  return (effect === 'refuses' && rule !== 'C10') || effect === 'proof'
}

/** Nothing stands in the way that a registrar may not decide on. */
function isForRegistrar(findings: readonly NameFinding[]): boolean {
  const final = findings.some(
    ({ rule, effect }) => (effect === 'refuses' && rule !== 'C10') || effect === 'same',
  )
  return !final && findings.some(({ effect }) => effect !== 'refuses')
}

function verdictOf(findings: readonly NameFinding[]): NameVerdict {
  if (findings.some(isRefusal)) return 'refused'
  if (findings.some(({ effect }) => effect === 'same')) return 'same'
  return findings.some(({ effect }) => effect === 'similar') ? 'similar' : 'available'
}

/** Judges a wanted name against the rules of legality and the live names of one registrar. */
export function judgeName(
  tables: NameTables,
  index: NameIndex,
  wanted: string,
  wish: NameWish = {},
): NameAvailability {
  const name = parseCompanyName(tables, wanted)
  const legality = nameLegality(tables, name, wish)
  const findings = [
    ...legality.filter(isRefusal),
    ...standingConflicts(tables, index, name, wish).map((conflict) => conflictFinding(tables, conflict)),
    ...legality.filter(({ effect }) => effect === 'human'),
  ]
  return {
    name,
    verdict: verdictOf(findings),
    findings,
    human: isForRegistrar(findings),
    barred: findings.some(({ rule }) => rule === 'C10'),
  }
}
