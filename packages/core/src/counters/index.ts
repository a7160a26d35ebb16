export { type CallOutcome, type OutreachRule, type OutreachState, recordCall } from './outreach-task.ts'
