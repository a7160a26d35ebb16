/**
 * A PostgreSQL of our own in a folder: made on first use, started or adopted, stopped with the last server that uses it.
 *
 * It survives a killed server on purpose: the next one adopts it. It listens on 127.0.0.1 alone, on a port nobody
 * guesses, with a random password that only the owner of the folder can read.
 */

import { type ChildProcess, spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Client } from 'pg'
import { type Binaries, findBinaries } from './binaries.ts'
import { keepPassword, makeCluster } from './cluster-creation.ts'
import { guard } from './guard.ts'
import { clearStaleLock, findPostmaster, isAlive, type Postmaster } from './postmaster.ts'
import { demandWay, findServiceUser, type ServiceUser } from './service-user.ts'

/** A running cluster. */
export interface Cluster {
  /** address of its maintenance database, as superuser */
  readonly adminUrl: string
  readonly folder: string
  readonly pid: number
  /** starts it again, at the same address, whenever it dies; until `stop` */
  readonly guard: (onRestart: () => void) => void
  /** stops it, unless another server still uses it */
  readonly stop: () => Promise<void>
}

/** How to run it. */
export interface ClusterOptions {
  /** folder that holds the cluster, its password and its log */
  readonly folder: string
  /** further settings, `name=value` */
  readonly settings?: readonly string[]
}

const settings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=120',
  'shared_buffers=128MB',
  'max_wal_size=256MB',
  'fsync=on',
  'synchronous_commit=on',
  // nothing a citizen typed may reach the log
  'log_error_verbosity=terse',
  'log_min_error_statement=panic',
]

/** Refuses a folder in which PostgreSQL could not run, before anything is made in it. */
export function demandPlace(folder: string): Pick<Start, 'binaries' | 'user'> {
  const binaries = findBinaries()
  const user = findServiceUser()
  if (user !== undefined) for (const place of [binaries.folder, resolve(folder)]) demandWay(place, user)
  return { binaries, user }
}

/** Starts the cluster in the folder or adopts the one that runs there already. */
export async function openCluster(options: ClusterOptions): Promise<Cluster> {
  const home = resolve(options.folder)
  const { binaries, user } = demandPlace(home)
  mkdirSync(home, { recursive: true })
  const cluster = join(home, 'postgres')
  const password = keepPassword(home)
  if (!existsSync(cluster)) await makeCluster({ binaries, user, home, cluster, password })
  const start: Start = { binaries, user, home, cluster, password, options }
  let postmaster = await runningPostmaster(start, randomInt(firstPort, lastPort))
  const adminUrl = urlOf(postmaster, password)
  const { port } = postmaster
  let unguard = () => {}
  return {
    adminUrl,
    folder: cluster,
    pid: postmaster.pid,
    guard: (onRestart) => {
      unguard = guard(
        () => isAlive(postmaster.pid),
        async () => {
          onRestart()
          postmaster = await runningPostmaster(start, port)
        },
      )
    },
    stop: async () => {
      unguard()
      await stopUnlessShared(adminUrl, postmaster)
    },
  }
}

interface Start {
  readonly binaries: Binaries
  readonly user: ServiceUser | undefined
  readonly home: string
  readonly cluster: string
  readonly password: string
  readonly options: ClusterOptions
}

// below the range from which the system gives ports to outgoing connections
const firstPort = 20_000
const lastPort = 32_000
const patienceMilliseconds = 90_000

/** Adopts or starts, until it answers; two servers that start at once end up with the same one. */
async function runningPostmaster(start: Start, port: number): Promise<Postmaster> {
  const giveUpAt = performance.now() + patienceMilliseconds
  let child: ChildProcess | undefined
  let reason: unknown
  while (performance.now() < giveUpAt) {
    const postmaster = findPostmaster(start.cluster)
    if (postmaster !== undefined) {
      reason = await knock(urlOf(postmaster, start.password))
      if (reason === undefined) return postmaster
      if (isWrongPassword(reason)) break
    } else if (child === undefined || child.exitCode !== null || child.signalCode !== null) {
      await clearStaleLock(start.cluster)
      child = launch(start, port)
    }
    await new Promise((done) => setTimeout(done, 40))
  }
  throw new Error(
    `PostgreSQL in ${start.cluster} does not answer; its own words are in ${logFile(start.home)}.`,
    {
      cause: reason,
    },
  )
}

function launch({ binaries, user, home, cluster, options }: Start, port: number): ChildProcess {
  const log = openSync(logFile(home), 'a', 0o600)
  const flags = [...settings, `port=${port}`, ...(options.settings ?? [])]
  const child = spawn(binaries.postgres, ['-D', cluster, ...flags.flatMap((flag) => ['-c', flag])], {
    ...user,
    cwd: cluster,
    env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', TZ: 'UTC' },
    stdio: ['ignore', log, log],
    // its own process group: Ctrl-C reaches the server first, which then stops the database in order
    detached: true,
  })
  child.on('error', () => undefined)
  child.unref()
  closeSync(log)
  return child
}

/** The reason why it does not let us in, or undefined when it does. */
async function knock(url: string): Promise<unknown> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return undefined
  } catch (error) {
    return error
  } finally {
    await client.end().catch(() => undefined)
  }
}

function isWrongPassword(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '28P01'
}

async function stopUnlessShared(adminUrl: string, postmaster: Postmaster): Promise<void> {
  const client = new Client({ connectionString: adminUrl, connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rowCount } = await client.query(
      "select 1 from pg_stat_activity where application_name like 'guanjia%' and pid <> pg_backend_pid()",
    )
    if ((rowCount ?? 0) > 0) return
  } catch {
    if (!isAlive(postmaster.pid)) return
  } finally {
    await client.end().catch(() => undefined)
  }
  await stopPostmaster(postmaster)
}

/** Fast shutdown: open transactions are rolled back, the rest is written out. */
async function stopPostmaster({ pid }: Postmaster): Promise<void> {
  try {
    process.kill(pid, 'SIGINT')
  } catch {
    return
  }
  for (let tries = 0; tries < 600 && isAlive(pid); tries += 1)
    await new Promise((done) => setTimeout(done, 50))
}

function urlOf({ port }: Postmaster, password: string): string {
  return `postgres://postgres:${password}@127.0.0.1:${port}/postgres`
}

function logFile(home: string): string {
  return join(home, 'postgres.log')
}
