/**
 * Whoever has the board open hears that something moved a clock of a case or an issue; which one, they ask themselves.
 */

import type { CaseEventType } from '@guanjia/core/cases'
import type { IssueEventType } from '@guanjia/core/feedback'
import type { Ports } from '../../platform/ports.ts'

/** What starts, stops, moves or ends a clock. */
const ofCases: readonly CaseEventType[] = [
  'received',
  'correction-requested',
  'correction-answered',
  'accepted',
  'declined',
  'review-begun',
  'opinion-given',
  'consultation-opened',
  'consultation-answered',
  'consultation-closed',
  'special-procedure-started',
  'special-procedure-ended',
  'limit-extended',
  'suspended',
  'resumed',
  'decision-issued',
  'delivered',
  'duty-made-up',
  'duty-returned',
  'duty-extended',
  'duty-lapsed',
  'rectification-failed',
  'revoked',
  'withdrawn',
]

const ofIssues: readonly IssueEventType[] = [
  'filed',
  'dispatched',
  'returned',
  'contacted',
  'extended',
  'urged',
  'reply-proposed',
  'reply-sent-back',
  'replied',
  'called-back',
  'reopened',
  'closed',
  'merged',
  'signposted',
]

const desks = ['supervisor', 'supervisor-lead', 'reviewer', 'department-head'].map((role) => `role:${role}`)

/** What the browsers hear; no name, number or id of anything is in it. */
const heard = { type: 'supervision.obligations-changed', id: 'board' }

/** Passes the news on to those who read the board. */
export function tellOfObligations({ outbox, live }: Pick<Ports, 'outbox' | 'live'>): void {
  const types = [
    ...ofCases.map((type) => `cases.${type}`),
    ...ofIssues.map((type) => `feedback.${type}`),
    'supervision.light-changed',
    'supervision.task-moved',
  ]
  for (const type of types)
    outbox.on(
      type,
      (_, tx) => live.publish(tx, ...desks.map((topic) => ({ topic, ...heard }))),
      `${type}-obligations`,
    )
}
