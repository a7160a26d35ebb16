/**
 * Looks for words where they may not be: in every row of a database, in every file of a folder, in the memory of a process.
 * A word is also found in Base64, in hex and in UTF-16.
 */

import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from 'pg'

/** What every canary begins with: they are found by it, in one reading for all of them. */
export const canaryMark = 'canary'

/** The spellings of a word. */
export function spellings(word: string): readonly Buffer[] {
  const bytes = Buffer.from(word)
  // in Base64 a word looks different by where it stands; the letters that its neighbours share are left out
  const base64 = [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replaceAll('=', '')
    return text.slice(before === 0 ? 0 : before + 1, -1)
  })
  return [
    bytes,
    Buffer.from(bytes.toString('hex')),
    Buffer.from(word, 'utf16le'),
    ...base64.map((text) => Buffer.from(text)),
  ]
}

/** Gives the words that stand in the bytes in any spelling. */
export type Search = (bytes: Buffer) => ReadonlySet<string>

/** A search for words; a canary begins, in each of its spellings, as the mark does in the same one. */
export function searchFor(words: readonly string[]): Search {
  const canaries = spellings(canaryMark).map((mark, way) => ({ mark, spelled: spelledIn(words, way) }))
  const others = words
    .filter((word) => !word.startsWith(canaryMark))
    .map((word) => ({ word, ways: spellings(word) }))
  return (bytes) => {
    const found = new Set<string>()
    for (const canary of canaries) addCanaries(found, bytes, canary)
    for (const { word, ways } of others) if (ways.some((way) => bytes.includes(way))) found.add(word)
    return found
  }
}

interface Canaries {
  readonly mark: Buffer
  /** words by their spelling, by the length of it */
  readonly spelled: ReadonlyMap<number, ReadonlyMap<string, string>>
}

function spelledIn(words: readonly string[], way: number): Canaries['spelled'] {
  const byLength = new Map<number, Map<string, string>>()
  for (const word of words.filter((each) => each.startsWith(canaryMark))) {
    const spelling = spellings(word)[way]?.toString('latin1') ?? ''
    const known = byLength.get(spelling.length) ?? new Map<string, string>()
    byLength.set(spelling.length, known.set(spelling, word))
  }
  return byLength
}

function addCanaries(found: Set<string>, bytes: Buffer, { mark, spelled }: Canaries): void {
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 1))
    for (const [length, known] of spelled) {
      const word = known.get(bytes.toString('latin1', at, at + length))
      if (word !== undefined) found.add(word)
    }
}

/** Tables that hold one of the words, of all schemas; values of bytes are read as hex. */
export async function tablesWith(client: Client, words: readonly string[]): Promise<readonly string[]> {
  const search = searchFor(words)
  const { rows } = await client.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = relnamespace
     where relkind = 'r' and nspname not in ('pg_catalog', 'information_schema') order by 1`,
  )
  const found: string[] = []
  for (const { name } of rows) {
    const table = await client.query<{ row: string }>(`select t::text as row from ${name} t`)
    if (search(Buffer.from(table.rows.map(({ row }) => row).join('\n'))).size > 0) found.push(name)
  }
  return found
}

/** Files below a folder that hold one of the words, of those written since a moment in milliseconds. */
export function filesWith(folder: string, words: readonly string[], since = 0): readonly string[] {
  const search = searchFor(words)
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = readable(path, since)
      return bytes !== undefined && search(bytes).size > 0
    })
}

function readable(path: string, since = 0): Buffer | undefined {
  try {
    return statSync(path).mtimeMs < since ? undefined : readFileSync(path)
  } catch {
    // a file of the moment has gone
    return undefined
  }
}

const chunkBytes = 8 * 1024 * 1024
const overlapBytes = 256

/** The words in the memory of processes that may be written to; memory that several have in common is read once. */
export function wordsInMemory(
  pids: readonly number[],
  words: readonly string[],
): ReadonlyMap<number, ReadonlySet<string>> {
  const search = searchFor(words)
  const read = new Set<string>()
  const chunk = Buffer.alloc(chunkBytes + overlapBytes)
  return new Map(
    pids.map((pid) => {
      const ranges = writableRanges(pid).filter(({ shared }) => shared === undefined || !read.has(shared))
      for (const { shared } of ranges) if (shared !== undefined) read.add(shared)
      return [pid, wordsInRanges(pid, ranges, { search, chunk })]
    }),
  )
}

interface Reading {
  readonly search: Search
  readonly chunk: Buffer
}

function wordsInRanges(
  pid: number,
  ranges: readonly Range[],
  { search, chunk }: Reading,
): ReadonlySet<string> {
  const found = new Set<string>()
  if (!existsSync(`/proc/${pid}/mem`)) return found
  const memory = openSync(`/proc/${pid}/mem`, 'r')
  try {
    for (const { start, end } of ranges)
      for (let at = start; at < end; at += chunkBytes) {
        const bytes = readAt(memory, at, chunk.subarray(0, Math.min(chunk.length, end - at)))
        for (const word of bytes === undefined ? [] : search(bytes)) found.add(word)
      }
  } finally {
    closeSync(memory)
  }
  return found
}

interface Range {
  readonly start: number
  readonly end: number
  /** names a mapping that other processes have as well; undefined for memory of one's own */
  readonly shared: string | undefined
}

function writableRanges(pid: number): readonly Range[] {
  const lines = (readable(`/proc/${pid}/maps`)?.toString('utf8') ?? '').split('\n')
  return lines.flatMap((line) => {
    const [, start = '', end = '', sharing, file] =
      /^([0-9a-f]+)-([0-9a-f]+) rw.([sp]) (\S+ \S+ \d+)/.exec(line) ?? []
    if (start === '') return []
    const shared = sharing === 's' ? file : undefined
    return [{ start: Number.parseInt(start, 16), end: Number.parseInt(end, 16), shared }]
  })
}

function readAt(memory: number, at: number, into: Buffer): Buffer | undefined {
  try {
    return into.subarray(0, readSync(memory, into, 0, into.length, at))
  } catch {
    // a page that was given back meanwhile
    return undefined
  }
}
