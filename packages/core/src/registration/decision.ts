/**
 * The automatic decision: facts, rules, checks, trace.
 */

export {
  type CheckResult,
  type DecisionTrace,
  type DecisionVerdict,
  type JudgedReason,
  type Replay,
  replayDecision,
  runAutomatedDecision,
} from './decision/automated-decision.ts'
export type {
  CompanyFact,
  DecisionFacts,
  IdentityFact,
  NameFact,
  PaperFact,
  RiskFact,
  ScopeFact,
  SeatFact,
  SignatureFact,
} from './decision/decision-facts.ts'
export {
  type CheckId,
  type CheckOutcome,
  type CheckRule,
  checkIds,
  type DecisionLimit,
  type DecisionRules,
  limitOf,
  type ReasonRule,
  type RuleMark,
} from './decision/decision-rules.ts'
export {
  type DecisionRuleFinding,
  type ReadDecisionRules,
  readDecisionRules,
} from './decision/read-decision-rules.ts'
