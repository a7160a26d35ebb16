/**
 * A database for one test file: a copy of the migrated template, dropped at the end.
 *
 * @example await using db = await testDatabase()
 */

import { randomBytes } from 'node:crypto'
import { type Database, openDatabase } from '../../../server/src/platform/database/database.ts'
import { databaseUrl, onMaintenance, templateName, testCluster } from './test-cluster.ts'

/** A test's own database. */
export interface TestDatabase extends AsyncDisposable {
  /** connected as the app's role, as the server is */
  readonly database: Database
  /** as superuser, for what the app may not do */
  readonly adminUrl: string
  /** runs a statement as superuser */
  readonly asSuperuser: (statement: string) => Promise<void>
  readonly close: () => Promise<void>
}

/** A fresh database with every migration of the house in it. */
export async function testDatabase(): Promise<TestDatabase> {
  const { adminUrl } = await testCluster()
  const name = `guanjia_test_${randomBytes(6).toString('hex')}`
  await onMaintenance(adminUrl, `create database ${name} template ${templateName}`)
  const url = databaseUrl(adminUrl, name)
  const opened = openDatabase({ url, role: 'guanjia_app', connections: 20 }, () => undefined)
  const close = async () => {
    await opened[Symbol.asyncDispose]()
    await onMaintenance(adminUrl, `drop database if exists ${name} with (force)`)
  }
  const asSuperuser = (statement: string) => onMaintenance(url, statement)
  return { database: opened.database, adminUrl: url, asSuperuser, close, [Symbol.asyncDispose]: close }
}

/** A database without roles' schema or migrations, for tests of the migrations themselves. */
export async function emptyDatabase(clause = ''): Promise<{ readonly url: string } & AsyncDisposable> {
  const { adminUrl } = await testCluster()
  const name = `guanjia_empty_${randomBytes(6).toString('hex')}`
  await onMaintenance(adminUrl, `create database ${name} template template0 ${clause}`)
  return {
    url: databaseUrl(adminUrl, name),
    [Symbol.asyncDispose]: () => onMaintenance(adminUrl, `drop database if exists ${name} with (force)`),
  }
}
