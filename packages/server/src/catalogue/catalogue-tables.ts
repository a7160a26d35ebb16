/**
 * The tables of the catalogue as queries see them.
 */

import type { Kysely } from 'kysely'
import type { Database, PlatformTables } from '../platform/database/database.ts'

/** A type, not an interface: Kysely adds only closed shapes to a database. */
export type CatalogueTables = {
  catalogue_version: {
    number: number
    hash: string
    content: unknown
    effective_on: string
    published_at: Date
    published_by: string
  }
}

/** The database, or a transaction on it, with the tables of this room. */
export type CatalogueDatabase = Kysely<PlatformTables & CatalogueTables>

/** Widens a database or a transaction to the tables of this room. */
export function catalogueTables(database: Database): CatalogueDatabase {
  return database.withTables<CatalogueTables>()
}
