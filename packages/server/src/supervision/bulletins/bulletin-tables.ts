/**
 * The tables of bulletins as queries see them.
 */

import type { KeptWords } from '@guanjia/core/supervision'
import type { Generated, JSONColumnType } from 'kysely'

/** A type, not an interface: Kysely adds only closed shapes to a database. */
export type BulletinTables = {
  case_bulletin: {
    id: string
    number: string
    title: string
    text: string
    kept: JSONColumnType<readonly KeptWords[]>
    state: 'drafted' | 'published'
    revision: Generated<number>
    author_id: string
    writer_ids: string[]
    drafted_at: Date
    published_by: string | null
    published_at: Date | null
  }
  case_bulletin_approval: {
    bulletin_id: string
    approver_id: string
    approved_at: Date
    revision: number | null
  }
}
