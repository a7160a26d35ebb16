/**
 * Work for later, kept in the database: enqueued in the caller's transaction, run at least once, with effects that
 * happen once. Every run of a job takes the next number of its fence; a run that was overtaken (its worker slept
 * through its lease) finds a higher number there and may not have effects any more.
 */

import {
  type CronItem,
  type JobHelpers,
  Logger,
  parseCronItems,
  type Runner,
  run,
  runOnce,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker'
import { sql } from 'kysely'
import type { Pool } from 'pg'
import type { Database, Transaction } from '../database/database.ts'
import { createJobLease } from './job-lease.ts'

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

/** When and how to run. */
export interface EnqueueOptions {
  readonly runAt?: Date
  /** a job that waits under the same key is replaced */
  readonly key?: string
  /** tries before it is given up, 25 where left out (about three days) */
  readonly attempts?: number
}

/** The jobs of the house. */
export interface Jobs {
  readonly handle: <Payload>(name: string, handler: JobHandler<Payload>) => void
  readonly enqueue: (
    tx: Transaction,
    name: string,
    payload: object,
    options?: EnqueueOptions,
  ) => Promise<void>
  /** runs a job by the clock; `pattern` is a crontab pattern in UTC */
  readonly every: (name: string, pattern: string) => void
  /** runs what is due now and returns when nothing is left, instead of `start`: for tests and tools */
  readonly drain: () => Promise<void>
  readonly start: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** What jobs work with. */
export interface JobsPorts {
  readonly database: Database
  readonly pool: Pool
  readonly concurrency: number
  readonly log: (level: string, message: string) => void
  /** awaited before each job */
  readonly stepBack?: () => Promise<void>
}

/** The jobs over graphile-worker. */
export function createJobs(ports: JobsPorts): Jobs {
  const handlers = new Map<string, JobHandler<unknown>>()
  const timers: CronItem[] = []
  const lease = createJobLease(ports.database, () =>
    ports.log('warning', 'the lease of the jobs was not renewed'),
  )
  let runner: Runner | undefined
  return {
    handle: (name, handler) => {
      if (handlers.has(name)) throw new Error(`two handlers are called ${name}`)
      handlers.set(name, handler as JobHandler<unknown>)
    },
    enqueue,
    every: (name, pattern) => void timers.push({ task: name, match: pattern }),
    drain: async () => {
      if (handlers.size === 0) return
      await runOnce({
        pgPool: ports.pool,
        taskList: tasksOf(ports, handlers),
        logger: loggerOf(ports),
      })
    },
    start: async () => {
      if (handlers.size === 0 || runner !== undefined) return
      runner = await startRunner(ports, { handlers, timers, events: lease.events })
      lease.start()
    },
    stop: async () => {
      await runner?.stop()
      runner = undefined
      await lease.stop()
    },
  }
}

async function enqueue(
  tx: Transaction,
  name: string,
  payload: object,
  { runAt, key, attempts = 25 }: EnqueueOptions = {},
): Promise<void> {
  await sql`
    select graphile_worker.add_job(
      ${name}::text,
      payload => ${JSON.stringify(payload)}::json,
      run_at => ${runAt ?? null}::timestamptz,
      max_attempts => ${attempts}::int,
      job_key => ${key ?? null}::text
    )`.execute(tx)
}

interface Running {
  readonly handlers: ReadonlyMap<string, JobHandler<unknown>>
  readonly timers: readonly CronItem[]
  readonly events: WorkerEvents
}

function startRunner(ports: JobsPorts, { handlers, timers, events }: Running): Promise<Runner> {
  return run({
    pgPool: ports.pool,
    taskList: tasksOf(ports, handlers),
    parsedCronItems: parseCronItems([...timers]),
    concurrency: ports.concurrency,
    noHandleSignals: true,
    pollInterval: 2_000,
    logger: loggerOf(ports),
    events,
  })
}

function loggerOf({ log }: JobsPorts): Logger {
  return new Logger(() => (level, message) => log(level, message))
}

function tasksOf(
  { database, stepBack }: JobsPorts,
  handlers: ReadonlyMap<string, JobHandler<unknown>>,
): TaskList {
  const tasks = [...handlers].map(([name, handler]) => [
    name,
    async (payload: unknown, { job }: JobHelpers) => {
      await stepBack?.()
      await runFenced(database, { handler, payload, jobId: job.id, attempt: job.attempts })
    },
  ])
  return Object.fromEntries(tasks) as TaskList
}

/** One run of a job under its fence. */
export interface FencedRun {
  readonly handler: JobHandler<unknown>
  readonly payload: unknown
  readonly jobId: string
  readonly attempt: number
}

/** Takes the next number of the job's fence, runs the handler under it, and takes the fence down at the end. */
export async function runFenced(database: Database, job: FencedRun): Promise<void> {
  const { jobId, attempt } = job
  const fence = await takeFence(database, jobId)
  await job.handler(job.payload, {
    jobId,
    attempt,
    fence,
    once: (step, effect) => once(database, { jobId, fence, step }, effect),
  })
  await sql`delete from job_fence where job_id = ${jobId} and issued = ${fence}`.execute(database)
}

async function takeFence(database: Database, jobId: string): Promise<number> {
  const { rows } = await sql<{ issued: number }>`
    insert into job_fence (job_id) values (${jobId})
    on conflict (job_id) do update set issued = nextval('guanjia.job_fence_number')
    returning issued`.execute(database)
  const issued = rows[0]?.issued
  if (issued === undefined) throw new Error(`the fence of job ${jobId} gave no number`)
  return issued
}

function once(
  database: Database,
  { jobId, fence, step }: { readonly jobId: string; readonly fence: number; readonly step: string },
  effect: (tx: Transaction) => Promise<void>,
): Promise<boolean> {
  return database.transaction().execute(async (tx) => {
    // the lock keeps a newer run from starting its effects until these are committed
    const { rows } = await sql<{ issued: number }>`
      select issued from job_fence where job_id = ${jobId} for update`.execute(tx)
    if (rows[0]?.issued !== fence) throw new Error(`run ${fence} of job ${jobId} was overtaken`)
    const marked = await sql`
      insert into job_effect (job_id, step) values (${jobId}, ${step})
      on conflict do nothing returning 1`.execute(tx)
    if (marked.rows.length === 0) return false
    await effect(tx)
    return true
  })
}
