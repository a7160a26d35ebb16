/**
 * What a text gives away, against the names that the house knows at this moment.
 */

import { type IdentifyingWords, identifyingWords } from '@guanjia/core/supervision'
import { type AccessTables, findPersonNamesIn } from '../../access/index.ts'
import type { Database } from '../../platform/database/database.ts'
import { findOrganisationNamesIn } from '../../registration/index.ts'
import type { SupervisionRoom } from '../supervision-ports.ts'
import { supervisionTables } from '../supervision-tables.ts'

/** Finds what gives somebody away in a bulletin, title and text together. */
export async function checkBulletin(
  room: SupervisionRoom,
  database: Database,
  { title, text }: { readonly title: string; readonly text: string },
): Promise<readonly IdentifyingWords[]> {
  const whole = `${title}\n${text}`
  const people = await findPersonNamesIn(database.withTables<AccessTables>(), whole)
  const units = await findOrganisationNamesIn(database, whole)
  const supervised = await supervisionTables(database)
    .selectFrom('supervised_project')
    .select(['name', 'company'])
    .execute()
  const authorities = authorityNames(room)
  const known = [...units, ...authorities, ...supervised.flatMap(({ name, company }) => [name, company])]
  return identifyingWords(whole, { people, units: known })
}

interface Listed {
  readonly name?: string | { readonly 'zh-CN'?: string }
}

function authorityNames({ zone }: SupervisionRoom): string[] {
  const listed = zone.zone['authorities']
  if (!Array.isArray(listed)) return []
  return (listed as readonly Listed[]).flatMap(({ name }) => {
    const said = typeof name === 'string' ? name : name?.['zh-CN']
    return said === undefined ? [] : [said]
  })
}
