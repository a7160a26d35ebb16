/**
 * The table of orders to approve as queries see it.
 */

import type { Role } from '@guanjia/core/access'
import type { Kysely } from 'kysely'
import type { Database, PlatformTables } from '../../platform/database/database.ts'

/** A case of an order, at the version its officer saw. */
export interface OrderedCase {
  readonly id: string
  readonly version: number
  readonly number: string
}

/** A case that was not approved after all. */
export interface RefusedCase {
  readonly number: string
  readonly code: string
}

/** A row of the table. */
export interface ApprovalRow {
  readonly id: string
  readonly officer_id: string
  readonly officer: { readonly roles: readonly Role[]; readonly authorities: readonly string[] }
  readonly service: string
  readonly cases: readonly OrderedCase[]
  readonly reasons: string
  readonly basis: string
  readonly ordered_at: Date
  readonly runs_at: Date
  readonly taken_back_at: Date | null
  readonly issued_at: Date | null
  readonly refused: readonly RefusedCase[]
}

type ApprovalsTables = { approval_order: { [Column in keyof ApprovalRow]: ApprovalRow[Column] } }

/** Widens a database or a transaction to this table. */
export function approvalsTables(database: Database): Kysely<PlatformTables & ApprovalsTables> {
  return database.withTables<ApprovalsTables>()
}

/** JSON columns are written as text: the driver would take a list for an array of PostgreSQL. */
export function asJson<T>(value: T): T {
  return JSON.stringify(value) as unknown as T
}
