/**
 * The watermark of the disk: PostgreSQL on a full disk stops and stays down, so new work is refused before, and work
 * that nobody waits for pauses.
 */

import { statfs } from 'node:fs/promises'

/** Watches the free space of several places. */
export interface DiskWatch {
  /** whether one of them is nearly full */
  readonly isNearlyFull: () => boolean
  /** bytes that were free in the fullest of them when last looked at */
  readonly freeBytes: () => number
  /** hears, at once, whether it is nearly full now, and then of every change */
  readonly follow: (heard: (nearlyFull: boolean) => void) => void
  readonly stop: () => void
}

/** Asks how many bytes are free in one place. */
export type FreeSpace = () => Promise<number>

const everyMilliseconds = 2_000

/**
 * Looks at every place at once and then every few seconds. Throws where a place cannot be looked at in the beginning; one
 * that does not answer later stands as it stood.
 */
export async function watchDisk(places: readonly FreeSpace[], reserveBytes: number): Promise<DiskWatch> {
  const followers: ((nearlyFull: boolean) => void)[] = []
  const free = async () => Math.min(...(await Promise.all(places.map((ask) => ask()))))
  let freeBytes = await free()
  const isNearlyFull = () => freeBytes < reserveBytes
  const look = async () => {
    const before = isNearlyFull()
    freeBytes = await free()
    if (isNearlyFull() !== before) for (const heard of followers) heard(isNearlyFull())
  }
  const timer = setInterval(() => void look().catch(() => undefined), everyMilliseconds).unref()
  return {
    isNearlyFull,
    freeBytes: () => freeBytes,
    follow: (heard) => {
      followers.push(heard)
      heard(isNearlyFull())
    },
    stop: () => clearInterval(timer),
  }
}

/** The free space of the disk that holds a folder. */
export function freeInFolder(folder: string): FreeSpace {
  return async () => {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  }
}
