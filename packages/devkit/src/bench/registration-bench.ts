/**
 * Registrations through HTTP, fsync on, among a million names; beside them the identical statements alone, in the same minute.
 */

import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import {
  buildHouse,
  type House,
  type HttpClient,
  openHttpClient,
  openPreparer,
  type Prepared,
  submission,
} from '../faults/index.ts'
import { inventRegister, seededDraw } from '../name-generator.ts'
import { calmDisk } from './machine.ts'
import {
  idleStatements,
  logEnd,
  logStatements,
  type Recording,
  readRecordings,
  replay,
  statementList,
} from './recorded-statements.ts'

/** How much to measure. */
export interface RegistrationBench {
  readonly names: number
  readonly burst: number
  readonly pacedSeconds: number
  readonly seed: number
  /** synced writes a second of the disk before anything was written */
  readonly syncedWrites: number
}

/** What came out. */
export interface RegistrationFigures {
  readonly statements: readonly string[]
  /** registrations a second, SQL alone, before and after the burst */
  readonly sqlOnly: readonly [before: number, after: number]
  readonly burst: { readonly perSecond: number; readonly seconds: number; readonly p99: number }
  readonly paced: {
    readonly perSecond: number
    readonly p50: number
    readonly p99: number
    readonly max: number
  }
  /** answers that were no approval, with an example */
  readonly notApproved: readonly string[]
}

const recorded = 600
const warmUp = 300
const connections = 32
const pacedPerSecond = 91

/** Builds a house, fills it, measures, throws it away. */
export async function benchRegistrations(
  bench: RegistrationBench,
  say: (line: string) => void,
): Promise<RegistrationFigures> {
  const house = await buildHouse()
  try {
    await house.start()
    const stock = await fill(house, bench, say)
    await copyDatabase(house, ['sql_before', 'sql_after'])
    say('recording the statements of real registrations')
    const recordings = await record(house, stock.splice(0, recorded))
    await house.start()
    const http = openHttpClient(house.port, connections)
    const failures: string[] = []
    await submitAll(http, stock.splice(0, warmUp), failures)
    const calm = async (what: string) =>
      say(`${what}; the disk makes ${Math.round(await calmDisk(bench.syncedWrites))} synced writes/s`)
    await calm('SQL alone')
    const before = await replayOn(house, 'sql_before', recordings)
    await calm('burst')
    const burst = await submitAll(http, stock.splice(0, bench.burst), failures)
    await calm('SQL alone')
    const after = await replayOn(house, 'sql_after', recordings)
    await calm(`${pacedPerSecond} a second for ${bench.pacedSeconds} s`)
    const paced = await submitPaced(http, stock, failures)
    http.close()
    return {
      statements: statementList(recordings[0] ?? []),
      sqlOnly: [before, after],
      burst,
      paced,
      notApproved: failures,
    }
  } finally {
    await house.close()
  }
}

async function fill(
  house: House,
  bench: RegistrationBench,
  say: (line: string) => void,
): Promise<Prepared[]> {
  const client = await house.connect()
  try {
    say(`loading ${bench.names} names`)
    await loadNames(client, bench)
    const count = recorded + warmUp + bench.burst + bench.pacedSeconds * pacedPerSecond
    say(`preparing ${count} applications`)
    const prepared = [...(await openPreparer(seededDraw(bench.seed)).prepare(client, count))]
    await client.query('vacuum analyze')
    return prepared
  } finally {
    await client.end()
    // the names were written past the log that a running server follows
    await house.kill()
  }
}

async function loadNames(client: Client, { names, seed }: RegistrationBench): Promise<void> {
  let batch: string[] = []
  let loaded = 0
  const flush = async () => {
    await client.query(
      `insert into registration_name (same_key, name, state, since)
       select 'loaded ' || ($2::int + place), name, 'registered', now()
       from unnest($1::text[]) with ordinality as loaded (name, place)`,
      [batch, loaded],
    )
    loaded += batch.length
    batch = []
  }
  for (const name of inventRegister(seed, names)) if (batch.push(name) === 20_000) await flush()
  if (batch.length > 0) await flush()
}

/** Copies for the SQL-only runs, while nobody else is connected. */
async function copyDatabase(house: House, copies: readonly string[]): Promise<void> {
  const client = await house.connect('postgres')
  try {
    await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = 'guanjia' and pid <> pg_backend_pid()`,
    )
    for (const copy of copies)
      await client.query(`create database ${copy} template guanjia strategy file_copy`)
  } finally {
    await client.end()
  }
}

async function record(house: House, applications: Prepared[]): Promise<readonly Recording[]> {
  const client = await house.connect()
  const count = applications.length
  try {
    await logStatements(client, true)
    const from = logEnd(house)
    await house.start()
    const http = openHttpClient(house.port)
    for (const application of applications) await submitOne(http, application, [])
    http.close()
    await house.kill()
    await logStatements(client, false)
    const recordings = readRecordings(house, from)
    if (recordings.length !== count)
      throw new Error(`${recordings.length} of ${count} registrations were logged`)
    return recordings
  } finally {
    await client.end()
  }
}

async function replayOn(house: House, database: string, recordings: readonly Recording[]): Promise<number> {
  const clients = await Promise.all(Array.from({ length: connections }, () => house.connect(database)))
  try {
    for (const client of clients) await client.query('set role guanjia_app')
    const replayed = await replay(clients, recordings)
    const idle = idleStatements(recordings, replayed)
    if (idle.length > 0) throw new Error(`the replay is no registration: ${idle.slice(0, 3).join('; ')}`)
    return replayed.perSecond
  } finally {
    await Promise.all(clients.map((client) => client.end()))
  }
}

/** Submits one; the milliseconds until the answer. */
async function submitOne(http: HttpClient, { id, session }: Prepared, failures: string[]): Promise<number> {
  const started = performance.now()
  const { status, text } = await http.send({ ...submission(id), session, key: randomUUID() })
  if (status !== 200 || !text.includes('"outcome":"approved"'))
    failures.push(`${status} ${text.slice(0, 300)}`)
  return performance.now() - started
}

async function submitAll(http: HttpClient, applications: Prepared[], failures: string[]) {
  const count = applications.length
  const times: number[] = []
  const started = performance.now()
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (let next = applications.pop(); next !== undefined; next = applications.pop())
        times.push(await submitOne(http, next, failures))
    }),
  )
  const seconds = (performance.now() - started) / 1_000
  return { perSecond: count / seconds, seconds, p99: quantile(times, 0.99) }
}

/** Sends at fixed moments, whatever the answers do; the time counts from the moment it was due. */
async function submitPaced(http: HttpClient, applications: Prepared[], failures: string[]) {
  const started = performance.now()
  const times = await Promise.all(
    applications.map(async (application, at) => {
      const due = started + (at * 1_000) / pacedPerSecond
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())))
      await submitOne(http, application, failures)
      return performance.now() - due
    }),
  )
  const perSecond = (applications.length * 1_000) / (performance.now() - started)
  return { perSecond, p50: quantile(times, 0.5), p99: quantile(times, 0.99), max: quantile(times, 1) }
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
