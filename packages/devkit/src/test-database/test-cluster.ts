/**
 * One PostgreSQL for a whole run of the tests, started by the first test that wants it, with a template database that
 * is migrated once. fsync stays on: what the tests see is what the house promises.
 */

import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { migrate, migrationFolder, readMigrations } from '../../../server/src/platform/database/migration.ts'
import { openCluster } from '../../../server/src/platform/embedded-postgres/cluster.ts'
import { runFolder } from './run-folder.ts'

/** Where the run's PostgreSQL is. */
export interface TestCluster {
  readonly adminUrl: string
  readonly pid: number
}

export const templateName = 'guanjia_template'
const patienceMilliseconds = 100_000

/** The cluster of this run; the first caller starts it, the others wait. */
export async function testCluster(): Promise<TestCluster> {
  const folder = runFolder()
  const ready = join(folder, 'ready.json')
  const giveUpAt = performance.now() + patienceMilliseconds
  while (!existsSync(ready)) {
    if (existsSync(join(folder, 'failed'))) throw new Error(readFileSync(join(folder, 'failed'), 'utf8'))
    if (performance.now() > giveUpAt) throw new Error('the test database did not start')
    if (isFirst(folder)) await start(folder, ready)
    else await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return JSON.parse(readFileSync(ready, 'utf8')) as TestCluster
}

function isFirst(folder: string): boolean {
  try {
    mkdirSync(join(folder, 'starting'))
    return true
  } catch {
    return false
  }
}

async function start(folder: string, ready: string): Promise<void> {
  try {
    const { adminUrl, pid } = await openCluster({
      folder: join(folder, 'cluster'),
      settings: ['shared_buffers=64MB'],
    })
    await onMaintenance(adminUrl, `create database ${templateName} template template0`)
    await migrate(databaseUrl(adminUrl, templateName), readMigrations(migrationFolder))
    writeFileSync(`${ready}.draft`, JSON.stringify({ adminUrl, pid } satisfies TestCluster))
    renameSync(`${ready}.draft`, ready)
  } catch (error) {
    writeFileSync(
      join(folder, 'failed'),
      error instanceof Error ? (error.stack ?? error.message) : String(error),
    )
    throw error
  }
}

/** The same address with another database. */
export function databaseUrl(adminUrl: string, name: string): string {
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  return url.href
}

/** Runs one statement on the maintenance database. */
export async function onMaintenance(adminUrl: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** Stops the cluster of a run, if one was started, at once: its data is thrown away. */
export function stopTestCluster(folder: string): void {
  const lock = join(folder, 'cluster/postgres/postmaster.pid')
  if (!existsSync(lock)) return
  try {
    process.kill(Number(readFileSync(lock, 'utf8').split('\n')[0]), 'SIGQUIT')
  } catch {
    // it has gone already
  }
  rmSync(lock, { force: true })
}
