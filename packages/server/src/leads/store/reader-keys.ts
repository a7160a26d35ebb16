/**
 * To whom a report is sealed: the handlers whose keys are in force, save those of the unit it is about; and, for a name, the
 * keepers.
 */

import type { Halves, Reader } from '@guanjia/core/leads'
import type { LeadDatabase } from './lead-database.ts'

/** The readers of a report about a unit. */
export async function readersOf(database: LeadDatabase, about: string): Promise<Halves> {
  const rows = await database
    .selectFrom('leads.reader_key')
    .select(['key_id', 'office', 'belongs_to', 'public_key'])
    .where('state', '=', 'current')
    .orderBy('key_id')
    .execute()
  const uninvolved = rows.filter(({ belongs_to: units }) => !units.includes(about))
  const of = (office: 'handler' | 'keeper'): readonly Reader[] =>
    uninvolved
      .filter((row) => row.office === office)
      .map(({ key_id: keyId, public_key: publicKey }) => ({ keyId, publicKey }))
  return { handlers: of('handler'), keepers: of('keeper') }
}
