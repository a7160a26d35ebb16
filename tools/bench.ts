/**
 * `npm run bench [-- --full]`: what the house can do on this machine at this moment. Every throughput stands beside a probe
 * or beside SQL measured in the same minute, because machines differ and shared ones change.
 *
 * `--only registration,names,small` leaves the rest out. Ends with 1 where a goal was missed, where the machine changed too
 * much for the figures to count, and where no goal was measured.
 */

import { globSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import {
  benchRegistrations,
  isSteady,
  machineLine,
  type Probe,
  probeMachine,
  type RegistrationFigures,
} from '../packages/devkit/src/bench/index.ts'
import { benchNameIndex, benchNameTrigrams } from '../packages/devkit/src/name-bench.ts'
import setUpDatabases from '../packages/devkit/src/postgres-global-setup.ts'

const root = join(import.meta.dirname, '..')
const goals = { ratio: 0.6, nameP99Ms: 0.1, bytesPerName: 80, pacedP99Ms: 100 }

const { values } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    only: { type: 'string', default: 'small,names,registration' },
    names: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '7' },
  },
})
const seed = Number(values.seed)
const missed: string[] = []
let judged = 0

function row(what: string, figure: string, isMet?: boolean): void {
  const verdict = isMet === undefined ? '' : isMet ? 'met' : 'MISSED'
  if (isMet !== undefined) judged += 1
  if (isMet === false) missed.push(what)
  console.log(`  ${what.padEnd(58)} ${figure.padStart(20)}  ${verdict}`)
}

function probed(title: string): Probe {
  const probe = probeMachine()
  console.log(
    `${title}: ${Math.round(probe.syncedWrites)} synced writes/s, ${Math.round(probe.loops)} M additions/s; ${machineLine()}`,
  )
  return probe
}

const benchMs = 500

function timesPerSecond(work: () => unknown): number {
  const until = (end: number) => {
    let times = 0
    while (performance.now() < end) {
      work()
      times += 1
    }
    return times
  }
  until(performance.now() + benchMs / 2)
  const started = performance.now()
  const times = until(started + benchMs)
  return (times * 1_000) / (performance.now() - started)
}

/** What a `*.bench.ts` may export: work by the second, work within milliseconds, work that grows with its input. */
interface BenchFile {
  readonly benches?: Readonly<Record<string, () => unknown>>
  readonly goals?: Readonly<Record<string, { readonly work: () => unknown; readonly mostMs: number }>>
  readonly growth?: Readonly<
    Record<
      string,
      { readonly small: () => unknown; readonly large: () => unknown; readonly mostTimes: number }
    >
  >
}

/** The least milliseconds of seven times: what the work takes when nothing else does. */
function leastMs(work: () => unknown): number {
  const once = () => {
    const started = performance.now()
    work()
    return performance.now() - started
  }
  return Math.min(...Array.from({ length: 7 }, once))
}

async function benchSmall(): Promise<void> {
  const files = globSync('packages/*/src/**/*.bench.ts', { cwd: root, exclude: ['**/node_modules/**'] })
  for (const file of files.toSorted()) {
    const { benches = {}, goals = {}, growth = {} } = (await import(join(root, file))) as BenchFile
    console.log(`\n${relative('packages', file)}`)
    for (const [name, work] of Object.entries(benches))
      row(name, `${Math.round(timesPerSecond(work)).toLocaleString('en')} /s`)
    for (const [name, { work, mostMs }] of Object.entries(goals)) {
      const least = leastMs(work)
      row(`${name} (goal ${mostMs} ms)`, ms(least), least <= mostMs)
    }
    for (const [name, { small, large, mostTimes }] of Object.entries(growth)) {
      const times = leastMs(large) / leastMs(small)
      row(`${name} (goal ${mostTimes} times as long)`, `${times.toFixed(1)} times`, times <= mostTimes)
    }
  }
}

const ms = (value: number) => `${value.toFixed(value < 1 ? 4 : 1)} ms`

async function benchNames(names: number): Promise<void> {
  console.log(`\nname check among ${names.toLocaleString('en')} names`)
  const index = benchNameIndex(names, seed)
  const most = names > 1_000_000 ? 1 : goals.nameP99Ms
  row('index: conflicts of a name, p50', ms(index.search.p50))
  row('index: conflicts of a name that was read before, p99', ms(index.search.p99))
  row('index: whole name check, p50', ms(index.verdict.p50))
  row(`index: whole name check, p99 (goal ${most} ms)`, ms(index.verdict.p99), index.verdict.p99 <= most)
  row('index: build', `${index.buildSeconds.toFixed(1)} s`)
  row(
    `index: bytes a name (goal ${goals.bytesPerName})`,
    index.bytesPerName.toFixed(1),
    index.bytesPerName <= goals.bytesPerName,
  )
  const trigrams = await benchNameTrigrams(names, seed)
  row('pg_trgm, full name, 0.6: p50', ms(trigrams.search.p50))
  row('pg_trgm, full name, 0.6: p99', ms(trigrams.search.p99))
  row('pg_trgm: build', `${trigrams.buildSeconds.toFixed(1)} s`)
  row('pg_trgm: bytes a name', trigrams.bytesPerName.toFixed(1))
}

function printRegistrations({ statements, sqlOnly, burst, paced, notApproved }: RegistrationFigures): void {
  console.log('\nstatements of one registration, as PostgreSQL logged them')
  for (const line of statements) console.log(`  ${line.slice(0, 180)}`)
  const sql = (sqlOnly[0] + sqlOnly[1]) / 2
  const ratio = burst.perSecond / sql
  console.log('\nregistrations, fsync on')
  row('SQL alone, the same statements, before and after', `${sqlOnly.map(Math.round).join(' / ')} /s`)
  row('through HTTP, burst', `${Math.round(burst.perSecond)} /s`)
  row(`through HTTP against SQL alone (goal ${goals.ratio})`, ratio.toFixed(2), ratio >= goals.ratio)
  row('burst: whole / p99', `${burst.seconds.toFixed(1)} s / ${Math.round(burst.p99)} ms`)
  const isFast = paced.p99 <= goals.pacedP99Ms
  row(`91 a second: p50 / p99 (goal ${goals.pacedP99Ms} ms)`, `${ms(paced.p50)} / ${ms(paced.p99)}`, isFast)
  row('91 a second: longest, rate reached', `${ms(paced.max)}, ${paced.perSecond.toFixed(0)} /s`)
  row('answers that were no approval', String(notApproved.length), notApproved.length === 0)
  for (const example of notApproved.slice(0, 3)) console.log(`    ${example}`)
}

const parts = ['small', 'names', 'registration']
const only = values.only.split(',').filter((part) => part !== '')
const unknown = only.filter((part) => !parts.includes(part))
if (only.length === 0 || unknown.length > 0) {
  console.error(`--only takes ${parts.join(', ')}; ${unknown.join(', ') || 'nothing'} was given`)
  process.exit(2)
}
const before = probed('before')
if (only.includes('small')) await benchSmall()
if (only.includes('names')) {
  const tearDown = setUpDatabases()
  try {
    await benchNames(1_000_000)
    if (values.full) await benchNames(10_000_000)
  } finally {
    tearDown()
  }
}
if (only.includes('registration')) {
  const size = values.full ? { burst: 110_000, pacedSeconds: 60 } : { burst: 2_000, pacedSeconds: 20 }
  console.log('')
  const figures = await benchRegistrations(
    { ...size, names: Number(values.names), seed, syncedWrites: before.syncedWrites },
    (line) => console.log(`  … ${line}`),
  )
  printRegistrations(figures)
}
console.log('')
const after = probed('after ')
const isVoid = !isSteady(before, after)
if (isVoid) console.log('VOID: the machine changed by more than twice between the probes')
if (judged === 0) console.log('no goal was measured')
else console.log(missed.length === 0 ? `every goal met (${judged})` : `goals missed: ${missed.join('; ')}`)
process.exitCode = isVoid || missed.length > 0 || judged === 0 ? 1 : 0
