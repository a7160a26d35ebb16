/**
 * Decision rules made ready: every condition read once, names checked against what the checks measure, marks joined.
 */

import { accept, type Result, refuse } from '../../kernel/index.ts'
import type { Canonical } from '../../ledger/index.ts'
import { type Condition, factsRead, parseCondition } from '../../rules/index.ts'
import { canonicalDigest } from '../application/signing-document.ts'
import { decisionChecks } from './decision-checks.ts'
import {
  type CheckId,
  type CheckRule,
  checkIds,
  type DecisionRules,
  type ReasonRule,
  type RuleMark,
} from './decision-rules.ts'

/** A reason with its condition ready to be asked. */
export interface ReadReason {
  readonly code: string
  readonly rule: ReasonRule
  readonly condition: Condition
  /** the weakest of the reason and of the limits it compares with */
  readonly mark: RuleMark
}

/** A check with its reasons, in the order of their codes: it depends on no file or database. */
export interface ReadCheck {
  readonly rule: CheckRule
  readonly reasons: readonly ReadReason[]
  /** the weakest of the check and of its reasons */
  readonly mark: RuleMark
}

/** Rules ready to decide by. */
export interface ReadDecisionRules {
  readonly rules: DecisionRules
  /** SHA-256 of the rules, hexadecimal: decisions are pinned to it */
  readonly digest: string
  readonly checks: Readonly<Record<CheckId, ReadCheck>>
  readonly limits: Readonly<Record<string, number | readonly string[]>>
}

/** Something wrong with decision rules, and where. */
export interface DecisionRuleFinding {
  readonly path: readonly (string | number)[]
  readonly code:
    | 'check-missing'
    | 'check-twice'
    | 'list-unknown'
    | 'blank-unknown'
    | 'limit-missing'
    | 'limit-unused'
    | 'condition-not-readable'
  readonly sentence: string
}

const marks: readonly RuleMark[] = ['S', 'G', 'U']

/** Limits that the facts are gathered by, besides those that conditions name. */
const gatheringLimits = ['riskWindowDays', 'capitalPaidInWithinYears']

function weakest(found: readonly RuleMark[]): RuleMark {
  return marks[Math.max(...found.map((mark) => marks.indexOf(mark)))] ?? 'U'
}

/** Reads rules; refuses with every finding in `because.findings`. */
export function readDecisionRules(
  rules: DecisionRules,
): Result<ReadDecisionRules, 'decision-rules-unreadable'> {
  const findings: DecisionRuleFinding[] = [...limitFindings(rules)]
  const checks: Partial<Record<CheckId, ReadCheck>> = {}
  for (const [place, rule] of rules.checks.entries()) {
    const path = ['checks', place]
    if (checks[rule.id] !== undefined)
      findings.push({ path, code: 'check-twice', sentence: `${rule.id} is written twice.` })
    checks[rule.id] = readCheck(rules, rule, (found) =>
      findings.push({ ...found, path: [...path, 'reasons', ...found.path] }),
    )
  }
  for (const id of checkIds.filter((one) => checks[one] === undefined))
    findings.push({ path: ['checks'], code: 'check-missing', sentence: `${id} is not written down.` })
  if (!isWhole(checks) || findings.length > 0) return refuse('decision-rules-unreadable', { findings })
  const limits = Object.fromEntries(Object.entries(rules.limits).map(([name, { value }]) => [name, value]))
  return accept({ rules, digest: canonicalDigest(rules as unknown as Canonical), checks, limits })
}

function isWhole(checks: Partial<Record<CheckId, ReadCheck>>): checks is Record<CheckId, ReadCheck> {
  return checkIds.every((id) => checks[id] !== undefined)
}

type Find = (finding: DecisionRuleFinding) => void

function readCheck(rules: DecisionRules, rule: CheckRule, find: Find): ReadCheck {
  const codes = Object.keys(rule.reasons).toSorted((one, other) => (one < other ? -1 : 1))
  const reasons = codes.flatMap((code) => {
    const reason = rule.reasons[code]
    return reason === undefined ? [] : (readReason(rules, rule, { code, reason, find }) ?? [])
  })
  return { rule, reasons, mark: weakest([rule.mark, ...reasons.map(({ mark }) => mark)]) }
}

interface Reading {
  readonly code: string
  readonly reason: ReasonRule
  readonly find: Find
}

function readReason(rules: DecisionRules, { id, mark }: CheckRule, reading: Reading): ReadReason | undefined {
  const { code, reason, find } = reading
  const { names } = decisionChecks[id]
  const own = reason.of === undefined ? [] : names.each[reason.of]
  if (own === undefined) {
    const sentence = `${id} has no list ${reason.of}.`
    return void find({ path: [code, 'of'], code: 'list-unknown', sentence })
  }
  const facts = [...names.whole, ...own]
  for (const blank of blanksIn(reason).filter((name) => !facts.includes(name)))
    find({ path: [code], code: 'blank-unknown', sentence: `${id} has no fact ${blank} to fill in.` })
  const limits = Object.keys(rules.limits).map((name) => `limits.${name}`)
  const read = parseCondition(reason.when, { facts: new Set([...facts, ...limits]) })
  if (!read.ok) {
    const sentence = `${reason.when}: ${String(read.because['sentence'] ?? read.code)}`
    return void find({ path: [code, 'when'], code: 'condition-not-readable', sentence })
  }
  const compared = limitsIn(read.value).flatMap((name) => rules.limits[name]?.mark ?? [])
  return { code, rule: reason, condition: read.value, mark: weakest([reason.mark ?? mark, ...compared]) }
}

/** Names of the facts that the sentences of a reason fill in. */
export function blanksIn({
  text,
  mend,
  article = '',
}: Pick<ReasonRule, 'text' | 'mend' | 'article'>): string[] {
  return [...`${text}${mend}${article}`.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')
}

function limitsIn(condition: Condition): readonly string[] {
  return factsRead(condition)
    .filter((name) => name.startsWith('limits.'))
    .map((name) => name.slice('limits.'.length))
}

function limitFindings({ limits, checks }: DecisionRules): readonly DecisionRuleFinding[] {
  const texts = checks.flatMap(({ reasons }) => Object.values(reasons).map(({ when }) => when)).join(' ')
  const isUsed = (name: string) =>
    gatheringLimits.includes(name) || new RegExp(`\\blimits\\.${name}\\b`).test(texts)
  return [
    ...gatheringLimits
      .filter((name) => typeof limits[name]?.value !== 'number')
      .map((name): DecisionRuleFinding => {
        return { path: ['limits'], code: 'limit-missing', sentence: `The limit ${name} is missing.` }
      }),
    ...Object.keys(limits)
      .filter((name) => !isUsed(name))
      .map((name): DecisionRuleFinding => {
        return {
          path: ['limits', name],
          code: 'limit-unused',
          sentence: `No condition compares with ${name}.`,
        }
      }),
  ]
}
