/**
 * Reports of misconduct that the register and the hotline turned away: of each a day and a source is known, nothing else.
 */

import { sql } from 'kysely'
import type { Database } from '../../platform/database/database.ts'

/** A month of the zone as YYYY-MM, and how many there were. */
export interface TurnedAway {
  readonly month: string
  readonly count: number
}

/** Months in which there were any, the newest first. */
export async function countTurnedAway(database: Database, atMost: number): Promise<readonly TurnedAway[]> {
  const { rows } = await sql<TurnedAway>`
    select to_char(day, 'YYYY-MM') as month, sum(count)::int as count
    from misconduct_stub group by 1 order by 1 desc limit ${atMost}`.execute(database)
  return rows
}
