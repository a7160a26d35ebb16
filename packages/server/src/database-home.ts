/**
 * Where the database lives: our own PostgreSQL in the data folder, or the one that DATABASE_URL names. Either way it is
 * brought to the newest state by the migrator, and the server itself gets the app's narrower rights.
 */

import { createHmac } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import type { Config, Secrets } from './config.ts'
import type { DatabaseAddress, DatabaseRole } from './platform/database/database.ts'
import { isDatabaseAway } from './platform/database/database-error.ts'
import { migrate, migrationFolder, readMigrations } from './platform/database/migration.ts'
import { demandPlace, openCluster } from './platform/embedded-postgres/cluster.ts'

/** A database in its newest state. */
export interface DatabaseHome extends AsyncDisposable {
  readonly address: DatabaseAddress
  readonly leads: LeadAddresses
  /** the migrations that ran just now */
  readonly migrated: readonly string[]
  /** starts our own PostgreSQL again whenever it dies */
  readonly guard: (onRestart: () => void) => void
}

/** How the schema of leads is reached, which the server's own user cannot; undefined where nobody named a user. */
export interface LeadAddresses {
  readonly intake: DatabaseAddress | undefined
  readonly desk: DatabaseAddress | undefined
}

/** A database that may be read. */
export type ReadableHome = Pick<DatabaseHome, 'address'> & AsyncDisposable

/** Makes the data folder, unless our own PostgreSQL could not run in it: then nothing is made and the reason is said. */
export function makeDataFolder({ dataFolder }: Config, { databaseUrl }: Secrets): void {
  if (databaseUrl === undefined) demandPlace(join(dataFolder, 'database'))
  mkdirSync(dataFolder, { recursive: true })
}

/** Opens it; nothing is left running where this fails. */
export async function openDatabaseHome(config: Config, secrets: Secrets): Promise<DatabaseHome> {
  const connections = config.databaseConnections
  if (secrets.databaseUrl !== undefined)
    return outside({ ...secrets, databaseUrl: secrets.databaseUrl }, connections)
  const cluster = await openCluster({ folder: join(config.dataFolder, 'database') })
  try {
    const opened = await inside(cluster.adminUrl, connections)
    return { ...opened, guard: cluster.guard, [Symbol.asyncDispose]: cluster.stop }
  } catch (error) {
    await cluster.stop()
    throw error
  }
}

/**
 * Opens a database that is there, for reading alone: nothing is made, migrated or written in it.
 *
 * @returns undefined where there is none yet
 */
export async function openDatabaseToRead(
  config: Config,
  secrets: Secrets,
): Promise<ReadableHome | undefined> {
  if (secrets.databaseUrl !== undefined) {
    const address = { url: secrets.databaseUrl, readOnly: true }
    return { address, [Symbol.asyncDispose]: async () => undefined }
  }
  const folder = join(config.dataFolder, 'database')
  if (!existsSync(join(folder, 'postgres'))) return undefined
  const cluster = await openCluster({ folder })
  const url = new URL(cluster.adminUrl)
  url.pathname = '/guanjia'
  return {
    address: { url: url.href, readOnly: true },
    [Symbol.asyncDispose]: cluster.stop,
  }
}

async function outside(
  {
    databaseUrl,
    migratorUrl = databaseUrl,
    leadsDatabaseUrl,
    leadsDeskDatabaseUrl,
  }: Secrets & { readonly databaseUrl: string },
  connections: number,
): Promise<DatabaseHome> {
  const migrated = await migrateOutside(databaseUrl, migratorUrl).catch((cause: unknown) => {
    if (!isDatabaseAway(cause)) throw cause
    const { host } = new URL(migratorUrl)
    throw new Error(`The database at ${host} does not answer. Start it, or correct DATABASE_URL.`, { cause })
  })
  return {
    address: { url: databaseUrl, role: 'guanjia_app', connections },
    leads: {
      intake: leadAddress(leadsDatabaseUrl, 'guanjia_leads'),
      desk: leadAddress(leadsDeskDatabaseUrl, 'guanjia_leads_desk'),
    },
    migrated,
    guard: () => undefined,
    [Symbol.asyncDispose]: async () => undefined,
  }
}

function leadAddress(
  url: string | undefined,
  role: 'guanjia_leads' | 'guanjia_leads_desk',
): DatabaseAddress | undefined {
  return url === undefined ? undefined : { url, role }
}

async function migrateOutside(databaseUrl: string, migratorUrl: string): Promise<readonly string[]> {
  const migrations = readMigrations(migrationFolder)
  if (migratorUrl === databaseUrl) return await migrate(migratorUrl, migrations)
  return await migrate(migratorUrl, migrations, await userOf(databaseUrl))
}

/** The user the server logs in as: where the address names none, the driver takes PGUSER or the system's. */
async function userOf(databaseUrl: string): Promise<string> {
  const { username } = new URL(databaseUrl)
  if (username !== '') return decodeURIComponent(username)
  let user = ''
  await onDatabase(databaseUrl, async (client) => {
    const { rows } = await client.query<{ user: string }>('select current_user as user')
    user = rows[0]?.user ?? ''
  })
  return user
}

async function inside(
  adminUrl: string,
  connections: number,
): Promise<Pick<DatabaseHome, 'address' | 'leads' | 'migrated'>> {
  const url = new URL(adminUrl)
  await makeDatabase(adminUrl)
  url.pathname = '/guanjia'
  const migrated = await migrate(url.href, readMigrations(migrationFolder))
  const address = await logInAs(url, 'guanjia_app')
  const [intake, desk] = [await logInAs(url, 'guanjia_leads'), await logInAs(url, 'guanjia_leads_desk')]
  return { address: { ...address, connections }, leads: { intake, desk }, migrated }
}

/** Lets a role log in; its password follows from the superuser's, so that nothing more has to be kept. */
async function logInAs(adminUrl: URL, role: DatabaseRole): Promise<DatabaseAddress> {
  const password = createHmac('sha256', adminUrl.password).update(role).digest('base64url')
  await onDatabase(adminUrl.href, (client) =>
    client.query(`alter role ${role} login password ${client.escapeLiteral(password)}`),
  )
  const url = new URL(adminUrl)
  url.username = role
  url.password = password
  return { url: url.href }
}

async function makeDatabase(adminUrl: string): Promise<void> {
  await onDatabase(adminUrl, async (client) => {
    const { rowCount } = await client.query("select from pg_database where datname = 'guanjia'")
    if ((rowCount ?? 0) > 0) return
    await client.query('create database guanjia template template0').catch((error: unknown) => {
      // another server that starts at the same moment was faster
      const code = error instanceof Error && 'code' in error ? error.code : undefined
      if (code !== '42P04' && code !== '23505') throw error
    })
  })
}

async function onDatabase(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url, application_name: 'guanjia-starter' })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
