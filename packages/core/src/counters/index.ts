export { afterMiss, type InLine, inOrder, type LineRule, ticketNumber } from './line.ts'
export { type CallOutcome, type OutreachRule, type OutreachState, recordCall } from './outreach-task.ts'
