/**
 * Mails that people have to look at, a page at a time.
 */

import { sql } from 'kysely'
import type { FeedbackPorts } from '../feedback-ports.ts'
import { mailTables } from './mail-tables.ts'

const mostListed = 100

/**
 * The mails of one mailbox that were set aside or wait to be tried again, the earliest first, at most a hundred after the
 * one that is named. A mail that has been settled meanwhile still marks its place; where none has the id, the list
 * begins at its beginning.
 */
export async function setAsideIn(
  { database }: Pick<FeedbackPorts, 'database'>,
  mailbox: string,
  after: string | undefined,
) {
  const tables = mailTables(database)
  const lying = tables
    .selectFrom('mail_receipt')
    .where('mailbox', '=', mailbox)
    .where('outcome', 'in', ['set-aside', 'waiting'])
  const { count } = await lying
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const isMarked = await isKnown(tables, mailbox, after)
  const rows = await lying
    .select(['id', 'arrived_at', 'size', 'reason', 'outcome'])
    // compared in the database: a moment loses its microseconds on the way through JavaScript
    .$if(isMarked, (query) =>
      query.where(
        sql<boolean>`(arrived_at, id) > (select arrived_at, id from mail_receipt where id = ${after})`,
      ),
    )
    .orderBy('arrived_at')
    .orderBy('id')
    .limit(mostListed + 1)
    .execute()
  const page = rows.slice(0, mostListed)
  return {
    setAsideInAll: count,
    setAside: page.map(({ id, arrived_at, size, reason, outcome }) => ({
      id,
      size,
      arrivedAt: arrived_at.toISOString(),
      reason: reason ?? '',
      isWaiting: outcome === 'waiting',
    })),
    next: rows.length > mostListed ? (page.at(-1)?.id ?? null) : null,
  }
}

async function isKnown(
  tables: ReturnType<typeof mailTables>,
  mailbox: string,
  id: string | undefined,
): Promise<boolean> {
  if (id === undefined) return false
  const mail = await tables
    .selectFrom('mail_receipt')
    .select('id')
    .where('mailbox', '=', mailbox)
    .where('id', '=', id)
    .executeTakeFirst()
  return mail !== undefined
}
