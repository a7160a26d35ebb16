export {
  type IssueClock,
  type IssueClockKind,
  type IssueDebtor,
  type IssueLight,
  issueClocks,
  needsSignOff,
  replySpan,
} from './clocks/issue-clocks.ts'
export { type IssueRule, type Span, spanDue } from './clocks/issue-rule.ts'
export { exampleRule, exampleYear } from './example/example-rule.ts'
export { type LoopStep, loopTimes, median, type StepTime } from './figures/loop-times.ts'
export { isRecurring, type RecurrenceRule } from './figures/recurrence.ts'
export { type CountedIssue, type Rate, type ThreeRates, threeRates } from './figures/three-rates.ts'
export {
  type IssueCommand,
  type IssueCommandOf,
  type IssueCommandType,
  type IssueRefusal,
  issueRefusals,
} from './issue/issue-command.ts'
export { handleIssue } from './issue/issue-decider.ts'
export type {
  Answer,
  IssueEvent,
  IssueEventOf,
  IssueEventType,
  IssueKind,
  Outcome,
  Satisfied,
} from './issue/issue-event.ts'
export { evolveIssue, replayIssue } from './issue/issue-evolution.ts'
export {
  authoritiesOfIssue,
  type IssueSituation,
  type IssueState,
  isEscalated,
  isOver,
  issueSituations,
  type MaybeIssue,
} from './issue/issue-state.ts'
export { type MailHead, type MailMachine, machineBehind } from './mail/mail-head.ts'
export { type MailMeaning, type MailVocabulary, meaningOfMail } from './mail/mail-meaning.ts'
export { issueNumberIn, newSubject, plainSubject } from './mail/mail-subject.ts'
export { cutWords, plainMailText, type WordLimit, withoutQuote } from './mail/mail-words.ts'
export {
  isServing,
  isTermEnding,
  lastDayOfTerm,
  type ObserverKind,
  type ObserverTask,
  type ObserverTerm,
  observerKinds,
  observerTasks,
} from './observers/observer-term.ts'
export {
  type OpenDayFigures,
  type OpenDayRecords,
  openDayFigures,
} from './open-days/open-day-figures.ts'
export { drawFirms, type ListedFirm, type Lots, listDigest } from './questionnaires/firm-draw.ts'
export { type Grouping, groupOfFirm, type RegisteredFirm } from './questionnaires/firm-groups.ts'
export {
  type AnswerRefusal,
  type CheckedAnswers,
  checkAnswers,
  type GivenAnswers,
  mostCharacters,
  type Question,
  scaleMarks,
} from './questionnaires/questionnaire.ts'
export {
  type AnswerCount,
  type QuestionResult,
  questionnaireResults,
} from './questionnaires/questionnaire-results.ts'
export {
  type Engagement,
  type Goer,
  type HalfDay,
  halfDays,
  openedTour,
  type PlannedStop,
  plannedStop,
  type StopKind,
  type StopRefusal,
  stopKinds,
  type Tour,
  type TourPlan,
} from './tours/itinerary.ts'
export {
  type HeardNeed,
  type RaisedIssue,
  type StopState,
  type TourFigures,
  type TourRecords,
  tourFigures,
} from './tours/tour-figures.ts'
export { type PersonalTrace, personalTraces } from './words/anonymity.ts'
export { isIssueNumber, issueNumber } from './words/issue-number.ts'
export { bigramsOf, likeness } from './words/likeness.ts'
