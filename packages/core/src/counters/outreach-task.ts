/**
 * A call the hall makes of its own accord (主动外呼): somebody is to be reached within some minutes of the hall's hours, and
 * after so many calls without an answer a message goes out instead.
 */

import { accept, type Result, refuse } from '../kernel/index.ts'

/** Where a task stands. */
export type OutreachState = 'open' | 'reached' | 'message-sent'

/** How the hall works on its calls; figures of content. */
export interface OutreachRule {
  /** minutes of the hall's hours within which the first call is made */
  readonly withinMinutes: number
  /** unanswered calls after which a message is sent, 1 or more */
  readonly triesBeforeMessage: number
}

/** What follows from a call. */
export interface CallOutcome {
  /** 1 for the first call */
  readonly attempt: number
  readonly state: OutreachState
}

/**
 * Records a call.
 *
 * @param unanswered - calls without an answer so far
 */
export function recordCall(
  rule: OutreachRule,
  task: { readonly state: OutreachState; readonly unanswered: number },
  answered: boolean,
): Result<CallOutcome, 'outreach-closed'> {
  if (task.state !== 'open') return refuse('outreach-closed')
  const attempt = task.unanswered + 1
  if (answered) return accept({ attempt, state: 'reached' })
  return accept({ attempt, state: attempt >= rule.triesBeforeMessage ? 'message-sent' : 'open' })
}
