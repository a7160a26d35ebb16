/**
 * The tables of the exchange as queries see them.
 */

import type { ExchangeRecord, ExchangeSchema } from '@guanjia/core/supervision'
import type { JSONColumnType } from 'kysely'

/** How far a package is that is to leave. */
export type PackageState = 'drafted' | 'released' | 'discarded'

/** A type, not an interface: Kysely adds only closed shapes to a database. */
export type ExchangeTables = {
  exchange_key: {
    id: string
    partner: string
    key_id: string
    public_key: Buffer
    entered_by: string
    entered_at: Date
    confirmed_by: string | null
    confirmed_at: Date | null
    retired_by: string | null
    retired_at: Date | null
  }
  exchange_package: {
    id: string
    partner: string
    agreement: string
    schema: ExchangeSchema
    records: JSONColumnType<readonly ExchangeRecord[]>
    record_count: number
    state: PackageState
    drafted_by: string
    drafted_at: Date
    discarded_by: string | null
    discarded_at: Date | null
    released_by: string | null
    released_at: Date | null
    sequence: number | null
    digest: string | null
    file: string | null
    receipt: string | null
    received_at: Date | null
    receipt_taken_by: string | null
  }
  exchange_import: {
    id: string
    partner: string
    package_id: string
    agreement: string
    schema: ExchangeSchema
    sequence: number
    records: JSONColumnType<readonly ExchangeRecord[]>
    record_count: number
    digest: string
    key_id: string
    file: string
    receipt: string
    imported_by: string
    imported_at: Date
  }
}
