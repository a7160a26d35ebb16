/**
 * Reads notices: a person's own list, how many are unread, and what the operators have to look at.
 */

import type * as contract from '@guanjia/contract/notifications'
import type { RouteOutput } from '@guanjia/contract/route'
import { sql } from 'kysely'
import type { NotificationsDatabase } from './notifications-tables.ts'

type NoticeList = RouteOutput<typeof contract.listNotices>
type FailingList = RouteOutput<typeof contract.listFailingNotices>

/** One page of a person's messages. */
export async function listOwn(
  database: NotificationsDatabase,
  personId: string,
  page: { readonly before: string | undefined; readonly count: number },
): Promise<NoticeList> {
  const { before, count } = page
  const rows = await database
    .selectFrom('notice')
    .select(['id', 'title', 'text', 'link', 'created_at', 'read_at', 'served_at', 'service_because'])
    .where('person_id', '=', personId)
    .where('channel', '=', 'in-app')
    .$if(before !== undefined, (query) =>
      query.where(
        sql<boolean>`(created_at, id) < (select seen.created_at, seen.id from notice as seen
          where seen.id = ${before}::uuid and seen.person_id = ${personId}::uuid)`,
      ),
    )
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(count + 1)
    .execute()
  const notices = rows.slice(0, count).map(({ id, title, text, link, ...row }) => ({
    id,
    title,
    text,
    link,
    at: row.created_at.toISOString(),
    readAt: row.read_at?.toISOString() ?? null,
    service:
      row.service_because === null
        ? null
        : { servedAt: row.served_at?.toISOString() ?? null, because: row.service_because },
  }))
  return { notices, unread: await countUnread(database, personId), more: rows.length > count }
}

/** How many messages a person has not read. */
export async function countUnread(database: NotificationsDatabase, personId: string): Promise<number> {
  const { unread } = await database
    .selectFrom('notice')
    .select(({ fn }) => fn.countAll<number>().as('unread'))
    .where('person_id', '=', personId)
    .where('channel', '=', 'in-app')
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow()
  return unread
}

/** Whose message it is; undefined where there is none. */
export async function findNoticeOwner(
  database: NotificationsDatabase,
  id: string,
): Promise<{ readonly ownerId: string } | undefined> {
  const row = await database
    .selectFrom('notice')
    .select('person_id')
    .where('id', '=', id)
    .where('channel', '=', 'in-app')
    .executeTakeFirst()
  return row?.person_id == null ? undefined : { ownerId: row.person_id }
}

/** Marks messages as read; what was read before keeps its moment. */
export async function markRead(
  database: NotificationsDatabase,
  personId: string,
  { id, now }: { readonly id?: string; readonly now: Date },
): Promise<number> {
  await database
    .updateTable('notice')
    .set({ read_at: now })
    .where('person_id', '=', personId)
    .where('channel', '=', 'in-app')
    .where('read_at', 'is', null)
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .execute()
  return countUnread(database, personId)
}

/** What failed or was given up of late, and how much waits. */
export async function listFailing(database: NotificationsDatabase): Promise<FailingList> {
  const rows = await database
    .selectFrom('notice')
    .select([
      'id',
      'template',
      'channel',
      'masked_address',
      'state',
      'attempts',
      'last_error',
      'created_at',
      'due_at',
    ])
    .where('state', 'in', ['failed', 'given-up'])
    .orderBy('created_at', 'desc')
    .limit(200)
    .execute()
  const counted = await database
    .selectFrom('notice')
    .select(({ fn }) => [
      fn.countAll<number>().as('waiting'),
      fn.countAll<number>().filterWhere('state', '=', 'deferred').as('deferred'),
    ])
    .where('state', 'in', ['queued', 'deferred', 'failed'])
    .executeTakeFirstOrThrow()
  const notices = rows.map((row) => ({
    id: row.id,
    template: row.template,
    channel: row.channel as 'sms' | 'mail',
    address: row.masked_address,
    state: row.state as 'failed' | 'given-up',
    attempts: row.attempts,
    lastError: row.last_error,
    createdAt: row.created_at.toISOString(),
    nextAt: row.state === 'failed' ? row.due_at.toISOString() : null,
  }))
  return { notices, ...counted }
}
