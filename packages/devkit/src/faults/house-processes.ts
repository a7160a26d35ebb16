/**
 * The processes of a house, as the kernel lists them.
 */

import { readdirSync, readFileSync } from 'node:fs'
import type { House } from './house-under-attack.ts'

/** The processes of which something holds; those that end meanwhile are left out. */
export function pidsWhere(holds: (pid: string) => boolean): readonly number[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .filter((pid) => {
      try {
        return holds(pid)
      } catch {
        return false
      }
    })
    .map(Number)
}

function wordsOf(pid: string): readonly string[] {
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
}

/** The server that listens on a port. */
export function serverPid(port: number): number {
  const [pid] = pidsWhere((entry) => {
    const words = wordsOf(entry)
    return words.includes('serve') && words.includes(String(port)) && words[0]?.includes('node') === true
  })
  if (pid === undefined) throw new Error('the server is not there')
  return pid
}

/** The intake that a server has started. */
export function intakePid(port: number): number {
  const parent = String(serverPid(port))
  const [pid] = pidsWhere(
    (entry) =>
      wordsOf(entry).includes('leads') &&
      readFileSync(`/proc/${entry}/stat`, 'utf8').split(' ')[3] === parent,
  )
  if (pid === undefined) throw new Error('the intake is not there')
  return pid
}

/** Waits until the intake of a house answers; its address. */
export async function untilIntakeOpens({ leadsOrigin }: House): Promise<string> {
  for (let tries = 0; tries < 150; tries += 1) {
    const answer = await fetch(`${leadsOrigin}/health`).catch(() => undefined)
    if (answer?.ok) return leadsOrigin
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error('the intake did not open')
}
