/**
 * The parts of the registration screens, for the pages that compose them.
 */

export { AddressFiling } from './address-filing.tsx'
export { AnswerList } from './answer-list.tsx'
export { CasePapers } from './case-papers.tsx'
export { FailedChecks } from './failed-checks.tsx'
export { NameHint } from './name-hint.tsx'
export { NameVerdict } from './name-verdict.tsx'
export { type Situation, SpecialTicks } from './special-ticks.tsx'
export { firstOpenPage, flowAddress, pageAfter, pageBefore, type Step, stepsOf } from './step-order.ts'
export { ArticlesStep } from './steps/articles-step.tsx'
export { CapitalStep } from './steps/capital-step.tsx'
export { NameStep } from './steps/name-step.tsx'
export { OperatorStep } from './steps/operator-step.tsx'
export { PeopleStep } from './steps/people-step.tsx'
export { PostsStep } from './steps/posts-step.tsx'
export { ScopeStep } from './steps/scope-step.tsx'
export { SeatStep } from './steps/seat-step.tsx'
export { ShareholdersStep } from './steps/shareholders-step.tsx'
export { SpecialStep } from './steps/special-step.tsx'
export type { StepProps } from './steps/step-props.ts'
export { type OpenApplication, type SaveState, useOpenApplication } from './use-application.ts'
