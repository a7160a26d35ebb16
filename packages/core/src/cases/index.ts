export {
  type ApprovalAct,
  type ApprovalMoment,
  type ApprovalObstacle,
  type ApprovalWords,
  plainApproval,
} from './approval/plain-approval.ts'
export type {
  AttachedCondition,
  CaseCommand,
  CaseCommandType,
  CaseRefusal,
  CommandOf,
} from './case-command.ts'
export { handleCase } from './case-decider.ts'
export type {
  AcceptanceGround,
  CaseEvent,
  CaseEventType,
  Channel,
  ClockEnds,
  CountedClock,
  DeclineGround,
  EventOf,
  FollowingPaper,
  Gap,
  MovedEnd,
  Opinion,
  RevocationGround,
  SuspensionGround,
  WithdrawalGround,
} from './case-event.ts'
export { evolveCase, replayCase } from './case-evolution.ts'
export {
  type CaseSituation,
  type CaseState,
  type Consultation,
  type Correction,
  type Duty,
  type MaybeCase,
  missingPapers,
  missingResults,
  openCorrection,
  owedPapers,
  proofsOfDuty,
  type Review,
  runningProcedures,
  runningSuspension,
  type SignedPromise,
  type SituationName,
  type SpecialProcedure,
  type Suspension,
} from './case-state.ts'
export {
  type CaseClocks,
  caseClocks,
  heldClock,
  limitDue,
  type WholeProcessClock,
} from './clocks/case-clock.ts'
export { clockEnds, clockEndsOf, withClockEnds } from './clocks/clock-ends.ts'
export { type Court, whoseCourt } from './clocks/court.ts'
export { type Deadline, type DeadlineKind, openDeadlines } from './clocks/deadline.ts'
export { type Light, lightOfLimit } from './clocks/light.ts'
export { runningPause } from './clocks/pause.ts'
export { exampleCalendar, examplePermit } from './example/example-service.ts'
export {
  type AnsweredPaper,
  type AnswerFault,
  announcedPapers,
  answeredPapers,
  answerFault,
  type FormAnswers,
  type FormQuestion,
  isAnswered,
  isAsked,
  type QuestionKind,
} from './forms/case-form.ts'
export { type NationalStatus, statusTransitions } from './national-status.ts'
export { fileNumber, isFileNumber } from './numbers/case-number.ts'
export {
  type FollowUp,
  type FollowUpRule,
  followUpOf,
  isDissatisfied,
  type Satisfaction,
} from './rating/satisfaction.ts'
export type {
  CaseLimit,
  CaseRequirement,
  HeldClock,
  LimitUnit,
  PromiseKind,
  PromiseOffer,
  ServiceSnapshot,
  SpecialProcedureKind,
} from './service-snapshot.ts'
export { type GeneralLimits, type SnapshotSource, takeSnapshot } from './snapshot-of-service.ts'
