/**
 * Forgets what is over, every night: sessions that ended, keys under which nobody repeats a command any more, events that
 * every reaction has taken. Keys of legal acts, the trail and the ledger stay for ever.
 */

import { sql } from 'kysely'
import type { Database } from './platform/database/database.ts'
import type { Ports } from './platform/ports.ts'

/** How many days things are kept after they are over. */
export interface RetentionDays {
  readonly sessions: number
  /** how long a sender may repeat a command that is no legal act */
  readonly keys: number
  readonly events: number
}

const job = 'platform.forget'
const atNight = '20 19 * * *'
const dayMs = 86_400_000
/** Few enough that nobody waits for their locks. */
const mostAtOnce = 2_000

/** Has it done every night, at 3:20 in the morning of the zone's standard time. */
export function handleRetention(
  { jobs, database, clock }: Pick<Ports, 'jobs' | 'database' | 'clock'>,
  days: RetentionDays,
): void {
  jobs.handle(job, () => forget(database, days, clock.now()))
  jobs.every(job, atNight)
}

async function forget(database: Database, days: RetentionDays, now: Date): Promise<void> {
  const before = (count: number) => new Date(now.getTime() - count * dayMs)
  await untilNone((most) =>
    sql<Forgotten>`
    select forget_sessions(${before(days.sessions)}, ${most}) as count`.execute(database),
  )
  await untilNone((most) =>
    sql<Forgotten>`
    select forget_idempotency_keys(${before(days.keys)}, ${most}) as count`.execute(database),
  )
  await untilNone((most) =>
    sql<Forgotten>`
    select forget_delivered_events(${before(days.events)}, ${most}) as count`.execute(database),
  )
}

interface Forgotten {
  readonly count: number
}

async function untilNone(
  batch: (most: number) => Promise<{ readonly rows: readonly Forgotten[] }>,
): Promise<void> {
  for (;;) {
    const { rows } = await batch(mostAtOnce)
    if ((rows[0]?.count ?? 0) < mostAtOnce) return
  }
}
