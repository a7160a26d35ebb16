/**
 * The statements of real registrations, as PostgreSQL logged them: the SQL-only rate is that of the very same statements with
 * the very same values, on a copy of the same database.
 */

import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from 'pg'
import type { House } from '../faults/index.ts'

/** A statement with its values as text. */
export interface Statement {
  readonly text: string
  readonly values: readonly (string | null)[]
}

/** All statements of one registration: what is looked up before its transaction, and the transaction. */
export type Recording = readonly Statement[]

const mark = '~guanjia~'

/** Turns on the log of every statement of the app, or off again; counts for connections opened later. */
export async function logStatements(client: Client, isOn: boolean): Promise<void> {
  if (isOn) {
    await client.query(`alter role guanjia_app set log_statement = 'all'`)
    await client.query(`alter role guanjia_app set log_error_verbosity = 'default'`)
    await client.query(`alter system set log_line_prefix = '${mark}%p '`)
  } else {
    await client.query('alter role guanjia_app reset log_statement')
    await client.query('alter role guanjia_app reset log_error_verbosity')
    await client.query('alter system reset log_line_prefix')
  }
  await client.query('select pg_reload_conf()')
}

/** Where the log ends now. */
export function logEnd(house: House): number {
  return statSync(join(house.databaseFolder, 'postgres.log')).size
}

/** The registrations in the log after a place. */
export function readRecordings(house: House, from: number): readonly Recording[] {
  const log = readFileSync(join(house.databaseFolder, 'postgres.log')).subarray(from).toString('utf8')
  const open = new Map<string, Statement[]>()
  const lookups: Statement[][] = lookedUpBefore.map(() => [])
  const submissions: Statement[][] = []
  for (const { pid, statement } of entriesOf(log)) {
    const running = statement.text === 'begin' ? [] : open.get(pid)
    if (running === undefined) {
      lookups[lookedUpBefore.findIndex((words) => statement.text.includes(words))]?.push(statement)
      continue
    }
    running.push(statement)
    open.set(pid, running)
    if (!ends.has(statement.text)) continue
    open.delete(pid)
    if (running.some(isSubmission)) submissions.push(running)
  }
  return submissions.map((running, at) => [...lookups.map((found) => lookupAt(found, at)), ...running])
}

/** Every registration asked both things: a recording without them would be measured against less than the house does. */
function lookupAt(found: readonly Statement[], at: number): Statement {
  const one = found[at]
  if (one === undefined)
    throw new Error(`registration ${at + 1} of the log lacks a statement before its transaction`)
  return one
}

/** What a request asks before its transaction: whose session it is, and whose application. */
const lookedUpBefore = ['from session s join person', 'a.revocation_proposed_by as "proposedById"']
const ends = new Set(['commit', 'rollback'])

function isSubmission({ text, values }: Statement): boolean {
  return text.includes('insert into idempotency_record') && values.includes('registration.submit')
}

interface Entry {
  readonly pid: string
  readonly statement: Statement
}

function* entriesOf(log: string): Generator<Entry> {
  const parts = log.split(mark).slice(1)
  for (const [at, part] of parts.entries()) {
    const [, pid = '', text = ''] = /^(\d+) LOG: {2}(?:statement|execute [^:]+): ([\s\S]*)$/.exec(part) ?? []
    if (text === '') continue
    const [, detailPid, list = ''] =
      /^(\d+) DETAIL: {2}Parameters: ([\s\S]*)$/i.exec(parts[at + 1] ?? '') ?? []
    const values = detailPid === pid ? valuesOf(untabbed(list)) : []
    yield { pid, statement: { text: untabbed(text).trim(), values } }
  }
}

/** The log puts a tab before every further line. */
function untabbed(text: string): string {
  return text.replaceAll('\n\t', '\n')
}

function valuesOf(list: string): readonly (string | null)[] {
  return [...list.matchAll(/\$\d+ = (?:NULL|'((?:[^']|'')*)')/g)].map(([, value]) =>
    value === undefined ? null : value.replaceAll(`''`, `'`),
  )
}

const followsNames = 'left join registration_name_change as change'

/** What a replay came to. */
export interface Replayed {
  readonly perSecond: number
  /** rows that statement `at` of recording `of` returned or changed, as `rows[of][at]` */
  readonly rows: readonly (readonly (number | null)[])[]
}

/** Replays recordings over some connections. */
export async function replay(
  clients: readonly Client[],
  recordings: readonly Recording[],
): Promise<Replayed> {
  const runs = recordings.map((recording) => ({ recording, counts: [] as (number | null)[] }))
  const waiting = [...runs]
  const player = openPlayer()
  const started = performance.now()
  await Promise.all(
    clients.map(async (client) => {
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
        for (const statement of next.recording) next.counts.push(await player(client, statement))
    }),
  )
  const perSecond = (recordings.length * 1_000) / (performance.now() - started)
  return { perSecond, rows: runs.map(({ counts }) => counts) }
}

/** Runs statements under one name each, as the server prepares them; gives the rows they returned or changed. */
function openPlayer(): (client: Client, statement: Statement) => Promise<number | null> {
  const names = new Map<string, string>()
  // like the server, whoever reads the log of names goes on where the last reader stood
  let settled = 0n
  const nameOf = (text: string) => {
    const known = names.get(text) ?? `r${names.size}`
    names.set(text, known)
    return known
  }
  return async (client, { text, values }) => {
    if (values.length === 0) return (await client.query(text)).rowCount
    const name = nameOf(text)
    if (!text.includes(followsNames))
      return (await client.query({ name, text, values: [...values] })).rowCount
    const from = settled > 0n ? [String(settled)] : [...values]
    const { rows } = await client.query({ name, text, values: from })
    const oldest = BigInt(rows[0]?.oldest ?? 0)
    if (oldest > settled) settled = oldest
    // how many names there are to read depends on what others wrote meanwhile
    return null
  }
}

/** Statements that write. */
const writes = /^(insert|update|delete|with)\b/i

/**
 * Where a replay did less than registrations do: a statement that writes a row in one recording and none in another. Statements
 * that change nothing are faster than those of the house.
 */
export function idleStatements(recordings: readonly Recording[], { rows }: Replayed): readonly string[] {
  const usual = new Map<string, number>()
  const places = recordings.flatMap((recording, of) =>
    recording.flatMap(({ text }, at) =>
      writes.test(text) ? [{ text, of, count: rows[of]?.[at] ?? null }] : [],
    ),
  )
  for (const { text, count } of places) usual.set(text, Math.max(usual.get(text) ?? 0, count ?? 0))
  return places.flatMap(({ text, of, count }) =>
    count === 0 && (usual.get(text) ?? 0) > 0
      ? [`registration ${of + 1}: no row for ${text.slice(0, 80)}`]
      : [],
  )
}

/** The list of statements of one registration, one a line. */
export function statementList(recording: Recording): readonly string[] {
  return recording.map(({ text }, at) => `${String(at + 1).padStart(2)}  ${text.replaceAll(/\s+/g, ' ')}`)
}
