/**
 * Choosing among the versions of tables, and naming the one a case was decided by, so that it can be asked again.
 */

import { type Result, refuse } from '../../kernel/index.ts'
import { type Dated, versionOn } from '../version.ts'
import type { ReadTable } from './decision-table.ts'

/** Names a table and its version, such as `fire-level@2026-01-01`; a case keeps it. */
export function tableVersion({ table }: ReadTable): string {
  return `${table.id}@${table.from}`
}

/**
 * The version of a table in force on a day. Refuses where there is none, or more than one.
 *
 * @param day - YYYY-MM-DD
 */
export function tableOn(
  tables: readonly ReadTable[],
  id: string,
  day: string,
): Result<ReadTable, 'no-version-in-force' | 'versions-overlap'> {
  const versions = tables.filter(({ table }) => table.id === id).map((read) => ({ ...datesOf(read), read }))
  const version = versionOn(versions, day)
  return version.ok ? { ok: true, value: version.value.read } : refuse(version.code, { id, day })
}

function datesOf({ table: { from, to } }: ReadTable): Dated {
  return to === undefined ? { from } : { from, to }
}

/** The table a case was decided by, from the name the case kept; `undefined` where content no longer holds it. */
export function findTableVersion(tables: readonly ReadTable[], version: string): ReadTable | undefined {
  return tables.find((read) => tableVersion(read) === version)
}
