/**
 * The intake of leads as a process of its own: what it is told by its environment, and how the server starts it beside
 * itself. It is handed one user of the database and nothing else that is secret.
 */

import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { type Config, clockAheadSetting } from './config.ts'
import { type Environment, readerOf } from './environment.ts'
import { openIntake, readIntakeScript } from './leads/index.ts'
import { type Clock, clockAhead } from './platform/clock.ts'
import type { DatabaseAddress } from './platform/database/database.ts'

const home = resolve(import.meta.dirname, '../../..')
const pagesFolder = join(import.meta.dirname, '../../web/dist')
const cli = join(import.meta.dirname, 'cli/main.ts')

interface LeadsSettings {
  readonly address: DatabaseAddress
  readonly contentFolder: string
  readonly host: string
  readonly port: number
  readonly origin: string
  readonly houseOrigin: string
  readonly clock: Pick<Clock, 'now'>
}

/** Reads the environment of the intake; throws one error that lists every fault. */
export function readLeadsSettings(env: Environment): LeadsSettings {
  const faults: string[] = []
  const reader = readerOf(env, faults)
  const url = reader.url('GUANJIA_LEADS_DATABASE_URL', ['postgres:', 'postgresql:'])
  const port = reader.number('GUANJIA_LEADS_PORT', 8081, 65_535)
  const settings = {
    contentFolder: resolve(reader.text('GUANJIA_CONTENT') ?? join(home, 'content/qingdao')),
    host: reader.text('HOST') ?? '127.0.0.1',
    port,
    origin: reader.origin('GUANJIA_LEADS_ORIGIN') ?? `http://localhost:${port}`,
    houseOrigin: reader.origin('GUANJIA_ORIGIN') ?? 'http://localhost:8080',
    clock: clockAhead(reader.shift(clockAheadSetting) * 1000),
  }
  if (url === undefined) {
    faults.push(
      'GUANJIA_LEADS_DATABASE_URL is not set: name the user that reaches the schema of leads alone.',
    )
  }
  if (url === undefined || faults.length > 0)
    throw new Error(`The settings do not fit:\n${faults.map((fault) => `- ${fault}`).join('\n')}`)
  return { ...settings, address: { url, role: 'guanjia_leads' } }
}

/** Serves the intake until it is asked to stop, or until whoever started it is gone. */
export async function serveLeads(env: Environment): Promise<void> {
  const settings = readLeadsSettings(env)
  await using intake = await openIntake({
    ...settings,
    script: readIntakeScript(pagesFolder),
    now: settings.clock.now,
    onFault: (name) => process.stderr.write(`the intake could not answer: ${name}\n`),
  })
  process.stdout.write(`Leads 专项整治服务平台  ${settings.origin} (port ${intake.port})\n`)
  await new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.once(signal, () => done())
  })
  // an open channel to whoever started us would keep this process for ever
  if (process.connected) process.disconnect()
}

const [shortestRestMs, longestRestMs] = [1_000, 60_000]

/** The intake beside this server: started again when it ends by itself, until it is disposed of. */
export function startLeads(config: Config, address: DatabaseAddress): AsyncDisposable {
  const { contentFolder, host, leadsPort, leadsOrigin, publicOrigin, clockAheadSeconds } = config
  const env = {
    PATH: process.env['PATH'],
    GUANJIA_LEADS_DATABASE_URL: address.url,
    GUANJIA_LEADS_PORT: String(leadsPort),
    GUANJIA_LEADS_ORIGIN: leadsOrigin,
    GUANJIA_CONTENT: contentFolder,
    GUANJIA_ORIGIN: publicOrigin,
    [clockAheadSetting]: String(clockAheadSeconds),
    HOST: host,
  }
  const run = { isOver: false, restMs: shortestRestMs, end: async () => {} }
  const begin = () => {
    // the channel tells the child when we are gone, however we went
    const child = spawn(process.execPath, [cli, 'leads'], {
      env,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    const ended = new Promise<void>((done) => child.once('exit', () => done()))
    child.once('error', () => undefined)
    child.once('exit', () => {
      if (run.isOver) return
      setTimeout(() => run.isOver || begin(), run.restMs).unref()
      run.restMs = Math.min(longestRestMs, run.restMs * 2)
    })
    run.end = async () => {
      child.kill('SIGTERM')
      await ended
    }
  }
  begin()
  return {
    [Symbol.asyncDispose]: async () => {
      run.isOver = true
      await run.end()
    },
  }
}
