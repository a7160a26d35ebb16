/**
 * What market entities are called, for rooms that know them by their unified code.
 */

import { sql } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import { registrationTables } from './registration-tables.ts'

/** The names of these entities as the register has them now, in the order of their codes; one without a name is left out. */
export async function findOrganisationNames(
  database: Database,
  codes: readonly string[],
): Promise<readonly { readonly code: string; readonly name: string }[]> {
  if (codes.length === 0) return []
  const rows = await registrationTables(database)
    .selectFrom('market_entity_version')
    .select(['unified_code as code', 'name'])
    .where('unified_code', 'in', [...codes])
    .where('valid_to', 'is', null)
    .where('recorded_to', 'is', null)
    .orderBy('unified_code')
    .execute()
  return rows.flatMap(({ code, name }) => (name === null ? [] : [{ code, name }]))
}

/** The names of entities on the register that a text speaks of. */
export async function findOrganisationNamesIn(database: Database, text: string): Promise<readonly string[]> {
  const rows = await registrationTables(database)
    .selectFrom('market_entity_version')
    .select('name')
    .distinct()
    .where('valid_to', 'is', null)
    .where('recorded_to', 'is', null)
    .where(sql<boolean>`position(name in ${text}) > 0`)
    .execute()
  return rows.flatMap(({ name }) => (name === null ? [] : [name]))
}
