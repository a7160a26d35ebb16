/**
 * Whose library: a person's own, and those of the organisations the person belongs to.
 */

import type { Principal } from '@guanjia/core/access'
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import type { EvidenceTables } from './evidence-tables.ts'

/** Somebody with a library. */
export interface LibraryOwner {
  readonly id: string
  /** unified codes */
  readonly organisations: readonly string[]
}

/** The libraries of whoever sends; nobody has none. */
export function libraryOwner(principal: Principal): LibraryOwner {
  if (principal.kind !== 'person') return { id: '', organisations: [] }
  const codes = principal.memberships.map(({ organisationCode }) => organisationCode)
  return { id: principal.id, organisations: [...new Set(codes)] }
}

/** The condition that a document is in one of the libraries. */
export function inLibraryOf({ id, organisations }: LibraryOwner) {
  return (row: ExpressionBuilder<EvidenceTables, 'evidence_document'>): Expression<SqlBool> =>
    row.or([
      row.and([row('owner_id', '=', id), row('organisation_code', 'is', null)]),
      ...(organisations.length === 0 ? [] : [row('organisation_code', 'in', [...organisations])]),
    ])
}
