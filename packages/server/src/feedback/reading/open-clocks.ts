/**
 * The clocks of the register as whoever watches them sees them: number, topic, days, department; no word of whoever asked.
 */

import type { PlainDate } from '@guanjia/core/calendar'
import { type IssueClockKind, type IssueState, issueClocks } from '@guanjia/core/feedback'
import { accept, type Result } from '@guanjia/core/kernel'
import type { Database } from '../../platform/database/database.ts'
import type { FeedbackPorts } from '../feedback-ports.ts'
import { feedbackTables } from '../store/feedback-tables.ts'
import { topicNamed } from './issue-lists.ts'

/** The nearest clock of one issue. */
export interface OpenIssueClock {
  readonly issueId: string
  readonly number: string
  readonly topic: { readonly 'zh-CN': string; readonly en: string }
  readonly kind: Exclude<IssueClockKind, 'confirmation'>
  readonly due: PlainDate
  /** id of the department that leads; null while the dispatcher owes it */
  readonly lead: string | null
  readonly urgings: number
  readonly reopenings: number
}

/**
 * What the offices owe on a day, of each issue the nearest; what an asker owes is nobody's delay. Refused where the calendar
 * of a year is not published.
 */
export async function readOpenClocks(
  ports: Pick<FeedbackPorts, 'zone' | 'content'>,
  database: Database,
  on: PlainDate,
): Promise<Result<readonly OpenIssueClock[], 'calendar-not-published'>> {
  const rows = await feedbackTables(database)
    .selectFrom('issue')
    .select(['id', 'number', 'topic', 'state'])
    .where('situation', 'not in', ['closed', 'merged', 'signposted'])
    .execute()
  const open: OpenIssueClock[] = []
  for (const { id: issueId, number, topic, state } of rows) {
    const clocks = issueClocks(state, ports.zone.calendar, on)
    if (!clocks.ok) return clocks
    const first = clocks.value.find(({ who }) => who !== 'asker')
    if (first === undefined || first.kind === 'confirmation') continue
    open.push({
      issueId,
      number,
      topic: topicNamed(ports, topic),
      kind: first.kind,
      due: first.due,
      lead: first.who === 'dispatcher' ? null : leadOf(state),
      urgings: state.urgings.length,
      reopenings: state.reopenings,
    })
  }
  return accept(open)
}

function leadOf({ dispatch }: IssueState): string | null {
  return dispatch?.lead ?? null
}
