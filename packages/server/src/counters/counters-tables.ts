/**
 * The tables of the hall's own calls as queries see them.
 */

import type { OutreachState } from '@guanjia/core/counters'
import type { JSONColumnType, Kysely } from 'kysely'
import type { Database, PlatformTables } from '../platform/database/database.ts'

/** A type, not an interface: Kysely adds only closed shapes to a database. */
export type CountersTables = {
  outreach_task: {
    id: string
    subject: string
    company: string
    contact_name: string
    contact_phone: string
    place: string
    matters: JSONColumnType<string[]>
    script: string
    state: OutreachState
    raised_at: Date
    due_at: Date
    due_because: JSONColumnType<string[]>
    closed_at: Date | null
  }
  outreach_call: {
    task_id: string
    attempt: number
    answered: boolean
    note: string | null
    clerk_id: string
    at: Date
  }
}

/** The database, or a transaction on it, with the tables of this room. */
export type CountersDatabase = Kysely<PlatformTables & CountersTables>

/** Widens a database or a transaction to the tables of this room. */
export function countersTables(database: Database): CountersDatabase {
  return database.withTables<CountersTables>()
}
