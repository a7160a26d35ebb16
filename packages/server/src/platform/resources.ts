/**
 * What a server process holds open, opened in one place and closed in the opposite order.
 */

import { join } from 'node:path'
import { sql } from 'kysely'
import type { Pool } from 'pg'
import type { Clock } from './clock.ts'
import { createPress, type Press } from './commands/press.ts'
import { type Database, type DatabaseAddress, openDatabase } from './database/database.ts'
import { createDispatcher, type Dispatcher } from './events/dispatcher.ts'
import { createListener, type Listener } from './events/listener.ts'
import { createLive, type Live } from './events/live.ts'
import { createOutbox, type Outbox } from './events/outbox.ts'
import { type Files, folderFiles } from './files.ts'
import { createJobs, type Jobs } from './jobs/jobs.ts'
import { watchBacklogs } from './operations/backlogs.ts'
import { type DiskWatch, watchDisk } from './operations/disk.ts'
import { openTelemetry, type Telemetry } from './operations/telemetry.ts'
import { type WatchedPlaces, watchedPlaces } from './operations/watched-places.ts'

/** What stays open while the server runs. */
export interface Resources extends AsyncDisposable {
  readonly pool: Pool
  readonly database: Database
  readonly clock: Clock
  readonly telemetry: Telemetry
  readonly listener: Listener
  readonly live: Live
  readonly outbox: Outbox
  readonly press: Press
  readonly dispatcher: Dispatcher
  readonly jobs: Jobs
  readonly files: Files
  readonly disk: DiskWatch
}

/** How to open them. */
export interface ResourceOptions extends WatchedPlaces {
  readonly address: DatabaseAddress
  readonly clock: Clock
  readonly diskReserveBytes: number
  readonly jobConcurrency: number
  readonly logLevel: string
  readonly logFile: string | undefined
}

/** The longest that events and jobs wait for people, each time. */
const stepBackMilliseconds = 100

/** Opens everything; nothing runs yet: the dispatcher, the jobs and the listener are started by the app. */
export async function openResources(options: ResourceOptions): Promise<Resources> {
  const { clock } = options
  const telemetry = openTelemetry(options.logLevel, options.logFile)
  const { log } = telemetry
  const { pool, database } = openDatabase(options.address, (error) =>
    log.warn({ err: error }, 'an idle database connection broke'),
  )
  telemetry.watchPool(pool)
  watchBacklogs(telemetry, database)
  const listener = createListener(options.address.url, (error) =>
    log.warn({ err: error }, 'the listening connection failed'),
  )
  const disk = await openDisk(options, { telemetry, database })
  const live = createLive(listener)
  const press = createPress()
  const stepBack = () => press.quiet(stepBackMilliseconds)
  const outbox = createOutbox(
    database,
    ({ error, ...failed }) =>
      log.error({ ...failed, err: error }, 'a reaction failed and will be tried again'),
    stepBack,
  )
  const dispatcher = createDispatcher({
    outbox,
    listener,
    notify: async (channel) => void (await sql`select pg_notify(${channel}, '')`.execute(database)),
    onFailure: (error) => log.warn({ err: error }, 'the outbox could not be read'),
    isPaused: disk.isNearlyFull,
  })
  const jobs = createJobs({
    database,
    pool,
    clock,
    concurrency: options.jobConcurrency,
    stepBack,
    log: (level, message) => (level === 'error' ? log.error(message) : log.debug(message)),
  })
  pauseOnFullDisk({ disk, jobs, telemetry })
  const files = folderFiles(join(options.dataFolder, 'files'))
  const inside = { live, outbox, press, dispatcher, jobs, files, disk }
  const open = { pool, database, clock, telemetry, listener, ...inside }
  return { ...open, [Symbol.asyncDispose]: () => close(open) }
}

async function openDisk(
  options: ResourceOptions,
  { telemetry, database }: Pick<Resources, 'telemetry' | 'database'>,
): Promise<DiskWatch> {
  const disk = await watchDisk(watchedPlaces(options, database), options.diskReserveBytes)
  const help = 'Free space where it is shortest'
  telemetry.watch({ name: 'guanjia_disk_free_bytes', help, ask: disk.freeBytes })
  return disk
}

/** Events and ledger ask for themselves; jobs have a runner that must be stopped. */
function pauseOnFullDisk({ disk, jobs, telemetry }: Pick<Resources, 'disk' | 'jobs' | 'telemetry'>): void {
  const { log } = telemetry
  disk.follow((nearlyFull) => {
    if (nearlyFull) log.error('the disk is nearly full: nothing new is taken, jobs and events pause')
    void (nearlyFull ? jobs.pause() : jobs.resume()).catch((error: unknown) =>
      log.error({ err: error }, 'the jobs could not be paused or resumed'),
    )
  })
}

async function close(open: Omit<Resources, typeof Symbol.asyncDispose>): Promise<void> {
  open.live.close()
  open.disk.stop()
  await open.jobs.stop()
  await open.dispatcher.stop()
  await open.listener.close()
  await open.database.destroy()
}
