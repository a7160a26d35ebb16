/**
 * The table of tolerance, clearing and false accusations as queries see it.
 */

import type { ConductKind, ConductState, Examination } from '@guanjia/core/supervision'
import type { JSONColumnType } from 'kysely'

/** A type, not an interface: Kysely adds only closed shapes to a database. */
export type ConductTables = {
  conduct_matter: {
    id: string
    number: string
    kind: ConductKind
    state: ConductState
    about: string
    unit: string
    facts: string
    opened_by: string
    opened_at: Date
    examination: JSONColumnType<Examination> | null
    examined_words: string | null
    examined_by: string | null
    examined_at: Date | null
    determination: string | null
    determined_by: string | null
    determined_at: Date | null
    conclusion: string | null
    concluded_by: string | null
    concluded_at: Date | null
  }
}
