/**
 * The watermark of the disk: PostgreSQL on a full disk stops and stays down, so new work is refused before.
 */

import { statfs } from 'node:fs/promises'

/** Watches the free space of a folder. */
export interface DiskWatch {
  readonly isNearlyFull: () => boolean
  readonly stop: () => void
}

/** Looks at the folder's disk at once and then every few seconds. */
export async function watchDisk(
  folder: string,
  reserveBytes: number,
  freeBytes: (folder: string) => Promise<number> = freeBytesOf,
): Promise<DiskWatch> {
  let nearlyFull = (await freeBytes(folder)) < reserveBytes
  const look = async () => {
    nearlyFull = (await freeBytes(folder)) < reserveBytes
  }
  const timer = setInterval(() => void look().catch(() => undefined), 2_000).unref()
  return { isNearlyFull: () => nearlyFull, stop: () => clearInterval(timer) }
}

async function freeBytesOf(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}
