/**
 * The firms on the register, for rooms that turn to them, and the numbers at which they said they can be called.
 */

import { type PlainDate, plainDate } from '@guanjia/core/calendar'
import type { Database } from '../../platform/database/database.ts'
import { registrationTables } from '../registration-tables.ts'

/** A firm as the register has it now. */
export interface Firm {
  readonly code: string
  readonly name: string
  readonly isEnterprise: boolean
  readonly establishedOn: PlainDate
}

/** The firms that are on the register now and have a name, in the order of their codes. */
export async function findRegisteredFirms(database: Database): Promise<readonly Firm[]> {
  const rows = await registrationTables(database)
    .selectFrom('market_entity as e')
    .innerJoin('market_entity_version as v', 'v.unified_code', 'e.unified_code')
    .select(['e.unified_code as code', 'v.name', 'e.is_enterprise', 'e.established_on'])
    .where('v.valid_to', 'is', null)
    .where('v.recorded_to', 'is', null)
    .where('v.status', '=', 'registered')
    .where('v.name', 'is not', null)
    .orderBy('e.unified_code')
    .execute()
  return rows.map(({ code, name, is_enterprise: isEnterprise, established_on }) => ({
    code,
    name: name ?? '',
    isEnterprise,
    establishedOn: plainDate(established_on),
  }))
}

/** The numbers that firms left with their application, by unified code; one that left none is left out. */
export async function findFirmPhones(
  database: Database,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (codes.length === 0) return new Map()
  const rows = await registrationTables(database)
    .selectFrom('market_entity as e')
    .innerJoin('registration_application as a', 'a.id', 'e.application_id')
    .select(['e.unified_code as code', 'a.contact_phone as phone'])
    .where('e.unified_code', 'in', [...codes])
    .where('a.contact_phone', 'is not', null)
    .execute()
  return new Map(rows.flatMap(({ code, phone }) => (phone === null ? [] : [[code, phone] as const])))
}
