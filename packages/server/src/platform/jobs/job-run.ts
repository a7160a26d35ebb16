/**
 * One run of a job, with effects that happen once however often the job runs.
 *
 * A run holds its job as long as the lock on the job's row is the one it was given. It takes a fence under that lock:
 * the next number of the whole house, so that a run which was overtaken (its worker slept through its lease) finds a
 * higher number there, or no fence at all, and may not have effects any more. At the end the job, its fence and its
 * marks go in one statement: a crash leaves all of them or none.
 */

import { type RawBuilder, sql } from 'kysely'
import type { Database, Transaction } from '../database/database.ts'

/** What a job's handler may do besides reading. */
export interface JobRun {
  readonly jobId: string
  /** how many times this job was tried, this time included */
  readonly attempt: number
  /** the number of this run; foreign systems that understand fences are given it */
  readonly fence: number
  /**
   * Does a step's effect exactly once, in a transaction, however often the job runs.
   *
   * @returns false when the step was done before; throws when this run was overtaken
   */
  readonly once: (step: string, effect: (tx: Transaction) => Promise<void>) => Promise<boolean>
}

/** Handles one kind of job; throwing means "try again later". */
export type JobHandler<Payload> = (payload: Payload, run: JobRun) => Promise<void>

/** A job as its worker took it; the lock tells this taking from every other one. */
export interface TakenJob {
  readonly id: string
  /** how often the job was replaced before it was taken */
  readonly revision: number
  readonly attempts: number
  readonly locked_by: string | null
  readonly locked_at: Date | null
  readonly payload: unknown
}

/** Runs the handler under a fence and completes the job; throws, without an effect, where the job is somebody else's. */
export async function runFenced(
  database: Database,
  job: TakenJob,
  handler: JobHandler<unknown>,
): Promise<void> {
  const fence = await takeFence(database, job)
  await handler(job.payload, {
    jobId: job.id,
    attempt: job.attempts,
    fence,
    once: (step, effect) => once(database, { job, fence, step }, effect),
  })
  await complete(database, job)
}

/** Whether the row is still locked as it was when this worker took it; the driver knows times to the millisecond. */
function stillHeld({ id, revision, locked_by, locked_at }: TakenJob): RawBuilder<unknown> {
  return sql`id = ${id}::bigint and revision = ${revision}::int and locked_by = ${locked_by}
    and date_trunc('milliseconds', locked_at) = ${locked_at}::timestamptz`
}

async function takeFence(database: Database, job: TakenJob): Promise<number> {
  const { rows } = await sql<{ issued: number }>`
    insert into job_fence (job_id)
    select id::text from graphile_worker._private_jobs where ${stillHeld(job)} for update
    on conflict (job_id) do update set issued = nextval('guanjia.job_fence_number')
    returning issued`.execute(database)
  const issued = rows[0]?.issued
  if (issued === undefined) throw overtaken(job)
  return issued
}

interface Step {
  readonly job: TakenJob
  readonly fence: number
  readonly step: string
}

function once(
  database: Database,
  { job, fence, step }: Step,
  effect: (tx: Transaction) => Promise<void>,
): Promise<boolean> {
  return database.transaction().execute(async (tx) => {
    // the lock keeps a newer run from starting its effects until these are committed
    const { rows } = await sql<{ issued: number }>`
      select issued from job_fence where job_id = ${job.id} for update`.execute(tx)
    if (rows[0]?.issued !== fence) throw overtaken(job)
    const marked = await sql`
      insert into job_effect (job_id, revision, step) values (${job.id}, ${job.revision}, ${step})
      on conflict do nothing returning 1`.execute(tx)
    if (marked.rows.length === 0) return false
    await effect(tx)
    return true
  })
}

/**
 * The library would delete the job by its id alone, after us, even where it has become somebody else's: so the job goes
 * here, under its lock, and there is nothing left for the library to delete.
 */
async function complete(database: Database, job: TakenJob): Promise<void> {
  const { rows } = await sql`
    with done as (
      delete from graphile_worker._private_jobs where ${stillHeld(job)} returning id
    ), fence as (
      delete from job_fence where job_id in (select id::text from done)
    )
    select id from done`.execute(database)
  if (rows.length === 0) throw overtaken(job)
}

function overtaken({ id, attempts }: TakenJob): Error {
  return new Error(`run ${attempts} of job ${id} was overtaken`)
}
