/**
 * The lease under which a process holds jobs. The pool of its workers, whose name stands on every job they take, gives
 * signs of life; the jobs of one that was silent for longer than the lease (killed, frozen, cut off) are given back, to
 * be run again. One that wakes up later finds its fence overtaken (see `job-run.ts`), so giving back too early does no
 * harm.
 */

import { EventEmitter } from 'node:events'
import type { WorkerEvents } from 'graphile-worker'
import { sql } from 'kysely'
import type { Database } from '../database/database.ts'

/** Keeps the lease of this process's workers, and ends that of silent ones. */
export interface JobLease {
  /** to be handed to the runner, whose pool of workers is known by it */
  readonly events: WorkerEvents
  readonly start: () => void
  /** after the runner has stopped */
  readonly stop: () => Promise<void>
}

const beatMilliseconds = 5_000
const leaseSeconds = 30

/** The lease over a database; `onFailure` hears of signs that could not be given. */
export function createJobLease(database: Database, onFailure: (error: unknown) => void): JobLease {
  const pools = new Set<string>()
  const events: WorkerEvents = new EventEmitter()
  // jobs are locked in the name of the pool, not of one of its workers
  events.on('worker:create', ({ worker }) => void pools.add(worker.workerPool.id))
  let timer: NodeJS.Timeout | undefined
  const beat = () => void renewLease(database, [...pools]).catch(onFailure)
  return {
    events,
    start: () => {
      timer ??= setInterval(beat, beatMilliseconds).unref()
      beat()
    },
    stop: async () => {
      clearInterval(timer)
      timer = undefined
      await sql`delete from job_worker where worker_id = any(${[...pools]}::text[])`
        .execute(database)
        .catch(onFailure)
      pools.clear()
    },
  }
}

/**
 * Gives a sign of life for these pools of workers, frees the jobs of silent ones and forgets those.
 *
 * @returns the pools that were silent over a job
 */
export function renewLease(database: Database, pools: readonly string[]): Promise<readonly string[]> {
  return database.transaction().execute(async (tx) => {
    await sql`
      insert into job_worker (worker_id) select unnest(${pools}::text[])
      on conflict (worker_id) do update set seen_at = clock_timestamp()`.execute(tx)
    await sql`
      delete from job_worker where seen_at < clock_timestamp() - make_interval(secs => ${leaseSeconds})`.execute(
      tx,
    )
    const { rows } = await sql<{ pool: string }>`
      select distinct job.locked_by as pool
      from graphile_worker._private_jobs as job
      where job.locked_at < clock_timestamp() - make_interval(secs => ${leaseSeconds})
        and not exists (select from job_worker where job_worker.worker_id = job.locked_by)`.execute(tx)
    const silent = rows.map(({ pool }) => pool)
    if (silent.length > 0)
      await sql`select graphile_worker.force_unlock_workers(${silent}::text[])`.execute(tx)
    return silent
  })
}
