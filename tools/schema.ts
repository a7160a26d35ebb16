/**
 * Prints packages/server/schema.sql from a database that all migrations have just made, in a PostgreSQL of its own.
 */

import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import {
  migrate,
  migrationFolder,
  readMigrations,
} from '../packages/server/src/platform/database/migration.ts'
import { printSchema } from '../packages/server/src/platform/database/schema-print.ts'
import { openCluster } from '../packages/server/src/platform/embedded-postgres/cluster.ts'

const folder = mkdtempSync(join(tmpdir(), 'guanjia-schema-'))
// PostgreSQL may run as another user and has to walk through
chmodSync(folder, 0o755)
const cluster = await openCluster({ folder: join(folder, 'database') })
try {
  await migrate(cluster.adminUrl, readMigrations(migrationFolder))
  const client = new Client({ connectionString: cluster.adminUrl })
  await client.connect()
  writeFileSync(join(import.meta.dirname, '../packages/server/schema.sql'), await printSchema(client))
  await client.end()
} finally {
  await cluster.stop()
  rmSync(folder, { recursive: true, force: true })
}
