/**
 * What happened to an issue, as people read it: the asker the steps that concern them, staff all of them with names.
 */

import type { IssueEvent, IssueEventType, IssueState } from '@guanjia/core/feedback'
import type { AccessTables } from '../../access/index.ts'
import type { Database } from '../../platform/database/database.ts'
import { authorityNamed, type FeedbackPorts } from '../feedback-ports.ts'
import { feedbackTables } from '../store/feedback-tables.ts'

const forAsker: readonly IssueEventType[] = [
  'filed',
  'supplemented',
  'dispatched',
  'contacted',
  'extended',
  'replied',
  'called-back',
  'confirmed',
  'reopened',
  'closed',
  'merged',
  'signposted',
]

/** The words of an event that people read. */
function wordsOf(event: IssueEvent): string | null {
  if ('words' in event) return event.words
  if ('reason' in event) return event.reason
  return 'note' in event && event.note !== '' ? event.note : null
}

/** Who does what an event says, as a department. */
function authorityOf(event: IssueEvent, lead: string | null): string | null {
  if (event.type === 'dispatched') return event.lead
  if (event.type === 'contributed') return event.authority
  const ofLead: readonly IssueEventType[] = [
    'contacted',
    'returned',
    'extended',
    'reply-proposed',
    'reply-sent-back',
    'replied',
  ]
  return ofLead.includes(event.type) ? lead : null
}

/** The happenings of an issue. */
export async function readHappenings(ports: FeedbackPorts, issueId: string, reader: 'asker' | 'staff') {
  const rows = await feedbackTables(ports.database)
    .selectFrom('issue_event')
    .leftJoin('issue_supplement', (join) =>
      join
        .onRef('issue_supplement.issue_id', '=', 'issue_event.issue_id')
        .onRef('issue_supplement.version', '=', 'issue_event.version'),
    )
    .select(['body', 'at', 'issue_supplement.words as added'])
    .where('issue_event.issue_id', '=', issueId)
    .$if(reader === 'asker', (events) =>
      // what the asker of an issue that was joined with this one added is between them and the staff
      events.where(({ or, eb }) =>
        or([eb('issue_supplement.mail_of', 'is', null), eb('issue_supplement.mail_of', '=', issueId)]),
      ),
    )
    .orderBy('issue_event.version')
    .execute()
  const names =
    reader === 'staff'
      ? await namesOf(
          ports.database,
          rows.map(({ body }) => body.by),
        )
      : new Map<string, string>()
  let lead: string | null = null
  const happenings = rows.map(({ body: event, at, added }) => {
    if (event.type === 'dispatched') lead = event.lead
    const authority = authorityOf(event, lead)
    return {
      type: event.type,
      at: at.toISOString(),
      on: event.on,
      authority: authority === null ? null : authorityNamed(ports, authority),
      by: names.get(event.by) ?? null,
      // what was said in a call stays with those who called
      words:
        reader === 'asker' && (event.type === 'contacted' || event.type === 'called-back')
          ? null
          : (added ?? wordsOf(event)),
      outcome: 'outcome' in event ? event.outcome : null,
      satisfied: 'satisfied' in event ? event.satisfied : null,
    }
  })
  return reader === 'staff' ? happenings : happenings.filter(({ type }) => forAsker.includes(type))
}

async function namesOf(database: Database, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const people = [...new Set(ids)].filter((id) => id !== 'asker' && id !== 'system')
  if (people.length === 0) return new Map()
  const rows = await database
    .withTables<AccessTables>()
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', 'in', people)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** The four moments of the loop, in order. */
export function stepsOf({ moments }: Pick<IssueState, 'moments'>) {
  return (['noticed', 'found', 'responded', 'handled'] as const).map((name) => ({ name, at: moments[name] }))
}

/** The answer that went out, as people read it. */
export function replyShown({ reply }: Pick<IssueState, 'reply'>) {
  if (reply === null) return null
  const { on, outcome, words, evidence, signedOffBy } = reply
  return { on, outcome, words, evidence: [...evidence], isSignedOff: signedOffBy !== null }
}
