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
  type DecisionLimits,
  type DecisionRules,
  type ReasonRule,
} from './decision/decision-rules.ts'
