/**
 * The real house for the browser stories: the server as a user starts it, with the demonstration, on a free port and a
 * folder of its own; stopped and swept away at the end. Every worker has one, so that nobody stands in another's queue.
 */

import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { aheadSeconds } from './story-day.ts'

const launcher = join(import.meta.dirname, '../../../server/bin/guanjia.mjs')
/** how long a house may take to open, in milliseconds */
export const patienceMs = 180_000

/** A house that is open. */
export interface StoryHouse {
  readonly origin: string
  readonly close: () => Promise<void>
}

/** Starts the house. */
export async function openStoryHouse(): Promise<StoryHouse> {
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'guanjia-story-'))
  // PostgreSQL may run as another user and has to walk through
  chmodSync(folder, 0o755)
  const origin = `http://localhost:${port}`
  const env = {
    ...process.env,
    GUANJIA_DATA: join(folder, 'data'),
    GUANJIA_ORIGIN: origin,
    GUANJIA_REQUESTS_PER_MINUTE: '0',
    GUANJIA_CLOCK_AHEAD_SECONDS: String(aheadSeconds),
  }
  const server = spawn(process.execPath, [launcher, 'serve', '--demo', '--port', String(port)], {
    env,
    stdio: 'inherit',
  })
  await waitUntilReady(server, origin)
  const close = async () => {
    await stop(server)
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
  return { origin, close }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

async function waitUntilReady(server: ChildProcess, origin: string): Promise<void> {
  const giveUpAt = Date.now() + patienceMs
  while (Date.now() < giveUpAt) {
    if (server.exitCode !== null) throw new Error(`the house did not open (exit ${server.exitCode})`)
    const answer = await fetch(`${origin}/readyz`).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  server.kill('SIGKILL')
  throw new Error('the house did not open in time')
}

function stop(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null) return resolve()
    server.once('exit', () => resolve())
    server.kill('SIGTERM')
  })
}
