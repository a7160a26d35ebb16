/**
 * The tables of reminders as queries see them.
 */

import type { Kysely } from 'kysely'
import type { Database, PlatformTables } from '../../platform/database/database.ts'

/** A type, not an interface: Kysely adds only closed shapes to a database. */
export type ReminderTables = {
  reminder_batch: {
    id: string
    sender_id: string
    made_at: Date
    sends_at: Date
    state: 'waiting' | 'sent' | 'undone'
  }
  project_reminder: {
    id: string
    batch_id: string
    project_id: string
    recipient_id: string
    step: string
    step_name: Record<string, string>
    due_on: string
    text: string
  }
}

/** Widens a database or a transaction to the tables of reminders. */
export function reminderTables(database: Database): Kysely<PlatformTables & ReminderTables> {
  return database.withTables<ReminderTables>()
}

/** The words of a reminder for the notice that carries it; they stand in no event. */
export async function findReminderText(database: Database, id: string): Promise<string | undefined> {
  const row = await reminderTables(database)
    .selectFrom('project_reminder')
    .select('text')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.text
}
