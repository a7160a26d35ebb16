export type { Fold, RestSliver, Tick } from './diagram/diagram-axis.ts'
export type { BarRole, DiagramBar, DiagramMetrics, Label } from './diagram/diagram-bar.ts'
export type { DiagramLink, Point } from './diagram/diagram-link.ts'
export {
  type DiagramLane,
  type DiagramRequest,
  type PlanDiagram,
  planDiagram,
} from './diagram/plan-diagram.ts'
export type { StageBand } from './diagram/stage-band.ts'
export { textWidth } from './diagram/text-width.ts'
export {
  bestCombination,
  type Combination,
  type CombinationEnds,
  combinationEnds,
  combinations,
  mostCommitments,
} from './network/combinations.ts'
export { type CommitmentAdvice, commitmentAdvice } from './network/commitment-advice.ts'
export { criticalPath, type Schedule } from './network/critical-path.ts'
export type { DayAxis } from './network/day-axis.ts'
export { type Network, type Signed, signed } from './network/network.ts'
export {
  type NetworkActivity,
  type NetworkDescription,
  type NetworkLink,
  type NetworkRefusal,
  network,
} from './network/network-description.ts'
export { readNetwork } from './network/network-reading.ts'
export { criticalChain, type ScheduledActivity, scheduledActivities } from './network/scheduled-activity.ts'
export { type Plan, type PlanDates, type PlanRefusal, projectPlan } from './plan/plan.ts'
export type {
  BestCombination,
  DaysSaved,
  FoundAdvice,
  PlanAdvice,
  PlanCommitment,
  PlanGuard,
} from './plan/plan-commitment.ts'
export type { FrameCommitment, MakeUpTerm, PlanFrame } from './plan/plan-frame.ts'
export type { PlanRequest } from './plan/plan-question.ts'
export type { PlanReason } from './plan/plan-reason.ts'
export { ownSteps, type PlanStep, type PlanView, permitsOf } from './plan/plan-step.ts'
export type { PlannedDuty, PlannedStep, StepActual, StepDates } from './plan/planned-step.ts'
export { type FactsRefusal, readProjectFacts } from './plan/project-facts.ts'
export {
  type ReckonedPlan,
  type Reckoning,
  type ReckoningRefusal,
  reckonedPlan,
} from './plan/reckoned-plan.ts'
export { type WorkingDayAxis, workingDayAxis } from './plan/working-day-axis.ts'
export {
  type DaysSavedLedger,
  daysSavedLedger,
  type SavingCause,
  savingCauses,
} from './progress/days-saved-ledger.ts'
export { type Moved, type MovedStep, type PlanChange, type PlanDiff, planDiff } from './progress/plan-diff.ts'
export type { Progress, StepProgress, StepStatus } from './progress/step-progress.ts'
