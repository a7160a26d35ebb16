/**
 * The automatic decision on a registration (秒批): sixteen checks over given facts, one verdict, and a trace from which the
 * same verdict can be computed again by anybody. A check measures; whether what it measured stands against the
 * registration is asked of the conditions in the zone's content.
 *
 * The order of severity is reject, human, wait, approve: one failed check decides, however many others pass.
 *
 * @see 中华人民共和国市场主体登记管理条例 articles 15, 19; 个人信息保护法 articles 24, 55
 */

import { filled } from '../../kernel/index.ts'
import type { Canonical } from '../../ledger/index.ts'
import { type Answer, evaluate, type Facts } from '../../rules/index.ts'
import { canonicalDigest } from '../application/signing-document.ts'
import type { Measured, MeasuredItem } from './decision-check.ts'
import { decisionChecks } from './decision-checks.ts'
import type { DecisionFacts } from './decision-facts.ts'
import { type CheckId, type CheckOutcome, checkIds, type RuleMark } from './decision-rules.ts'
import { blanksIn, type ReadCheck, type ReadDecisionRules, type ReadReason } from './read-decision-rules.ts'

/** A reason against, with what follows from it and what it rests on. */
export interface JudgedReason {
  readonly code: string
  readonly outcome: Exclude<CheckOutcome, 'pass'>
  /** what happened, zh-CN */
  readonly text: string
  /** how to mend it, zh-CN */
  readonly mend: string
  readonly mark: RuleMark
  /** the condition as the content has it */
  readonly condition: string
  /** the facts that made it hold, as they were read */
  readonly facts: readonly { readonly name: string; readonly value: Canonical }[]
  /** key of the party it is about */
  readonly partyId?: string
  /** the article of this reason, where it is not that of the check */
  readonly article?: string
  /** what the sentence for people needs; never personal data */
  readonly values?: Readonly<Record<string, string>>
}

/** What one check said, and on which facts. */
export interface CheckResult {
  readonly id: CheckId
  readonly title: string
  readonly article: string
  /** the weakest of the check, its conditions and the limits they compare with; U is shown as 待确认 */
  readonly mark: RuleMark
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
  /** SHA-256 of the rules, hexadecimal */
  readonly rulesDigest: string
  readonly decidedAt: string
  readonly verdict: DecisionVerdict
  readonly checks: readonly CheckResult[]
  /** SHA-256 over version, verdict and checks, hexadecimal */
  readonly digest: string
  /** microseconds each check took; no part of the digest, since no two runs take the same */
  readonly elapsed?: Readonly<Partial<Record<CheckId, number>>>
}

const severity: readonly CheckOutcome[] = ['pass', 'wait', 'human', 'reject']

function worst(outcomes: readonly CheckOutcome[]): CheckOutcome {
  return outcomes.reduce(
    (left, right) => (severity.indexOf(right) > severity.indexOf(left) ? right : left),
    'pass',
  )
}

interface Asking {
  readonly read: ReadDecisionRules
  readonly check: ReadCheck
  readonly measured: Measured
}

/** Every reason of a check that holds, or cannot be excluded. */
function reasonsAgainst({ read, check, measured }: Asking): readonly JudgedReason[] {
  const { limits } = read
  const whole: Facts = { ...measured.whole, limits }
  return check.reasons.flatMap((reason) => {
    if (reason.rule.of === undefined) return judged(read, reason, whole, measured.whole) ?? []
    const items = measured.each[reason.rule.of] ?? []
    return items.flatMap((item) => {
      const facts = { ...measured.whole, ...item }
      return judged(read, reason, { ...facts, limits }, facts) ?? []
    })
  })
}

/** What a condition that cannot be answered comes to is left to a person: nothing is refused or passed silently. */
function judged(
  { rules }: ReadDecisionRules,
  reason: ReadReason,
  facts: Facts,
  item: MeasuredItem,
): JudgedReason | undefined {
  const answer = evaluate(reason.condition, facts)
  if (answer.value === false) return undefined
  const { rule, mark } = reason
  const party = item['party']
  const about = typeof party === 'string' ? { partyId: party } : {}
  const evidence = { mark, condition: rule.when, facts: factsOf(answer), ...about }
  if (answer.value !== true) {
    const values = { code: reason.code }
    const { text, mend } = rules.notKnown
    return { code: 'not-known', outcome: 'human', text: filled(text, values), mend, values, ...evidence }
  }
  const values = Object.fromEntries(blanksIn(rule).map((name) => [name, wordOf(item[name])]))
  const { outcome, text, mend } = rule
  const article = filled(rule.article ?? '', values)
  return {
    code: reason.code,
    outcome,
    text: filled(text, values),
    mend: filled(mend, values),
    ...evidence,
    ...(article === '' ? {} : { article }),
    ...(Object.keys(values).length === 0 ? {} : { values }),
  }
}

function wordOf(fact: Canonical | undefined): string {
  if (fact === undefined || fact === null) return ''
  return Array.isArray(fact) ? fact.join('、') : String(fact)
}

/** The facts that decided, each once. */
function factsOf({ because }: Answer): JudgedReason['facts'] {
  const read = new Map(because.flatMap(({ facts }) => facts.map(({ name, value }) => [name, value] as const)))
  return [...read].map(([name, value]) => ({ name, value: (value ?? null) as Canonical }))
}

function run(id: CheckId, facts: DecisionFacts, read: ReadDecisionRules): CheckResult {
  const check = read.checks[id]
  const measured = decisionChecks[id].measure(facts, read.rules)
  const because = reasonsAgainst({ read, check, measured })
  const { title, article } = check.rule
  return {
    id,
    title,
    article,
    mark: check.mark,
    outcome: worst(because.map(({ outcome }) => outcome)),
    because,
    inputsDigest: canonicalDigest({ ...measured.whole, ...measured.each }),
  }
}

/**
 * Runs every check and gives the verdict with its trace; the same facts and rules give the same digest.
 *
 * @param stopwatch - milliseconds that pass; where given, the trace says how long each check took
 */
export function runAutomatedDecision(
  facts: DecisionFacts,
  read: ReadDecisionRules,
  stopwatch?: () => number,
): DecisionTrace {
  const elapsed: Partial<Record<CheckId, number>> = {}
  const checks = checkIds.map((id) => {
    const started = stopwatch?.() ?? 0
    const result = run(id, facts, read)
    if (stopwatch !== undefined) elapsed[id] = Math.round((stopwatch() - started) * 1000)
    return result
  })
  const outcome = worst(checks.map((result) => result.outcome))
  const verdict: DecisionVerdict = outcome === 'pass' ? 'approve' : outcome
  const { rules, digest: rulesDigest } = read
  const said = { ruleVersion: rules.version, rulesDigest, decidedAt: facts.at, verdict, checks }
  const digest = canonicalDigest(said as unknown as Canonical)
  return stopwatch === undefined ? { ...said, digest } : { ...said, digest, elapsed }
}

/** What a replay of a decision shows. */
export interface Replay {
  readonly same: boolean
  /** the first check that came out differently, or undefined */
  readonly firstDifference: CheckId | undefined
  readonly trace: DecisionTrace
}

/** Decides again on the facts kept with a trace and compares, check by check. */
export function replayDecision(trace: DecisionTrace, facts: DecisionFacts, read: ReadDecisionRules): Replay {
  const again = runAutomatedDecision(facts, read)
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
