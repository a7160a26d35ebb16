/**
 * Numbered SQL files, run forward only, each once, by one migrator at a time. What has run may not be edited later:
 * its checksum is kept and compared.
 */

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runMigrations as installWorkerSchema } from 'graphile-worker'
import { Client, Pool } from 'pg'
import { demandChinese } from './locale.ts'
import { prepareDatabase } from './roles.ts'

/** A migration as it stands on disk. */
export interface Migration {
  /** file name without `.sql` */
  readonly name: string
  readonly text: string
  readonly checksum: string
}

const fileName = /^\d{4}-[a-z]+(-[a-z0-9]+)+\.sql$/
const lockNumber = 4_720_318_001

/** The folder of this server's migrations. */
export const migrationFolder = join(import.meta.dirname, '../../../migrations')

/** Reads the migrations of a folder in the order of their numbers. */
export function readMigrations(folder: string): readonly Migration[] {
  const files = readdirSync(folder).toSorted()
  const numbers = new Set<string>()
  return files.map((file) => {
    const number = file.slice(0, 4)
    if (!fileName.test(file)) throw new Error(`${file} is not named NNNN-room-verb-thing.sql`)
    if (numbers.has(number)) throw new Error(`two migrations have the number ${number}`)
    numbers.add(number)
    const text = readFileSync(join(folder, file), 'utf8')
    return {
      name: file.replace(/\.sql$/, ''),
      text,
      checksum: createHash('sha256').update(text).digest('hex'),
    }
  })
}

/**
 * Brings a database to the state of these migrations.
 *
 * @param url - address of a user who may create roles and extensions
 * @param appUser - user the server logs in as, where it is another than the one of `url`
 * @returns the names of those that ran now
 */
export async function migrate(
  url: string,
  migrations: readonly Migration[],
  appUser?: string,
): Promise<readonly string[]> {
  const client = new Client({ connectionString: url, application_name: 'guanjia-migrator' })
  await client.connect()
  try {
    await demandChinese(client)
    await client.query('select pg_advisory_lock($1)', [lockNumber])
    await prepareDatabase(client, appUser)
    await client.query('set role guanjia_migrator')
    const done = await runMissing(client, migrations)
    await installWorker(client, url)
    return done
  } finally {
    await client.end()
  }
}

async function runMissing(client: Client, migrations: readonly Migration[]): Promise<readonly string[]> {
  await client.query(`
    create table if not exists guanjia.migration (
      name text primary key,
      checksum text not null,
      ran_at timestamptz not null default clock_timestamp()
    )`)
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from guanjia.migration',
  )
  demandSame(migrations, rows)
  const ran = new Set(rows.map((row) => row.name))
  const missing = migrations.filter((migration) => !ran.has(migration.name))
  for (const migration of missing) await runOne(client, migration)
  return missing.map((migration) => migration.name)
}

function demandSame(
  migrations: readonly Migration[],
  ran: readonly { readonly name: string; readonly checksum: string }[],
): void {
  const known = new Map(migrations.map((migration) => [migration.name, migration.checksum]))
  for (const { name, checksum } of ran) {
    const expected = known.get(name)
    if (expected === undefined) {
      throw new Error(
        `The database has the migration ${name}, which this version does not know: it is newer than the server.`,
      )
    }
    if (expected !== checksum) {
      throw new Error(
        `The migration ${name} was changed after it ran. Put the file back and write a new one instead.`,
      )
    }
  }
}

async function runOne(client: Client, { name, text, checksum }: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query('set local search_path = guanjia, public')
    await client.query(text)
    await client.query('insert into guanjia.migration (name, checksum) values ($1, $2)', [name, checksum])
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback')
    throw new Error(
      `The migration ${name} failed and was rolled back: ${cause instanceof Error ? cause.message : ''}`,
      {
        cause,
      },
    )
  }
}

const grantsOnJobs = `
  grant usage on schema graphile_worker to guanjia_app;
  grant select, insert, update, delete on all tables in schema graphile_worker to guanjia_app;
  grant usage, select on all sequences in schema graphile_worker to guanjia_app;
  grant execute on all functions in schema graphile_worker to guanjia_app;
  do $$ declare job_table record; begin
    for job_table in select relname from pg_class
      where relnamespace = 'graphile_worker'::regnamespace and relrowsecurity
    loop
      execute format('drop policy if exists guanjia_app on graphile_worker.%I', job_table.relname);
      execute format('create policy guanjia_app on graphile_worker.%I to guanjia_app using (true) with check (true)',
        job_table.relname);
    end loop;
  end $$`

/** The tables of the job library, in a schema of their own that the migrator owns too. */
async function installWorker(client: Client, url: string): Promise<void> {
  const pgPool = new Pool({
    connectionString: url,
    max: 2,
    options: '-c role=guanjia_migrator',
    application_name: 'guanjia-migrator',
  })
  pgPool.on('error', () => undefined)
  pgPool.on('connect', (connection) => connection.on('error', () => undefined))
  try {
    await installWorkerSchema({ pgPool })
  } finally {
    await pgPool.end()
  }
  await client.query(grantsOnJobs)
}
