/**
 * The lease under which a worker holds a job. Workers give signs of life; the jobs of one that was silent for longer
 * than the lease (killed, frozen, cut off) are given back, to be run again. A frozen worker that wakes up later finds
 * its fence overtaken (see `jobs.ts`), so giving back too early does no harm.
 */

import { EventEmitter } from 'node:events'
import type { WorkerEvents } from 'graphile-worker'
import { sql } from 'kysely'
import type { Database } from '../database/database.ts'

/** Keeps the lease of this process's workers, and ends that of silent ones. */
export interface JobLease {
  /** to be handed to the runner, whose workers are known by it */
  readonly events: WorkerEvents
  readonly start: () => void
  readonly stop: () => Promise<void>
}

const beatMilliseconds = 5_000
const leaseSeconds = 30

/** The lease over a database; `onFailure` hears of signs that could not be given. */
export function createJobLease(database: Database, onFailure: (error: unknown) => void): JobLease {
  const workers = new Set<string>()
  const events: WorkerEvents = new EventEmitter()
  events.on('worker:create', ({ worker }) => void workers.add(worker.workerId))
  events.on('worker:release', ({ worker }) => void workers.delete(worker.workerId))
  let timer: NodeJS.Timeout | undefined
  const beat = () => void renewLease(database, [...workers]).catch(onFailure)
  return {
    events,
    start: () => {
      timer ??= setInterval(beat, beatMilliseconds).unref()
      beat()
    },
    stop: async () => {
      clearInterval(timer)
      timer = undefined
      await sql`delete from job_worker where worker_id = any(${[...workers]}::text[])`
        .execute(database)
        .catch(onFailure)
    },
  }
}

/**
 * Gives a sign of life for these workers and frees the jobs of silent ones.
 *
 * @returns the workers that were silent
 */
export function renewLease(database: Database, workers: readonly string[]): Promise<readonly string[]> {
  return database.transaction().execute(async (tx) => {
    await sql`
      insert into job_worker (worker_id) select unnest(${workers}::text[])
      on conflict (worker_id) do update set seen_at = clock_timestamp()`.execute(tx)
    const { rows } = await sql<{ worker: string }>`
      select distinct job.locked_by as worker
      from graphile_worker._private_jobs as job
      left join job_worker on job_worker.worker_id = job.locked_by
      where job.locked_at < clock_timestamp() - make_interval(secs => ${leaseSeconds})
        and (job_worker.seen_at is null or job_worker.seen_at < clock_timestamp() - make_interval(secs => ${leaseSeconds}))
    `.execute(tx)
    const silent = rows.map(({ worker }) => worker)
    if (silent.length === 0) return silent
    await sql`select graphile_worker.force_unlock_workers(${silent}::text[])`.execute(tx)
    await sql`delete from job_worker where worker_id = any(${silent}::text[])`.execute(tx)
    return silent
  })
}
