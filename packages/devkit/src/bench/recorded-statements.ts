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
  return submissions.map((running, at) => [
    ...lookups.map((found) => found[at]).filter((one) => one !== undefined),
    ...running,
  ])
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

/** Replays recordings over some connections; registrations a second. */
export async function replay(clients: readonly Client[], recordings: readonly Recording[]): Promise<number> {
  const names = new Map<string, string>()
  // like the server, whoever reads the log of names goes on where the last reader stood
  let settled = 0n
  const waiting = [...recordings]
  const nameOf = (text: string) => {
    const known = names.get(text) ?? `r${names.size}`
    names.set(text, known)
    return known
  }
  const started = performance.now()
  await Promise.all(
    clients.map(async (client) => {
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
        for (const { text, values } of next) {
          if (values.length === 0) {
            await client.query(text)
            continue
          }
          const follows = text.includes(followsNames)
          const own = follows && settled > 0n ? [String(settled)] : [...values]
          const { rows } = await client.query({ name: nameOf(text), text, values: own })
          if (follows && BigInt(rows[0]?.oldest ?? 0) > settled) settled = BigInt(rows[0].oldest)
        }
    }),
  )
  return (recordings.length * 1_000) / (performance.now() - started)
}

/** The list of statements of one registration, one a line. */
export function statementList(recording: Recording): readonly string[] {
  return recording.map(({ text }, at) => `${String(at + 1).padStart(2)}  ${text.replaceAll(/\s+/g, ' ')}`)
}
