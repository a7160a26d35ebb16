/**
 * The tables of open days as queries see them.
 */

import type { PlainDate } from '@guanjia/core/calendar'
import type { Kysely } from 'kysely'
import type { Database, PlatformTables } from '../../platform/database/database.ts'
import type { FeedbackTables } from '../store/feedback-tables.ts'

/** A type, not an interface: Kysely adds only closed shapes to a database. */
export type OpenDayTables = FeedbackTables & {
  open_day_round: { round: number; hosts: string[]; opened_at: Date }
  open_day_session: { id: string; round: number; carrier: string; held_on: PlainDate; phone: string | null }
  open_day_visit: { session_id: string; company_code: string; company: string }
  open_day_question: {
    id: string
    session_id: string
    company_code: string
    topic: string
    words: string
    asked_at: Date
    answer: string | null
    answered_by: string | null
    issue_id: string | null
    link_salt: string | null
    token_hash: string | null
    link_until: Date | null
    link_used_at: Date | null
  }
}

/** Widens a database or a transaction to the tables of open days and of the register. */
export function openDayTables(database: Database): Kysely<PlatformTables & OpenDayTables> {
  return database.withTables<OpenDayTables>()
}
