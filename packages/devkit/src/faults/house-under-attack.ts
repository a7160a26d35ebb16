/**
 * The real house as a child process, to be killed: the launcher as a user starts it, with the demonstration, an embedded
 * PostgreSQL in a folder of its own, and content with seats enough for a storm.
 */

import { type ChildProcess, execFile, spawn } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  closeSync,
  cpSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { stormCarrierEntry } from './storm-carrier.ts'

const root = join(import.meta.dirname, '../../../..')
const launcher = join(root, 'packages/server/bin/guanjia.mjs')
const patienceMs = 180_000

/** A house that may be killed. */
export interface House {
  readonly origin: string
  readonly port: number
  /** of the intake of leads; nothing answers there where the house was built without it */
  readonly leadsOrigin: string
  /** starts the server and does not wait */
  readonly launch: () => void
  /** starts the server and waits until it is ready; the milliseconds that took */
  readonly start: () => Promise<number>
  readonly kill: () => Promise<void>
  /** kills the postmaster, which takes PostgreSQL down without a word */
  readonly killPostmaster: (signal?: NodeJS.Signals) => number
  /** how often the server ended without being asked to */
  readonly ownExits: () => number
  /** whether the process of the last start is still there */
  readonly isUp: () => boolean
  /** a connection as superuser; the caller ends it */
  readonly connect: (database?: string) => Promise<Client>
  /** runs `guanjia …` on the data of this house */
  readonly cli: (...args: readonly string[]) => Promise<{ readonly code: number; readonly out: string }>
  /** the folder PostgreSQL writes its log to */
  readonly databaseFolder: string
  readonly dataFolder: string
  readonly close: () => Promise<void>
}

/** Prepares a house; nothing runs until `start`. The intake of leads beside it is a process more, and started on wish. */
export async function buildHouse({ leads = false } = {}): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), 'guanjia-faults-'))
  // PostgreSQL may run as another user and has to walk through
  chmodSync(folder, 0o755)
  const content = join(folder, 'content')
  cpSync(join(root, 'content/qingdao'), content, { recursive: true })
  appendFileSync(join(content, 'registration/carriers.yaml'), stormCarrierEntry)
  const port = await freePort()
  const leadsPort = await freePort()
  const dataFolder = join(folder, 'data')
  const origin = `http://127.0.0.1:${port}`
  const env = {
    ...process.env,
    GUANJIA_CONTENT: content,
    GUANJIA_DATA: dataFolder,
    GUANJIA_ORIGIN: origin,
    GUANJIA_REQUESTS_PER_MINUTE: '0',
    GUANJIA_DISK_RESERVE_MB: '0',
    GUANJIA_LEADS_PORT: leads ? String(leadsPort) : '0',
    NODE_COMPILE_CACHE: join(folder, 'compile-cache'),
  }
  const databaseFolder = join(dataFolder, 'database')
  const output = join(folder, 'output.log')
  const server = killableServer({ port, origin, env, output })
  return {
    origin,
    port,
    leadsOrigin: `http://127.0.0.1:${leadsPort}`,
    ...server,
    killPostmaster: (signal = 'SIGKILL') => killPostmaster(databaseFolder, signal),
    connect: (database = 'guanjia') => connectTo(databaseFolder, database),
    cli: (...args) => runCli(env, args),
    databaseFolder,
    dataFolder,
    close: async () => {
      await server.kill()
      await stopDatabase(databaseFolder)
      rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    },
  }
}

interface ServerPlace {
  readonly port: number
  readonly origin: string
  readonly env: NodeJS.ProcessEnv
  readonly output: string
}

function killableServer({ port, origin, env, output }: ServerPlace) {
  let server: ChildProcess | undefined
  let ownExits = 0
  const murdered = new WeakSet<ChildProcess>()
  const launch = () => {
    const log = openSync(output, 'a')
    const child = spawn(process.execPath, [launcher, 'serve', '--demo', '--port', String(port)], {
      env,
      stdio: ['ignore', log, log],
    })
    closeSync(log)
    child.once('exit', () => {
      if (!murdered.has(child)) ownExits += 1
    })
    server = child
    return child
  }
  return {
    launch: () => void launch(),
    start: () => waitUntilReady(launch(), origin, output),
    kill: async () => {
      const child = server
      if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
      murdered.add(child)
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGKILL')
      await gone
    },
    ownExits: () => ownExits,
    isUp: () => server !== undefined && server.exitCode === null && server.signalCode === null,
  }
}

async function waitUntilReady(child: ChildProcess, origin: string, output: string): Promise<number> {
  const started = performance.now()
  while (performance.now() - started < patienceMs) {
    if (child.exitCode !== null)
      throw new Error(`the house did not open:\n${readFileSync(output, 'utf8').slice(-2_000)}`)
    const answer = await fetch(`${origin}/readyz`).catch(() => undefined)
    if (answer?.ok) return performance.now() - started
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error(`the house did not open in time:\n${readFileSync(output, 'utf8').slice(-2_000)}`)
}

interface Lock {
  readonly pid: number
  readonly port: number
}

function readLock(databaseFolder: string): Lock {
  const lines = readFileSync(join(databaseFolder, 'postgres/postmaster.pid'), 'utf8').split('\n')
  return { pid: Number(lines[0]), port: Number(lines[3]) }
}

function killPostmaster(databaseFolder: string, signal: NodeJS.Signals): number {
  const { pid } = readLock(databaseFolder)
  process.kill(pid, signal)
  return pid
}

async function connectTo(databaseFolder: string, database: string): Promise<Client> {
  const { port } = readLock(databaseFolder)
  const client = new Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password: readFileSync(join(databaseFolder, 'postgres-password'), 'utf8').trim(),
    database,
    // under this name the house knows that somebody still uses its PostgreSQL
    application_name: 'guanjia-oracle',
    options: '-c search_path=guanjia,public -c timezone=UTC',
    connectionTimeoutMillis: 5_000,
  })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

async function stopDatabase(databaseFolder: string): Promise<void> {
  try {
    const pid = killPostmaster(databaseFolder, 'SIGQUIT')
    for (let tries = 0; tries < 200; tries += 1) {
      process.kill(pid, 0)
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
  } catch {
    // it has gone
  }
}

function runCli(
  env: NodeJS.ProcessEnv,
  args: readonly string[],
): Promise<{ readonly code: number; readonly out: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [launcher, ...args],
      { env, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : Number(error.code ?? 1)
        resolve({ code, out: stdout === '' ? stderr : stdout })
      },
    )
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
