/**
 * Who is to hear of what happens in the register: whoever asked, the department that leads, observers, those who go on a
 * tour. Notifications ask;
 * no event names any of them.
 */

import { plainDate } from '@guanjia/core/calendar'
import { type AccessTables, findAuthorityPeople } from '../../access/index.ts'
import type { Database } from '../../platform/database/database.ts'
import { observerTables } from '../observers/observer-tables.ts'
import { findAllServing } from '../observers/observer-terms.ts'
import { feedbackTables } from '../store/feedback-tables.ts'
import { findGoersOfStop } from '../tours/tour-people.ts'

/** An event of this room, as the outbox hands it on. */
interface Heard {
  readonly type: string
  readonly subject: string
  readonly occurredAt: Date
  readonly body: Readonly<Record<string, unknown>>
}

/** People by how they stand to what happened. */
export interface FeedbackPeople {
  readonly owner?: string | undefined
  readonly department?: readonly string[]
  readonly observers?: readonly string[]
  readonly officers?: readonly string[]
}

/** The people of an event of this room. */
export async function findFeedbackPeople(database: Database, heard: Heard): Promise<FeedbackPeople> {
  const { type, subject, body } = heard
  if (type.startsWith('feedback.observer-')) return { owner: await findObserver(database, subject) }
  if (type.startsWith('feedback.stop-')) return { officers: await findGoersOfStop(database, subject) }
  if (type.startsWith('feedback.activity-'))
    return { observers: await findServing(database, heard.occurredAt) }
  const issue = await feedbackTables(database)
    .selectFrom('issue')
    .select('asker_id')
    .where('id', '=', subject)
    .executeTakeFirst()
  const { lead } = body
  return {
    owner: issue?.asker_id ?? undefined,
    department:
      typeof lead === 'string' ? await findAuthorityPeople(database.withTables<AccessTables>(), [lead]) : [],
  }
}

async function findObserver(database: Database, termId: string): Promise<string | undefined> {
  const term = await observerTables(database)
    .selectFrom('observer_term')
    .select('person_id')
    .where('id', '=', termId)
    .executeTakeFirst()
  return term?.person_id
}

/** Observers who served when they were invited. */
async function findServing(database: Database, moment: Date): Promise<readonly string[]> {
  const terms = await findAllServing(database, plainDate(moment.toISOString().slice(0, 10)))
  return terms.map(({ person_id }) => person_id)
}

/** The number of whoever asked without an account; null where they have one, or left none. */
export async function findAskerPhone(database: Database, issueId: string): Promise<string | null> {
  const row = await feedbackTables(database)
    .selectFrom('issue')
    .select(['asker_id', 'asker_phone'])
    .where('id', '=', issueId)
    .executeTakeFirst()
  return row === undefined || row.asker_id !== null ? null : row.asker_phone
}
