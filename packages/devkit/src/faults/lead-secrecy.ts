/**
 * A8: reports full of canaries are filed in both ways; then the whole database, the files of PostgreSQL with its WAL, the
 * logs, the temporary folder and the memory of the server are searched. And a look under a code that somebody has takes as
 * long, and brings as much, as one under a code that nobody has.
 */

import { readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import type { Client } from 'pg'
import {
  ask,
  fileByForm,
  fileSealed,
  filesWith,
  lookSealed,
  payForLook,
  tablesWith,
  wordsInMemory,
} from '../lead-secrecy/index.ts'
import { makeReader } from '../test-leads/index.ts'
import { pidsWhere, serverPid, untilIntakeOpens } from './house-processes.ts'
import type { House } from './house-under-attack.ts'
import type { FaultVerdict } from './verdict.ts'

/** How much of it. */
export interface SecrecyOptions {
  readonly reports: number
  /** looks of each kind whose time is taken */
  readonly looks: number
}

const atOnce = 8
/** file systems write the time of a file in steps */
const clockStepMs = 1_000

interface Sought {
  readonly words: readonly string[]
  /** milliseconds, before the first report */
  readonly since: number
}

/** Files, searches, measures. */
export async function keepSecrets(house: House, { reports, looks }: SecrecyOptions): Promise<FaultVerdict> {
  const client = await house.connect()
  const url = adminUrlOf(client)
  await makeReader(url)
  await makeReader(url, { office: 'keeper' })
  const origin = await untilIntakeOpens(house)
  const since = Date.now() - clockStepMs
  const filed = await inTurns(reports, (at) => (at % 2 === 0 ? fileByForm(origin) : fileSealed(origin)))
  const canaries = filed.flatMap((report) => report.canaries)
  // codes have nothing in common that one could look for first: a few stand for all
  const words = [...canaries, ...filed.slice(0, 6).map(({ code }) => code)]
  await client.query('checkpoint')
  const faults = [...(await placesWith(house, client, { words, since }))]
  const timing = await compareLooks(
    origin,
    filed.map(({ code }) => code),
    looks,
  )
  faults.push(...timing.faults)
  const controlCaught = await caughtOnPurpose(house, client, canaries)
  await client.end()
  return {
    id: 'A8',
    promise: `no word of ${reports} reports lies anywhere, and a code that nobody has looks like one that somebody has`,
    faults,
    control: 'plain text in a table, a word sent to the server itself',
    controlCaught,
    seen: timing.seen,
  }
}

function adminUrlOf({ host, port, user, password, database }: Client): string {
  return `postgres://${user}:${password}@${host}:${port}/${database}`
}

async function inTurns<T>(count: number, work: (at: number) => Promise<T>): Promise<readonly T[]> {
  const done: T[] = []
  let next = 0
  const worker = async () => {
    for (let at = next++; at < count; at = next++) done.push(await work(at))
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return done
}

async function placesWith(
  house: House,
  client: Client,
  { words, since }: Sought,
): Promise<readonly string[]> {
  const tables = await tablesWith(client, words)
  const files = [...filesWith(house.dataFolder, words), ...temporaryFiles({ words, since })]
  const processes = [serverPid(house.port), ...postgresPids(house.databaseFolder)]
  const inMemory = [...wordsInMemory(processes, words)]
  return [
    ...tables.map((name) => `the table ${name} holds a word of a report`),
    ...files.map((name) => `the file ${name} holds a word of a report`),
    ...inMemory
      .filter(([, held]) => held.size > 0)
      .map(([pid, held]) => `the memory of process ${pid} holds ${held.size} words of reports`),
  ]
}

/** Files in the temporary folder, beside this trial's house, that were written since the first report. */
function temporaryFiles({ words, since }: Sought): readonly string[] {
  return readdirSync(tmpdir())
    .filter((name) => /^(guanjia(?!-faults)|node|undici|multipart)/.test(name))
    .flatMap((name) => {
      try {
        return filesWith(`${tmpdir()}/${name}`, words, since)
      } catch {
        return []
      }
    })
}

/** The postmaster and what it started. */
function postgresPids(databaseFolder: string): readonly number[] {
  const postmaster = readFileSync(`${databaseFolder}/postgres/postmaster.pid`, 'utf8').split('\n')[0] ?? ''
  return pidsWhere((entry) => {
    const parent = /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${entry}/status`, 'utf8'))?.[1]
    return entry === postmaster || parent === postmaster
  })
}

/** The same searches, once there is something to find. */
async function caughtOnPurpose(house: House, client: Client, canaries: readonly string[]): Promise<boolean> {
  const [first = '', second = ''] = canaries
  await client.query('update leads.lead_event set body = $1 where position = 1', [
    JSON.stringify({ said: first }),
  ])
  const inTable = (await tablesWith(client, [first])).includes('leads.lead_event')
  await inTurns(50, () =>
    ask(`${house.origin}/api/registration/names/check`, {
      method: 'POST',
      body: JSON.stringify({ text: second }),
      headers: { 'content-type': 'application/json' },
    }),
  )
  const pid = serverPid(house.port)
  return inTable && wordsInMemory([pid], [second]).get(pid)?.has(second) === true
}

/** Looks in rounds: all of a round are paid for first, then looked at once, the two kinds side by side. */
async function compareLooks(origin: string, codes: readonly string[], looks: number) {
  const known: number[] = []
  const unknown: number[] = []
  const lengths = new Set<number>()
  for (let first = 0; first < 2 * looks; first += atOnce) {
    const round = Array.from({ length: Math.min(atOnce, 2 * looks - first) }, (_, place) => first + place)
    const paid = await Promise.all(round.map(async (at) => ({ at, work: await payForLook(origin) })))
    await Promise.all(
      paid.map(async ({ at, work }) => {
        const isKnown = at % 2 === 0
        const code = isKnown ? (codes[at % codes.length] ?? '') : `nobody ${at}`
        const { response, milliseconds } = await lookSealed(origin, code, work)
        lengths.add((await response.arrayBuffer()).byteLength)
        ;(isKnown ? known : unknown).push(milliseconds)
      }),
    )
  }
  const z = rankDifference(known, unknown)
  return {
    faults: [
      ...(lengths.size > 1 ? [`answers have ${lengths.size} lengths`] : []),
      // p < 0.01, two-sided
      ...(Math.abs(z) > 2.576 ? [`looks in vain take another time than others: z = ${z.toFixed(2)}`] : []),
    ],
    seen: `${looks} looks of each kind: ${[...lengths].join(', ')} bytes, z = ${z.toFixed(2)}`,
  }
}

/** Mann–Whitney: how far two samples differ by rank, in standard deviations. */
function rankDifference(one: readonly number[], other: readonly number[]): number {
  const ranked = [
    ...one.map((value) => ({ value, isOne: true })),
    ...other.map((value) => ({ value, isOne: false })),
  ]
    .toSorted((a, b) => a.value - b.value)
    .map((entry, at) => ({ ...entry, rank: at + 1 }))
  const sum = ranked.filter(({ isOne }) => isOne).reduce((total, { rank }) => total + rank, 0)
  const [n, m] = [one.length, other.length]
  return (sum - (n * (n + m + 1)) / 2) / Math.sqrt((n * m * (n + m + 1)) / 12)
}
