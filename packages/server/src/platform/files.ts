/**
 * Files that people hand in or receive, kept under the hash of their content: the same bytes are one file, and a file
 * that was touched is noticed when it is read.
 */

import { createHash, randomUUID } from 'node:crypto'
import { link, mkdir, open, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Where files are kept. */
export interface Files {
  /** keeps the bytes and gives their name, a SHA-256 in hexadecimal */
  readonly put: (bytes: Uint8Array) => Promise<string>
  /** the bytes under a name, or undefined */
  readonly get: (name: string) => Promise<Uint8Array | undefined>
}

/** Files in a folder, two levels deep. */
export function folderFiles(folder: string): Files {
  const place = (name: string) => join(folder, name.slice(0, 2), name)
  return {
    put: async (bytes) => {
      const name = hashOf(bytes)
      await write(place(name), bytes)
      return name
    },
    get: async (name) => {
      if (!/^[0-9a-f]{64}$/.test(name)) return undefined
      const bytes = await read(place(name))
      if (bytes !== undefined && hashOf(bytes) !== name) throw new Error(`file ${name} is not what was kept`)
      return bytes
    },
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Written beside its place and moved there whole, after the disk has it. */
async function write(path: string, bytes: Uint8Array): Promise<void> {
  const draft = `${path}.${randomUUID()}`
  await mkdir(dirname(path), { recursive: true })
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await link(draft, path).catch((error: unknown) => {
    if (!isCode(error, 'EEXIST')) throw error
  })
  await rm(draft)
}

async function read(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path)
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined
    throw error
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
