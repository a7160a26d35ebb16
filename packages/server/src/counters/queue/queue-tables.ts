/**
 * The tables of the line as queries see them.
 */

import type { Kysely } from 'kysely'
import type { Database, PlatformTables } from '../../platform/database/database.ts'

/** A row of a number. */
export interface TicketRow {
  readonly id: string
  readonly day: string
  readonly sequence: number
  readonly number: string
  readonly matter: string
  readonly state: 'waiting' | 'called' | 'served' | 'left'
  readonly place: number
  readonly clerk_id: string | null
  readonly counter: string | null
  readonly times_called: number
  readonly taken_at: Date
  readonly called_at: Date | null
  readonly closed_at: Date | null
}

type QueueTables = {
  counter_ticket: { [Column in keyof TicketRow]: TicketRow[Column] }
  counter_draft: {
    clerk_id: string
    subject: string
    body: Record<string, unknown>
    saved_at: Date
    handed_by: string | null
    handed_at: Date | null
  }
}

/** Widens a database or a transaction to the tables of the line. */
export function queueTables(database: Database): Kysely<PlatformTables & QueueTables> {
  return database.withTables<QueueTables>()
}
