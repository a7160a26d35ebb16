/**
 * What a figure was measured on, and how fast that machine is at this moment: figures are worth nothing without both.
 */

import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'

/** One line about the machine. */
export function machineLine(): string {
  const [cpu] = cpus()
  const gigabytes = Math.round(totalmem() / 2 ** 30)
  const load = loadavg()[0]?.toFixed(1)
  return `${cpus().length} × ${cpu?.model.trim()}, ${gigabytes} GB, Node ${process.version}, load ${load}`
}

/** What the machine can do right now. */
export interface Probe {
  /** writes of 8 KB that reached the disk, a second, one after the other */
  readonly syncedWrites: number
  /** additions in a plain loop, millions a second on one core */
  readonly loops: number
}

const probeMs = 1_500

/** Measures the disk and one core for three seconds. */
export function probeMachine(): Probe {
  return { syncedWrites: syncedWritesPerSecond(), loops: loopsPerSecond() / 1e6 }
}

function syncedWritesPerSecond(milliseconds = probeMs): number {
  const folder = mkdtempSync(join(tmpdir(), 'guanjia-probe-'))
  const file = openSync(join(folder, 'probe'), 'w')
  const page = Buffer.alloc(8_192, 7)
  try {
    const started = performance.now()
    let writes = 0
    while (performance.now() - started < milliseconds) {
      writeSync(file, page, 0, page.length, (writes % 1_000) * page.length)
      fdatasyncSync(file)
      writes += 1
    }
    return (writes * 1_000) / (performance.now() - started)
  } finally {
    closeSync(file)
    rmSync(folder, { recursive: true })
  }
}

function loopsPerSecond(): number {
  const started = performance.now()
  let [loops, sum] = [0, 0]
  while (performance.now() - started < probeMs) {
    for (let step = 0; step < 100_000; step += 1) sum = (sum + step * 31) | 0
    loops += 100_000
  }
  return sum === 0.5 ? 0 : (loops * 1_000) / (performance.now() - started)
}

const calmMs = 20
const calmEveryMs = 3_000
const patienceMs = 180_000

/**
 * Waits until the disk is as fast as it was, or three minutes: a shared disk is held back for a while after much was written,
 * and filling a database is not what is measured. The synced writes a second at the end.
 */
export async function calmDisk(usual: number): Promise<number> {
  const started = performance.now()
  for (;;) {
    const now = syncedWritesPerSecond(calmMs)
    if (now >= usual / 2 || performance.now() - started > patienceMs) return now
    await new Promise((resolve) => setTimeout(resolve, calmEveryMs))
  }
}

/** Whether two probes are close enough for the figures between them to count. */
export function isSteady(before: Probe, after: Probe): boolean {
  const ratio = (a: number, b: number) => Math.max(a, b) / Math.min(a, b)
  return ratio(before.syncedWrites, after.syncedWrites) <= 2 && ratio(before.loops, after.loops) <= 2
}
