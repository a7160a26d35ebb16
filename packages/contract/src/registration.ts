/**
 * Set-up of companies and individual businesses on the wire: names, seats, scope, the application, its signatures, the
 * decision, and the work of the registrars.
 */

export { type ApplicationAnswers, applicationAnswers } from './registration/answers.ts'
export type { Application } from './registration/case-view.ts'
export * from './registration/decision.ts'
export * from './registration/desk.ts'
export * from './registration/drafts.ts'
export * from './registration/handed-in.ts'
export { answerFiledAddress, readFiledAddress } from './registration/hosts.ts'
export * from './registration/papers.ts'
export * from './registration/register.ts'
export * from './registration/search.ts'
