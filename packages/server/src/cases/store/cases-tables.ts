/**
 * The tables of cases as queries see them.
 */

import type { CaseEvent, CaseState, ClockEnds, Court, Light, SituationName } from '@guanjia/core/cases'
import type { Generated, Kysely } from 'kysely'
import type { Database, PlatformTables } from '../../platform/database/database.ts'

/** Answers and facts by name. */
export type CaseFacts = Record<string, string | number | boolean>

/** A row of the file. */
export interface CaseRow {
  readonly id: string
  readonly number: string
  readonly version: number
  readonly service: string
  readonly service_name: Record<string, string>
  readonly applicant_id: string
  readonly project_id: string | null
  readonly channel: 'online' | 'counter'
  readonly authorities: string[]
  readonly answers: CaseFacts
  readonly answers_version: number
  readonly answers_saved_at: Date | null
  readonly situation: SituationName
  readonly status: number
  readonly state: CaseState
  readonly court: Court['who']
  readonly revocation_proposed_by: string | null
  readonly next_kind: string | null
  readonly next_due: string | null
  readonly light: Light
  readonly clock_ends: ClockEnds
  readonly calendar_version: string
  readonly looked_at_on: string
  readonly opened_at: Date
  readonly updated_at: Date
}

/** A type, not an interface: Kysely adds only closed shapes to a database. */
export type CasesTables = {
  case_file: { [Column in keyof CaseRow]: CaseRow[Column] } & { answers_version: Generated<number> }
  case_event: {
    case_id: string
    version: number
    type: string
    body: CaseEvent
    principal: string
    at: Date
  }
  case_reminder: {
    case_id: string
    about: string
    due: string
    days_before: number
    sent_at: Date
  }
}

/** The database, or a transaction on it, with the tables of this room. */
export type CasesDatabase = Kysely<PlatformTables & CasesTables>

/** Widens a database or a transaction to the tables of this room. */
export function casesTables(database: Database): CasesDatabase {
  return database.withTables<CasesTables>()
}
