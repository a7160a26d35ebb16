export { isFruitless, progressOfCase } from './case-progress.ts'
export {
  type ConditionRefusal,
  type ConditionState,
  checkConditions,
  conditionsOf,
} from './commitment-conditions.ts'
export {
  type CommitmentLetter,
  type LetterPart,
  type LetterRow,
  type LetterStatement,
  letterDigest,
  letterSignatureBytes,
} from './commitment-letter.ts'
export {
  type Contact,
  type ContactChannel,
  isTravel,
  lastContact,
  type ZeroVisitCount,
  zeroVisitCount,
} from './contact.ts'
export { type Exchange, exchangesOf, responseDue } from './first-response.ts'
export { gateToday, type OpenGate, openGates } from './open-gate.ts'
export { answersAfter, unseenAnswers, type VersionedAnswers } from './questionnaire/answer-version.ts'
export {
  type AskedQuestion,
  askedQuestions,
  type KeptAnswers,
  type QuestionState,
} from './questionnaire/asked-question.ts'
export {
  type AwaitingAnswers,
  awaitingAfter,
  type GivenAnswers,
  unseenAwaiting,
} from './questionnaire/filled-answer.ts'
export { openAttributes } from './questionnaire/open-attributes.ts'
export type { Question, QuestionField, QuestionOption } from './questionnaire/question.ts'
export type { QuestionEntry, QuestionnaireEntry } from './questionnaire/question-entry.ts'
export {
  againstMedian,
  type FinishedProject,
  type ProjectDuration,
  type SavedDays,
  savedDays,
} from './saved-days-figure.ts'
export {
  type Court,
  type Gate,
  type ProjectOutlook,
  type RiskKind,
  type SlipRisk,
  slipRisks,
  willSlip,
} from './slip-risk.ts'
export { isPresent, type Leave, type Steward, type Workload } from './steward.ts'
export {
  type ChoiceReason,
  chooseStewards,
  type StewardChoice,
  type StewardQuestion,
  type Team,
} from './steward-choice.ts'
export {
  endStewardships,
  gapsOf,
  type HandOver,
  type HandOverRefusal,
  handOver,
  type StewardDuty,
  type Stewardship,
  stewardsAt,
} from './stewardship.ts'
