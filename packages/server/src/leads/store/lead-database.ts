/**
 * The database as the leads see it: another role, another schema, a few connections, none of them the house's.
 */

import { Kysely, PostgresDialect } from 'kysely'
import { type DatabaseAddress, openPool } from '../../platform/database/database.ts'
import type { LeadTables } from './lead-tables.ts'

/** Queries over the schema of leads alone. */
export type LeadDatabase = Kysely<LeadTables>

/** Opens it for the intake or for the desk, as the address says; closing it closes the pool. */
export function openLeadDatabase<Tables = LeadTables>(address: DatabaseAddress): Kysely<Tables> {
  // no names for statements: PostgreSQL keeps a named statement in its memory for as long as the connection lives
  const pool = openPool({ connections: 6, ...address }, () => undefined)
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}
