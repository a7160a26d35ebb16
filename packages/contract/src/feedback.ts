/**
 * The register of issues on the wire: saying something, following it, working on it, and the answers everybody may read.
 */

export * from './feedback/answers.ts'
export * from './feedback/dispatcher.ts'
export * from './feedback/exchange.ts'
export * from './feedback/filing.ts'
export * from './feedback/following.ts'
export * from './feedback/handling.ts'
export * from './feedback/improvements.ts'
export { issueProblems } from './feedback/issue-parts.ts'
export * from './feedback/listening/activities.ts'
export * from './feedback/listening/observers.ts'
export * from './feedback/listening/open-days.ts'
export * from './feedback/listening/questionnaires.ts'
export * from './feedback/listening/tours.ts'
export * from './feedback/mailbox.ts'
export * from './feedback/reading.ts'
