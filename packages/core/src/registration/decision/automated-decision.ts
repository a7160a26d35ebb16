/**
 * The automatic decision on a registration (秒批): sixteen checks over given facts, one verdict, and a trace from which the
 * same verdict can be computed again by anybody.
 *
 * The order of severity is reject, human, wait, approve: one failed check decides, however many others pass.
 *
 * @see 中华人民共和国市场主体登记管理条例 articles 15, 19; 个人信息保护法 articles 24, 55
 */

import { canonicalDigest } from '../application/signing-document.ts'
import type { Canonical } from '../licence/canonical-json.ts'
import {
  capitalSound,
  modelArticles,
  nameFree,
  ordinaryCase,
  papersUnchanged,
  scopeStandard,
  seatBooked,
  tradeAgrees,
} from './check-matter.ts'
import {
  lawfulPosts,
  notBarred,
  ofAge,
  realNames,
  registersAgree,
  risks,
  shareholderKinds,
  signaturesValid,
} from './check-people.ts'
import type { Check, Reason } from './decision-check.ts'
import type { DecisionFacts } from './decision-facts.ts'
import {
  type CheckId,
  type CheckOutcome,
  type CheckRule,
  checkIds,
  type DecisionRules,
} from './decision-rules.ts'

const checks: Readonly<Record<CheckId, Check>> = {
  Q1: realNames,
  Q2: registersAgree,
  Q3: ofAge,
  Q4: notBarred,
  Q5: nameFree,
  Q6: seatBooked,
  Q7: scopeStandard,
  Q8: tradeAgrees,
  Q9: capitalSound,
  Q10: shareholderKinds,
  Q11: lawfulPosts,
  Q12: modelArticles,
  Q13: signaturesValid,
  Q14: ordinaryCase,
  Q15: risks,
  Q16: papersUnchanged,
}

/** A reason with what follows from it. */
export interface JudgedReason extends Reason {
  readonly outcome: Exclude<CheckOutcome, 'pass'>
  /** what happened, zh-CN */
  readonly text: string
  /** how to mend it, zh-CN */
  readonly mend: string
}

/** What one check said, and on which facts. */
export interface CheckResult {
  readonly id: CheckId
  readonly title: string
  readonly article: string
  readonly outcome: CheckOutcome
  readonly because: readonly JudgedReason[]
  /** SHA-256 of the facts looked at, hexadecimal */
  readonly inputsDigest: string
}

/** The verdict over all checks. */
export type DecisionVerdict = 'approve' | 'wait' | 'human' | 'reject'

/** The trace of a decision. */
export interface DecisionTrace {
  readonly ruleVersion: string
  readonly decidedAt: string
  readonly verdict: DecisionVerdict
  readonly checks: readonly CheckResult[]
  /** SHA-256 over version, verdict and checks, hexadecimal */
  readonly digest: string
}

const severity: readonly CheckOutcome[] = ['pass', 'wait', 'human', 'reject']

function worst(outcomes: readonly CheckOutcome[]): CheckOutcome {
  return outcomes.reduce(
    (left, right) => (severity.indexOf(right) > severity.indexOf(left) ? right : left),
    'pass',
  )
}

/** A reason the content does not know goes to a person: nothing is refused silently. */
function judged(rule: CheckRule | undefined, reason: Reason): JudgedReason {
  const known = rule?.reasons[reason.code]
  if (known === undefined) return { ...reason, outcome: 'human', text: reason.code, mend: '由登记人员核查' }
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (blank, key: string) => reason.values?.[key] ?? blank)
  return { ...reason, outcome: known.outcome, text: fill(known.text), mend: fill(known.mend) }
}

function run(id: CheckId, facts: DecisionFacts, rules: DecisionRules): CheckResult {
  const rule = rules.checks.find((one) => one.id === id)
  const because = checks[id].judge(facts, rules).map((reason) => judged(rule, reason))
  return {
    id,
    title: rule?.title ?? id,
    article: rule?.article ?? '',
    outcome: worst(because.map(({ outcome }) => outcome)),
    because,
    inputsDigest: canonicalDigest(checks[id].looksAt(facts) as Canonical),
  }
}

/** Runs every check and gives the verdict with its trace; the same facts and rules give the same bytes. */
export function runAutomatedDecision(facts: DecisionFacts, rules: DecisionRules): DecisionTrace {
  const results = checkIds.map((id) => run(id, facts, rules))
  const outcome = worst(results.map((result) => result.outcome))
  const verdict: DecisionVerdict = outcome === 'pass' ? 'approve' : outcome
  const said = { ruleVersion: rules.version, decidedAt: facts.at, verdict, checks: results }
  return { ...said, digest: canonicalDigest(said as unknown as Canonical) }
}

/** What a replay of a decision shows. */
export interface Replay {
  readonly same: boolean
  /** the first check that came out differently, or undefined */
  readonly firstDifference: CheckId | undefined
  readonly trace: DecisionTrace
}

/** Decides again on the facts kept with a trace and compares, check by check. */
export function replayDecision(trace: DecisionTrace, facts: DecisionFacts, rules: DecisionRules): Replay {
  const again = runAutomatedDecision(facts, rules)
  // digests, not texts: a database gives the members of an object back in another order
  const digestIn = (one: DecisionTrace, id: CheckId) =>
    canonicalDigest((one.checks.find((check) => check.id === id) ?? null) as unknown as Canonical)
  const firstDifference = checkIds.find((id) => digestIn(trace, id) !== digestIn(again, id))
  return {
    same: again.digest === trace.digest && firstDifference === undefined,
    firstDifference,
    trace: again,
  }
}
