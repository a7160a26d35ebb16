/**
 * Everything a command leaves besides its work – leaves, events, the line of the trail, the kept answer – goes to the
 * database as one statement: each room writes its part, the runner sends them together.
 */

import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '../database/database.ts'

/** `name as (insert … or update …)`; names are the table's own, so that no two rooms choose the same one. */
export type ClosingPart = RawBuilder<unknown>

/** Runs the parts, all of them or none. */
export async function runClosing(tx: Transaction, parts: readonly ClosingPart[]): Promise<void> {
  if (parts.length > 0) await sql`with ${sql.join(parts)} select`.execute(tx)
}
