/**
 * Answers the people who run the house.
 */

import { listAudit, listMessages, readHouse } from '@guanjia/contract/operator'
import { accept } from '@guanjia/core/kernel'
import { sql } from 'kysely'
import type { Database } from '../database/database.ts'
import type { Ports } from '../ports.ts'
import type { Resources } from '../resources.ts'

/** Answers every route for operators and auditors. */
export function implementOperatorRoutes(
  { implement, demonstration }: Pick<Ports, 'implement' | 'demonstration'>,
  { database, disk, clock }: Pick<Resources, 'database' | 'disk' | 'clock'>,
): void {
  const startedAt = clock.now().toISOString()
  implement(
    readHouse,
    async () =>
      accept({
        startedAt,
        demonstration,
        database: await describeDatabase(database),
        diskNearlyFull: disk.isNearlyFull(),
        outbox: [...(await outboxBacklog(database))],
        jobs: [...(await jobBacklog(database))],
        migrations: [...(await migrationsRun(database))],
      }),
    {},
  )
  implement(listMessages, async ({ query }) => accept({ messages: await messages(database, query) }), {})
  implement(listAudit, async ({ query }) => accept({ entries: await auditEntries(database, query) }), {})
}

async function describeDatabase(database: Database) {
  const { rows } = await sql<{ version: string; bytes: number; connections: number }>`
    select current_setting('server_version') as version, pg_database_size(current_database()) as bytes,
           (select count(*) from pg_stat_activity where datname = current_database()) as connections`.execute(
    database,
  )
  return rows[0] ?? { version: 'unknown', bytes: 0, connections: 0 }
}

interface Backlog {
  readonly subscriber: string
  readonly waiting: number
  readonly failing: number
  readonly oldestAt: string
  readonly lastError: string | null
}

async function outboxBacklog(database: Database): Promise<readonly Backlog[]> {
  const { rows } = await sql<Omit<Backlog, 'oldestAt'> & { oldestAt: Date }>`
    select delivery.subscriber, count(*) as waiting, count(*) filter (where delivery.attempts > 0) as failing,
           min(event.occurred_at) as "oldestAt", max(delivery.last_error) as "lastError"
    from outbox_delivery as delivery join outbox_event as event on event.id = delivery.event_id
    where delivery.delivered_at is null
    group by delivery.subscriber order by delivery.subscriber`.execute(database)
  return rows.map((row) => ({ ...row, oldestAt: row.oldestAt.toISOString() }))
}

async function jobBacklog(database: Database) {
  const { rows } = await sql<{ name: string; waiting: number; failing: number }>`
    select task_identifier as name, count(*) as waiting, count(*) filter (where attempts > 0) as failing
    from graphile_worker.jobs group by task_identifier order by task_identifier`.execute(database)
  return rows
}

async function migrationsRun(database: Database): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select name from migration order by name desc`.execute(
    database,
  )
  return rows.map(({ name }) => name)
}

async function messages(
  database: Database,
  { before, count }: { before?: string | undefined; count: string },
) {
  const rows = await database
    .selectFrom('sent_message')
    .selectAll()
    .$if(before !== undefined, (query) => query.where('sent_at', '<', new Date(before ?? 0)))
    .orderBy('sent_at', 'desc')
    .limit(Number(count))
    .execute()
  return rows.map(({ id, channel, recipient, subject, text, sent_at }) => ({
    id,
    channel,
    recipient,
    subject,
    text,
    sentAt: sent_at.toISOString(),
  }))
}

interface AuditQuery {
  readonly subject?: string | undefined
  readonly before?: string | undefined
  readonly count: string
}

async function auditEntries(database: Database, { subject, before, count }: AuditQuery) {
  const rows = await database
    .selectFrom('audit_entry')
    .selectAll()
    .$if(subject !== undefined, (query) => query.where('subject', '=', subject ?? ''))
    .$if(before !== undefined, (query) => query.where('id', '<', Number(before)))
    .orderBy('id', 'desc')
    .limit(Number(count))
    .execute()
  return rows.map(({ id, at, principal, command, subject, correlation_id }) => ({
    number: id,
    at: at.toISOString(),
    principal,
    command,
    subject,
    correlationId: correlation_id,
  }))
}
