/**
 * Looks for words where they may not be: in every row of a database, in every file of a folder, in the memory of a process.
 * A word is also found in Base64, in hex and in UTF-16.
 */

import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from 'pg'

/** What every canary begins with: bytes without it hold none of them. */
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

const marks = spellings(canaryMark)

/** How many of the words stand in the bytes in any spelling. */
export function hitsIn(bytes: Buffer, words: readonly string[]): number {
  const isMarked = marks.some((mark) => bytes.includes(mark))
  const possible = isMarked ? words : words.filter((word) => !word.startsWith(canaryMark))
  return possible.filter((word) => spellings(word).some((spelling) => bytes.includes(spelling))).length
}

/** Tables that hold one of the words, of all schemas; values of bytes are read as hex. */
export async function tablesWith(client: Client, words: readonly string[]): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = relnamespace
     where relkind = 'r' and nspname not in ('pg_catalog', 'information_schema') order by 1`,
  )
  const found: string[] = []
  for (const { name } of rows) {
    const table = await client.query<{ row: string }>(`select t::text as row from ${name} t`)
    if (hitsIn(Buffer.from(table.rows.map(({ row }) => row).join('\n')), words) > 0) found.push(name)
  }
  return found
}

/** Files below a folder that hold one of the words. */
export function filesWith(folder: string, words: readonly string[]): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = readable(path)
      return bytes !== undefined && hitsIn(bytes, words) > 0
    })
}

function readable(path: string): Buffer | undefined {
  try {
    return readFileSync(path)
  } catch {
    // a file of the moment has gone
    return undefined
  }
}

const chunkBytes = 8 * 1024 * 1024

/** How many of the words stand in the memory of a process that may be written to; none where it has ended. */
export function wordsInMemory(pid: number, words: readonly string[]): number {
  if (!existsSync(`/proc/${pid}/maps`)) return 0
  const memory = openSync(`/proc/${pid}/mem`, 'r')
  const found = new Set<string>()
  try {
    for (const [start, end] of writableRanges(pid)) {
      for (let at = start; at < end; at += chunkBytes) {
        const bytes = readAt(memory, at, Math.min(chunkBytes + 256, end - at))
        if (bytes === undefined || !marks.some((mark) => bytes.includes(mark))) continue
        for (const word of words) if (hitsIn(bytes, [word]) > 0) found.add(word)
      }
    }
  } finally {
    closeSync(memory)
  }
  return found.size
}

function writableRanges(pid: number): readonly (readonly [number, number])[] {
  const lines = (readable(`/proc/${pid}/maps`)?.toString('utf8') ?? '').split('\n')
  return lines.flatMap((line) => {
    const [, start = '', end = ''] = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line) ?? []
    return start === '' ? [] : [[Number.parseInt(start, 16), Number.parseInt(end, 16)] as const]
  })
}

function readAt(memory: number, at: number, length: number): Buffer | undefined {
  const bytes = Buffer.alloc(length)
  try {
    return bytes.subarray(0, readSync(memory, bytes, 0, length, at))
  } catch {
    // a page that was given back meanwhile
    return undefined
  }
}
