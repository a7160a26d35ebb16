/**
 * Work for later, kept in the database: enqueued in the caller's transaction, run at least once, with effects that
 * happen once (see `job-run.ts`).
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
import type { Clock } from '../clock.ts'
import type { Database, Transaction } from '../database/database.ts'
import { withoutPersonalData } from '../operations/without-personal-data.ts'
import { createJobLease } from './job-lease.ts'
import { type JobHandler, runFenced } from './job-run.ts'

/** When and how to run. */
export interface EnqueueOptions {
  readonly runAt?: Date
  /** a job that waits under the same key is replaced */
  readonly key?: string
  /** tries before it is given up, 25 where left out (about three days) */
  readonly attempts?: number
}

/** A job of several that are enqueued at once. */
export interface DueJob {
  readonly payload: object
  /** a job that waits under the same key is replaced */
  readonly key: string
  /** since when it is due: of the jobs that wait, the one due earlier is taken first; a day to come means now */
  readonly dueSince: Date
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
  /** enqueues any number in one statement, to be run now; those due at the same moment are taken in the order given */
  readonly enqueueAll: (tx: Transaction, name: string, jobs: readonly DueJob[]) => Promise<void>
  /** runs a job by the clock; `pattern` is a crontab pattern in UTC */
  readonly every: (name: string, pattern: string) => void
  /** runs what is due now and returns when nothing is left, instead of `start`: for tests and tools */
  readonly drain: () => Promise<void>
  readonly start: () => Promise<void>
  /** lets the running ones end and begins no other until `resume` */
  readonly pause: () => Promise<void>
  readonly resume: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** What jobs work with. */
export interface JobsPorts {
  readonly database: Database
  readonly pool: Pool
  readonly concurrency: number
  readonly log: (level: string, message: string) => void
  /** the clock that `runAt` is read from; jobs wake by the machine's */
  readonly clock?: Pick<Clock, 'machineTime'>
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
  const running = createRunning(() => startRunner(ports, { handlers, timers, events: lease.events }))
  return {
    handle: (name, handler) => {
      if (handlers.has(name)) throw new Error(`two handlers are called ${name}`)
      handlers.set(name, handler as JobHandler<unknown>)
    },
    enqueue: (tx, name, payload, { runAt, ...options } = {}) =>
      enqueue(tx, name, payload, { ...options, ...wakingAt(ports, runAt) }),
    enqueueAll: (tx, name, jobs) => enqueueAll(tx, name, jobs.map(dueByMachine(ports))),
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
      if (handlers.size === 0) return
      await running.change({ wanted: true })
      lease.start()
    },
    pause: () => running.change({ paused: true }),
    resume: () => running.change({ paused: false }),
    stop: async () => {
      await running.change({ wanted: false })
      await lease.stop()
    },
  }
}

function wakingAt({ clock }: JobsPorts, runAt: Date | undefined): Pick<EnqueueOptions, 'runAt'> {
  if (runAt === undefined) return {}
  return { runAt: clock?.machineTime(runAt) ?? runAt }
}

function dueByMachine({ clock }: JobsPorts) {
  return (job: DueJob): DueJob => ({ ...job, dueSince: clock?.machineTime(job.dueSince) ?? job.dueSince })
}

interface RunningState {
  readonly wanted: boolean
  readonly paused: boolean
}

/** The runner that is there while it is wanted and not paused; one change after the other. */
function createRunning(begin: () => Promise<Runner>) {
  let state: RunningState = { wanted: false, paused: false }
  let runner: Runner | undefined
  let last: Promise<void> = Promise.resolve()

  async function follow(): Promise<void> {
    const should = state.wanted && !state.paused
    if (should) runner ??= await begin()
    else {
      await runner?.stop()
      runner = undefined
    }
  }

  return {
    change: (change: Partial<RunningState>): Promise<void> => {
      state = { ...state, ...change }
      last = last.catch(() => undefined).then(follow)
      return last
    },
  }
}

const usualAttempts = 25

async function enqueue(
  tx: Transaction,
  name: string,
  payload: object,
  { runAt, key, attempts = usualAttempts }: EnqueueOptions = {},
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

async function enqueueAll(tx: Transaction, name: string, jobs: readonly DueJob[]): Promise<void> {
  if (jobs.length === 0) return
  const given = JSON.stringify(jobs.map(({ dueSince, ...job }) => ({ ...job, due_since: dueSince })))
  await sql`
    select graphile_worker.add_jobs(array(
      select row(
        ${name}::text, payload, null,
        least(due_since, statement_timestamp()) - interval '1 microsecond' * (${jobs.length}::int - place),
        ${usualAttempts}::smallint, key, null, null
      )::graphile_worker.job_spec
      from rows from (jsonb_to_recordset(${given}::jsonb) as (payload json, key text, due_since timestamptz))
        with ordinality as given (payload, key, due_since, place)
    ))`.execute(tx)
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
  // the library repeats the sentence of whatever a handler threw
  return new Logger(() => (level, message) => log(level, withoutPersonalData(message)))
}

function tasksOf(
  { database, stepBack }: JobsPorts,
  handlers: ReadonlyMap<string, JobHandler<unknown>>,
): TaskList {
  const tasks = [...handlers].map(([name, handler]) => [
    name,
    async (payload: unknown, { job }: JobHelpers) => {
      await stepBack?.()
      await runFenced(database, { ...job, payload }, handler)
    },
  ])
  return Object.fromEntries(tasks) as TaskList
}
