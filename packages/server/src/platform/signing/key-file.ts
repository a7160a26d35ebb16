/**
 * Files that hold secrets: readable by their owner alone, written once, never half.
 */

import { randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** The secret at `path`; made first where there is none. Two processes that start at once agree on one secret. */
export function readOrCreateSecret(path: string, create: () => string): string {
  try {
    return readSecret(path)
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error
  }
  writeOnce(path, create())
  return readSecret(path)
}

/** Reads a secret and refuses one that others could have read. */
export function readSecret(path: string): string {
  const { mode } = statSync(path)
  if ((mode & 0o077) !== 0) throw new Error(`others may read the key file ${path}: run chmod 600 on it`)
  return readFileSync(path, 'utf8')
}

function writeOnce(path: string, secret: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const draft = `${path}.${randomUUID()}`
  writeFileSync(draft, secret, { mode: 0o600, flag: 'wx', flush: true })
  try {
    linkSync(draft, path)
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
  } finally {
    unlinkSync(draft)
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
