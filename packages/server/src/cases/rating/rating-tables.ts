/**
 * The table of ratings as queries see it.
 */

import type { Kysely } from 'kysely'
import type { Database, PlatformTables } from '../../platform/database/database.ts'
import type { CasesTables } from '../store/cases-tables.ts'

/** A type, not an interface: Kysely adds only closed shapes to a database. */
export type RatingTables = {
  case_rating: {
    case_id: string
    level: number
    aspects: string[]
    comment: string | null
    rated_at: Date
    call_back_by: string | null
    called_back_at: Date | null
    call_back_note: string | null
    mend_by: string | null
    mended_at: Date | null
    mending_note: string | null
  }
}

/** Widens a database or a transaction to ratings and cases. */
export function ratingTables(database: Database): Kysely<PlatformTables & CasesTables & RatingTables> {
  return database.withTables<CasesTables & RatingTables>()
}
