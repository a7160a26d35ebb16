/**
 * The one way to PostgreSQL: a pool that survives a restart of the database, and Kysely over it.
 *
 * Columns come back as: bigint → number, date → 'YYYY-MM-DD', numeric → string, timestamptz → Date.
 */

import {
  type Generated,
  type JSONColumnType,
  Kysely,
  type Transaction as KyselyTransaction,
  PostgresDialect,
} from 'kysely'
import { Pool, types } from 'pg'
import { withPreparedStatements } from './prepared-statements.ts'
import type { databaseRoles } from './roles.ts'

/** The platform's own tables; a room adds its own with `database.withTables<RoomTables>()`. */
export interface PlatformTables {
  idempotency_record: {
    principal: string
    key: string
    command: string
    body_hash: string
    answer: JSONColumnType<object> | null
    legal: boolean
    created_at: Generated<Date>
  }
  audit_entry: {
    id: Generated<number>
    at: Generated<Date>
    principal: string
    command: string
    subject: string
    correlation_id: string
  }
  outbox_event: {
    id: Generated<number>
    type: string
    subject: string
    body: JSONColumnType<Record<string, unknown>>
    correlation_id: string
    occurred_at: Date
  }
  outbox_delivery: {
    event_id: number
    subscriber: string
    subject: string
    attempts: Generated<number>
    next_at: Generated<Date>
    last_error: string | null
    delivered_at: Date | null
  }
  job_fence: { job_id: string; issued: number }
  job_effect: { job_id: string; step: string }
  job_worker: { worker_id: string; seen_at: Generated<Date> }
  sent_message: {
    id: string
    channel: 'mail' | 'sms'
    recipient: string
    subject: string
    text: string
    correlation_id: string
    sent_at: Date
  }
}

export type Database = Kysely<PlatformTables>
export type Transaction = KyselyTransaction<PlatformTables>

/** A role to act as. */
export type DatabaseRole = (typeof databaseRoles)[number]

/** How to reach the database. */
export interface DatabaseAddress {
  /** `postgres://user:password@host:port/name` */
  readonly url: string
  /** role to act as, where the one who logs in may be more powerful than the server should be */
  readonly role?: DatabaseRole
  /** most connections of this process, 16 where it is left out */
  readonly connections?: number
  /** whether every change is refused */
  readonly readOnly?: boolean
  /** longest that one statement may take, 60 where it is left out */
  readonly statementSeconds?: number
  /** longest that a statement may wait for a lock, 10 where it is left out */
  readonly lockSeconds?: number
}

/** A pool and the queries over it, closed together. */
export interface OpenDatabase extends AsyncDisposable {
  readonly pool: Pool
  readonly database: Database
}

const int8 = 20
const date = 1082
const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [int8]: wholeNumber,
  [date]: (text) => text,
}

function wholeNumber(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new Error(`bigint ${text} is beyond what a number can hold`)
  return value
}

const typeParsers = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    format === 'binary'
      ? types.getTypeParser(oid, 'binary')
      : (parsers[oid] ?? types.getTypeParser(oid, 'text')),
}

/**
 * Opens a pool; `onLost` hears of every connection that broke while nobody used it, and the pool lives on.
 * A process that freezes in the middle of a transaction loses it after a minute, so that its locks hold nobody up. A
 * statement that waits for a lock gives up before the requests behind it have drained the pool.
 */
export function openPool(address: DatabaseAddress, onLost: (error: Error) => void): Pool {
  const { statementSeconds = 60, lockSeconds = 10 } = address
  const settings = {
    search_path: 'guanjia,public',
    timezone: 'UTC',
    idle_in_transaction_session_timeout: '60s',
    statement_timeout: `${statementSeconds}s`,
    lock_timeout: `${lockSeconds}s`,
    ...(address.role === undefined ? {} : { role: address.role }),
    ...(address.readOnly === true ? { default_transaction_read_only: 'on' } : {}),
  }
  const pool = new Pool({
    connectionString: address.url,
    max: address.connections ?? 16,
    options: Object.entries(settings)
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' '),
    application_name: 'guanjia',
    connectionTimeoutMillis: 10_000,
    types: typeParsers,
  })
  pool.on('error', onLost)
  // a connection in use breaks too: its query fails, and the event must not end the process
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/** Opens the pool and the typed queries over it. */
export function openDatabase(address: DatabaseAddress, onLost: (error: Error) => void): OpenDatabase {
  const pool = openPool(address, onLost)
  const database = new Kysely<PlatformTables>({
    dialect: new PostgresDialect({ pool: withPreparedStatements(pool) }),
  })
  return { pool, database, [Symbol.asyncDispose]: () => database.destroy() }
}
