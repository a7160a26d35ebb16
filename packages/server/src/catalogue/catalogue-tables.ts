/**
 * The tables of the catalogue as queries see them.
 */

import type { ServiceChange } from '@guanjia/core/catalogue'
import type { Kysely } from 'kysely'
import type { Database, PlatformTables } from '../platform/database/database.ts'

/** What a version says differently from the one it was made from. */
export interface VersionSummary {
  readonly services: readonly {
    readonly id: string
    readonly name: string
    readonly kind: ServiceChange['kind']
  }[]
  /** how many values differ outside the services */
  readonly others: number
}

/** A type, not an interface: Kysely adds only closed shapes to a database. */
export type CatalogueTables = {
  catalogue_version: {
    number: number
    hash: string
    content: unknown
    effective_on: string
    published_at: Date
    published_by: string
    base: number | null
    restores: number | null
    reason: string | null
    proposed_by: string | null
    confirmed_by: string | null
    summary: VersionSummary | null
  }
  catalogue_draft: {
    id: string
    base: number
    origin: 'edited' | 'folder' | 'restored'
    restores: number | null
    content: Readonly<Record<string, unknown>>
    revision: number
    state: 'open' | 'proposed' | 'published' | 'discarded'
    begun_by: string
    begun_at: Date
    changed_by: string
    changed_at: Date
    reason: string | null
    effective_on: string | null
    proposed_by: string | null
    proposed_at: Date | null
    returned_note: string | null
  }
}

/** The database, or a transaction on it, with the tables of this room. */
export type CatalogueDatabase = Kysely<PlatformTables & CatalogueTables>

/** Widens a database or a transaction to the tables of this room. */
export function catalogueTables(database: Database): CatalogueDatabase {
  return database.withTables<CatalogueTables>()
}
