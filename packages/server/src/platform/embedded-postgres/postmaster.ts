/**
 * The process that runs a cluster, as its file `postmaster.pid` and the kernel know it.
 *
 * The file alone proves nothing: after a kill it may name a dead process, a zombie that nobody reaped, or a stranger
 * who got the same number. A PostgreSQL process works inside its cluster's folder; that is what is asked for.
 */

import { readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** A postmaster that lives. */
export interface Postmaster {
  readonly pid: number
  readonly port: number
}

/** The living postmaster of a cluster, or undefined. */
export function findPostmaster(cluster: string): Postmaster | undefined {
  const lines = readLock(cluster)
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  if (!Number.isInteger(pid) || !Number.isInteger(port) || pid <= 0 || port <= 0) return undefined
  return worksIn(String(pid), realpathSync(cluster)) ? { pid, port } : undefined
}

/** Whether a process is still there; a zombie is not. */
export function isAlive(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return !/^\s[ZX]/.test(stat.slice(stat.lastIndexOf(')') + 1))
  } catch {
    return false
  }
}

/** Removes the lock of a dead postmaster, once the last of its children is gone too; refuses while one still works. */
export async function clearStaleLock(cluster: string): Promise<void> {
  if (readLock(cluster).length === 0) return
  const folder = realpathSync(cluster)
  for (let tries = 0; tries < 100; tries += 1) {
    if (!readdirSync('/proc').some((entry) => /^\d+$/.test(entry) && worksIn(entry, folder))) {
      rmSync(join(cluster, 'postmaster.pid'), { force: true })
      return
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(
    `Processes of an earlier PostgreSQL still work in ${cluster}. Wait until they end, then start again. ` +
      'Nothing was changed.',
  )
}

function readLock(cluster: string): readonly string[] {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return []
  }
}

function worksIn(pid: string, folder: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder
  } catch {
    return false
  }
}
