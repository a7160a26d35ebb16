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
  /** what the machine's clock shows when this one shows `at`: for whatever wakes by the machine's */
  readonly machineTime: (at: Date) => Date
}

/** The clock of a running house. */
export const systemClock: Clock = clockAhead(0)

/** A clock that goes as the machine's does, so many milliseconds ahead of it (negative: behind), for a demonstration of another day. */
export function clockAhead(milliseconds: number): Clock {
  const ahead = (at: Date) => new Date(at.getTime() + milliseconds)
  return {
    now: () => ahead(new Date()),
    legalNow: async (tx) => {
      const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(tx)
      const now = rows[0]?.now
      if (now === undefined) throw new Error('the database gave no time')
      return ahead(now)
    },
    legalTime: ahead,
    machineTime: (at) => new Date(at.getTime() - milliseconds),
  }
}
