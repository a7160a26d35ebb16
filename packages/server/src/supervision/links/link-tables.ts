/**
 * The table of links as queries see it.
 */

import type { Generated } from 'kysely'

/** A type, not an interface: Kysely adds only closed shapes to a database. */
export type LinkTables = {
  supervised_link: {
    id: Generated<string>
    supervised_id: string
    project_id: string
    linked_by: string
    linked_at: Date
    unlinked_by: string | null
    unlinked_at: Date | null
    reason: string | null
  }
}
