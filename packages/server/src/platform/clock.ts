/**
 * The one source of time. Legal instants come from the database, so that all server processes agree.
 */

import { sql } from 'kysely'
import type { Transaction } from './database/database.ts'

/** Where the time comes from. */
export interface Clock {
  /** this process's time: for logs, time-outs and answers without legal weight */
  readonly now: () => Date
  /** the database's time inside this transaction: for everything that starts or ends a legal period */
  readonly legalNow: (tx: Transaction) => Promise<Date>
  /** the legal time, where the database told its own along with another answer */
  readonly legalTime: (databaseTime: Date) => Date
}

/** The clock of a running house. */
export const systemClock: Clock = {
  now: () => new Date(),
  legalNow: async (tx) => {
    const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(tx)
    const now = rows[0]?.now
    if (now === undefined) throw new Error('the database gave no time')
    return now
  },
  legalTime: (databaseTime) => databaseTime,
}
