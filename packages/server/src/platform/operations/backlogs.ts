/**
 * How much waits in the outbox and among the jobs, as figures for watchers.
 */

import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../database/database.ts'
import type { Telemetry } from './telemetry.ts'

/** Watches both backlogs. */
export function watchBacklogs({ watch }: Pick<Telemetry, 'watch'>, database: Database): void {
  const count = async (from: RawBuilder<unknown>) => {
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${from}`.execute(database)
    return rows[0]?.count ?? 0
  }
  watch({
    name: 'guanjia_outbox_waiting',
    help: 'Deliveries of events that wait',
    ask: () => count(sql`outbox_delivery where delivered_at is null`),
  })
  watch({
    name: 'guanjia_outbox_failing',
    help: 'Deliveries of events that failed and will be tried again',
    ask: () => count(sql`outbox_delivery where delivered_at is null and attempts > 0`),
  })
  watch({
    name: 'guanjia_jobs_waiting',
    help: 'Jobs that are due or running',
    ask: () => count(sql`graphile_worker.jobs where run_at <= clock_timestamp() and attempts < max_attempts`),
  })
  watch({
    name: 'guanjia_jobs_given_up',
    help: 'Jobs that failed as often as they may',
    ask: () => count(sql`graphile_worker.jobs where attempts >= max_attempts and locked_at is null`),
  })
}
