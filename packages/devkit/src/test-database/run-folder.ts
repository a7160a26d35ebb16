/**
 * The folder of one run of the tests: its path travels to the workers in the environment.
 */

import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const prefix = 'guanjia-test-'
const variable = 'GUANJIA_TEST_FOLDER'

/** Makes the folder of this run and names it to the workers. */
export function makeRunFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), prefix))
  // PostgreSQL may run as another user and has to walk through
  chmodSync(folder, 0o755)
  writeFileSync(join(folder, 'owner'), String(process.pid))
  process.env[variable] = folder
  return folder
}

/** The folder of the run that this worker belongs to. */
export function runFolder(): string {
  const folder = process.env[variable]
  if (folder === undefined)
    throw new Error(`${variable} is not set: run the tests through vitest at the root`)
  return folder
}

/** Folders that killed runs have left behind. */
export function orphanedRunFolders(): readonly string[] {
  return readdirSync(tmpdir())
    .filter((name) => name.startsWith(prefix))
    .map((name) => join(tmpdir(), name))
    .filter((folder) => !isRunning(ownerOf(folder)))
}

function ownerOf(folder: string): number | undefined {
  try {
    return Number(readFileSync(join(folder, 'owner'), 'utf8'))
  } catch {
    return undefined
  }
}

function isRunning(pid: number | undefined): boolean {
  // a folder without an owner is being made right now
  if (pid === undefined) return true
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Deletes a run's folder. */
export function removeRunFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
}
