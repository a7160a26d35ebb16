/**
 * How fast and how small the name index is, and what trigrams in PostgreSQL need for the same names.
 *
 * `node packages/devkit/src/name-bench.ts` prints both; NAMES sets the size (1,000,000 unless told), TRIGRAMS=0 leaves
 * PostgreSQL out. The two do not answer the same question: trigrams rank what looks similar, the index decides the rules.
 */

import { join } from 'node:path'
import { type CompanyName, compileNameIndex, judgeName, parseCompanyName } from '@guanjia/core/registration'
import { Client } from 'pg'
import { loadNameTables } from '../../server/src/registration/index.ts'
import { inventName, inventRegister, nearName, seededDraw, spell } from './name-generator.ts'
import { emptyDatabase } from './test-database/index.ts'
import { makeRunFolder, removeRunFolder } from './test-database/run-folder.ts'
import { stopTestCluster } from './test-database/test-cluster.ts'

/** findings asked for, as a page shows them */
const most = 20

const tables = loadNameTables(join(import.meta.dirname, '../../../content/qingdao/names'))

/** A figure that many measurements came to, in milliseconds. */
export interface Spread {
  readonly p50: number
  readonly p99: number
  readonly max: number
}

function spreadOf(milliseconds: readonly number[]): Spread {
  const sorted = milliseconds.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { p50: at(0.5), p99: at(0.99), max: at(1) }
}

function measured(times: number, work: (at: number) => void): Spread {
  return spreadOf(
    Array.from({ length: times }, (_, at) => {
      const start = performance.now()
      work(at)
      return performance.now() - start
    }),
  )
}

/** Names to ask for: near one that is in the register, or new. */
function queries(seed: number, count: number): string[] {
  const heads = seededDraw(seed)
  const draw = seededDraw(seed + 1)
  return Array.from({ length: count }, (_, at) => {
    const head = inventName(heads)
    return spell(at % 4 === 0 ? inventName(draw) : nearName(draw, head))
  })
}

/** What the name index needs. */
export interface NameIndexFigures {
  readonly names: number
  readonly buildSeconds: number
  readonly bytesPerName: number
  /** search for all conflicts of a name that has been read */
  readonly search: Spread
  /** reading, legality, search and verdict of a warm house, at most twenty findings */
  readonly verdict: Spread
  readonly add: Spread
  readonly remove: Spread
}

function askedNames(seed: number): { readonly asked: string[]; readonly read: CompanyName[] } {
  const asked = queries(seed, 20_000)
  return { asked, read: asked.map((name) => parseCompanyName(tables, name)) }
}

function* named(seed: number, count: number): Generator<{ readonly name: string }> {
  for (const name of inventRegister(seed, count)) yield { name }
}

/** Builds an index of invented names and asks it 20,000 times. */
export function benchNameIndex(names: number, seed = 7): NameIndexFigures {
  const register = names <= 2_000_000 ? [...named(seed, names)] : named(seed, names)
  const start = performance.now()
  const index = compileNameIndex(tables, register)
  const buildSeconds = (performance.now() - start) / 1000
  const { asked, read } = askedNames(seed)
  const none = parseCompanyName(tables, '青岛汉唐有限公司')
  for (const name of read.slice(0, 5000)) index.conflicts(name, { most })
  const search = measured(asked.length, (at) => index.conflicts(read[at] ?? none, { most }))
  for (const name of asked.slice(0, 5000)) judgeName(tables, index, name, { most })
  const verdict = measured(asked.length, (at) => judgeName(tables, index, asked[at] ?? '', { most }))
  const bytesPerName = index.bytes() / names
  const fresh = queries(seed + 100, 2000)
  const add = measured(fresh.length, (at) => index.add({ name: fresh[at] ?? '' }))
  const remove = measured(fresh.length, (at) => index.remove(fresh[at] ?? ''))
  return { names, buildSeconds, bytesPerName, search, verdict, add, remove }
}

/** What trigrams in PostgreSQL need for the same names. */
export interface TrigramFigures {
  readonly names: number
  readonly buildSeconds: number
  readonly bytesPerName: number
  readonly search: Spread
}

const searches = 40

/** Loads invented names into PostgreSQL, indexes them by trigrams and asks for similar ones. */
export async function benchNameTrigrams(names: number, seed = 7): Promise<TrigramFigures> {
  await using database = await emptyDatabase()
  const client = new Client({ connectionString: database.url })
  await client.connect()
  try {
    await client.query('create extension pg_trgm; create table name (text text not null)')
    const batch = 20_000
    let waiting: string[] = []
    const flush = async () => {
      await client.query('insert into name select unnest($1::text[])', [waiting])
      waiting = []
    }
    for (const name of inventRegister(seed, names)) if (waiting.push(name) === batch) await flush()
    await flush()
    const start = performance.now()
    await client.query('create index name_trigrams on name using gin (text gin_trgm_ops)')
    const buildSeconds = (performance.now() - start) / 1000
    await client.query('analyze name; set pg_trgm.similarity_threshold = 0.6')
    const size = await client.query("select pg_relation_size('name_trigrams')::float8 as bytes")
    const milliseconds: number[] = []
    for (const name of queries(seed, searches)) {
      const asked = performance.now()
      await client.query(
        'select text from name where text % $1 order by similarity(text, $1) desc limit 10',
        [name],
      )
      milliseconds.push(performance.now() - asked)
    }
    return { names, buildSeconds, bytesPerName: size.rows[0].bytes / names, search: spreadOf(milliseconds) }
  } finally {
    await client.end()
  }
}

async function inOwnCluster<T>(work: () => Promise<T>): Promise<T> {
  const folder = makeRunFolder()
  try {
    return await work()
  } finally {
    stopTestCluster(folder)
    removeRunFolder(folder)
  }
}

if (import.meta.main) {
  const names = Number(process.env['NAMES'] ?? 1_000_000)
  console.log(JSON.stringify({ index: benchNameIndex(names) }, null, 1))
  if (process.env['TRIGRAMS'] !== '0')
    console.log(JSON.stringify({ trigrams: await inOwnCluster(() => benchNameTrigrams(names)) }, null, 1))
}
