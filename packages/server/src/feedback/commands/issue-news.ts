/**
 * What others hear of an issue: a leaf in the ledger for every event, and an event of the outbox; numbers, days and
 * departments, no word of whoever asked.
 */

import type { IssueEvent, IssueState } from '@guanjia/core/feedback'
import { type Canonical, canonicalJson } from '@guanjia/core/ledger'
import type { CommandContext } from '../../platform/commands/command.ts'
import type { FeedbackPorts } from '../feedback-ports.ts'
import type { IssueRow } from '../store/feedback-tables.ts'

/** What happened to which issue. */
export interface IssueNews {
  readonly row: Pick<IssueRow, 'id' | 'number' | 'version'>
  readonly events: readonly IssueEvent[]
  readonly state: IssueState
}

/** Records and tells. */
export async function tellOfIssue(
  ports: Pick<FeedbackPorts, 'live'>,
  context: CommandContext,
  { row, events, state }: IssueNews,
): Promise<void> {
  for (const [place, event] of events.entries()) {
    const version = row.version + place + 1
    const content = context.commit(canonicalJson(JSON.parse(JSON.stringify(event)) as Canonical))
    context.record({
      act: `feedback.${event.type}`,
      subject: row.number,
      body: { version, on: event.on, content },
    })
    context.emit({
      type: `feedback.${event.type}`,
      subject: row.id,
      body: {
        number: row.number,
        version,
        on: event.on,
        source: state.source,
        topic: state.topic,
        situation: state.situation,
        actorId: event.by,
        lead: state.dispatch?.lead ?? null,
      },
    })
  }
  await ports.live.publish(context.tx, { topic: 'role:dispatcher', type: 'feedback.changed', id: row.id })
}
