/**
 * Licences as they stand in the register, and their prints.
 */

import type { LicenceDocument, LicenceStatus } from '@guanjia/core/registration'
import { type JSONColumnType, type Kysely, sql } from 'kysely'
import type { PlatformTables } from '../../platform/database/database.ts'
import type { LicenceCopy } from './licence-paper.ts'

/** A type, not an interface: Kysely adds only closed shapes to a database. */
export type LicenceTables = {
  licence: {
    id: string
    number: string
    unified_code: string
    application_id: string
    document: JSONColumnType<LicenceDocument>
    credential: string | null
    status: LicenceStatus
    issued_at: Date
    revoked_at: Date | null
  }
  licence_print: {
    id: string
    licence_number: string
    copy: LicenceCopy
    /** which duplicate; null for the original */
    place: number | null
    ordered_by: string
    ordered_at: Date
    code_hash: string
    expires_at: Date
    reason: string | null
    printed_at: Date | null
    device: string | null
    paper_stock: string | null
    paper_serial: string | null
  }
}

/** The database, or a transaction of it, with the tables of licences. */
export type LicenceDatabase = Kysely<PlatformTables & LicenceTables>

/** A licence of the register. */
export interface LicenceRecord {
  readonly document: LicenceDocument
  readonly credential: string
  readonly status: LicenceStatus
  readonly issuedAt: Date
  readonly revokedAt: Date | null
  /** how many duplicates were asked for with the set-up, 1 to 9 */
  readonly duplicates: number
}

/** The licence of a number. */
export async function findLicence(
  database: LicenceDatabase,
  number: string,
): Promise<LicenceRecord | undefined> {
  const row = await database
    .withTables<ApplicationOwners>()
    .selectFrom('licence')
    .innerJoin('registration_application as a', 'a.id', 'licence.application_id')
    .select(['document', 'credential', 'status', 'issued_at', 'revoked_at'])
    .select(sql<number>`coalesce((a.answers ->> 'duplicates')::int, 1)`.as('duplicates'))
    .where('licence.number', '=', number)
    .executeTakeFirst()
  if (row === undefined || row.credential === null) return undefined
  const { document, credential, status, issued_at: issuedAt, revoked_at: revokedAt, duplicates } = row
  return { document, credential, status, issuedAt, revokedAt, duplicates }
}

/** What is asked of an application here; the rest of it is the business of the rooms beside. */
type ApplicationOwners = { registration_application: { id: string; owner_id: string } }

/** The person whose application led to the licence of this number. */
export async function findLicenceOwner(
  database: LicenceDatabase,
  number: string,
): Promise<string | undefined> {
  const row = await database
    .withTables<ApplicationOwners>()
    .selectFrom('licence')
    .innerJoin('registration_application', 'registration_application.id', 'licence.application_id')
    .select('registration_application.owner_id')
    .where('licence.number', '=', number)
    .executeTakeFirst()
  return row?.owner_id
}

/** The duplicates of a licence that came out of a printer at least once, by their number. */
export async function printedDuplicates(
  database: LicenceDatabase,
  number: string,
): Promise<ReadonlySet<number>> {
  const rows = await database
    .selectFrom('licence_print')
    .select('place')
    .where('licence_number', '=', number)
    .where('copy', '=', 'duplicate')
    .where('printed_at', 'is not', null)
    .execute()
  return new Set(rows.flatMap(({ place }) => place ?? []))
}

/** A finished print. */
export interface PrintRecord {
  readonly copy: LicenceCopy
  readonly printedAt: string
  readonly paperStock: string
  readonly paperSerial: string
  readonly device: string
  readonly reason: string | null
}

/** The finished prints of a licence, the newest first. */
export async function listPrints(database: LicenceDatabase, number: string): Promise<readonly PrintRecord[]> {
  const rows = await database
    .selectFrom('licence_print')
    .select(['copy', 'printed_at', 'paper_stock', 'paper_serial', 'device', 'reason'])
    .where('licence_number', '=', number)
    .where('printed_at', 'is not', null)
    .orderBy('printed_at', 'desc')
    .execute()
  return rows.map((row) => ({
    copy: row.copy,
    printedAt: row.printed_at?.toISOString() ?? '',
    paperStock: row.paper_stock ?? '',
    paperSerial: row.paper_serial ?? '',
    device: row.device ?? '',
    reason: row.reason,
  }))
}
