export { type Commitment, CommitmentChoice, type Commitments } from './commitments/commitment-choice.tsx'
export { LetterSigning, type Signed } from './commitments/letter-signing.tsx'
export { DaysLedger, type DaysSaved } from './progress/days-ledger.tsx'
export { type Duty, DutyItem } from './progress/duty-item.tsx'
export { VersionList } from './progress/version-list.tsx'
export { ProjectSections } from './project-sections.tsx'
export { EffectStrip } from './questions/effect-strip.tsx'
export { FilledIn } from './questions/filled-in.tsx'
export { QuestionForm } from './questions/question-form.tsx'
export {
  checkTopic,
  type Facts,
  type Question,
  type Questionnaire,
  questionAddress,
  roundOf,
  topicAfter,
  topicBefore,
} from './questions/question-order.ts'
export { useQuestionTexts } from './questions/use-question-texts.ts'
export { type OpenQuestionnaire, useQuestionnaire } from './questions/use-questionnaire.ts'
export { AskSteward } from './step/ask-steward.tsx'
export { FileStep } from './step/file-step.tsx'
export { OwnDays } from './step/own-days.tsx'
export { OwnProgress } from './step/own-progress.tsx'
export { StepOrder, stepColours } from './step/step-order.tsx'
export { StepPapers } from './step/step-papers.tsx'
export { StepReasons } from './step/step-reasons.tsx'
export { isOwnWork, type ShownStep } from './step/step-shown.ts'
export { useCommitmentTexts } from './use-commitment-texts.ts'
export { useProjectTexts } from './use-project-texts.ts'
