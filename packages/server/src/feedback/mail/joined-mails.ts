/**
 * Issues that were joined: what is decided about one is the answer to all whose matter it became, each under their own
 * number.
 */

import { isOver } from '@guanjia/core/feedback'
import { sql } from 'kysely'
import type { Database } from '../../platform/database/database.ts'
import { feedbackTables, type IssueRow } from '../store/feedback-tables.ts'

type Standing = Pick<IssueRow, 'id' | 'situation' | 'state'>

/** The issues that came by mail and are answered with this one: itself, and those that were joined with it. */
export async function findMailsAnswered(database: Database, issueId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive answered as (
      select id, state from issue where id = ${issueId}
      union
      select other.id, other.state
      from answered
      cross join lateral jsonb_array_elements_text(answered.state -> 'joined') as joined (number)
      join issue as other on other.number = joined.number
    )
    select answered.id from answered join issue_mail on issue_mail.issue_id = answered.id`.execute(database)
  return rows.map(({ id }) => id)
}

/** The reply that stands in the issue with which one was joined, by its version there; undefined while there is none. */
export async function findReplyOfOther(
  database: Database,
  mergedId: string,
): Promise<{ readonly issueId: string; readonly version: number } | undefined> {
  const { rows } = await sql<{ issueId: string; version: number }>`
    select other.id as "issueId", max(replied.version)::int as version
    from issue as own
    join issue as other on other.number = own.state ->> 'into'
    join issue_event as replied on replied.issue_id = other.id and replied.type = 'replied'
    where own.id = ${mergedId} and other.situation in ('replied', 'closed')
    group by other.id`.execute(database)
  return rows[0]
}

/** The open issue in which what an issue is about goes on; undefined where that is over. */
export async function findOpenOf(database: Database, issue: Standing): Promise<string | undefined> {
  if (!isOver(issue)) return issue.id
  const { into } = issue.state
  if (into === null) return undefined
  const next = await feedbackTables(database)
    .selectFrom('issue')
    .select(['id', 'situation', 'state'])
    .where('number', '=', into)
    .executeTakeFirst()
  return next && findOpenOf(database, next)
}
