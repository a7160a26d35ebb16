/**
 * The tables of what stewards do beside a project: the next contact and the photos of visits.
 */

import type { Generated, Kysely } from 'kysely'
import type { Database, PlatformTables } from '../../platform/database/database.ts'

/** A type, not an interface: Kysely adds only closed shapes to a database. */
export type AccompanyingTables = {
  project_next_contact: {
    project_id: string
    on_date: string
    set_by: string
    set_at: Date
    reminded_at: Generated<Date | null>
  }
  project_contact_photo: {
    id: string
    contact_id: string
    file: string
    kind: 'jpeg' | 'png'
    size: number
    taken_by: string
    kept_at: Date
  }
}

/** Widens a database or a transaction to these tables. */
export function accompanyingTables(database: Database): Kysely<PlatformTables & AccompanyingTables> {
  return database.withTables<AccompanyingTables>()
}
