import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { testDatabase } from '@guanjia/devkit/test-database'
import { Client } from 'pg'
import { describe, expect, it } from 'vitest'
import { migrationFolder, readMigrations } from './migration.ts'
import { printSchema } from './schema-print.ts'

const kept = readFileSync(join(migrationFolder, '../schema.sql'), 'utf8')

describe(printSchema, () => {
  it('prints what schema.sql says; print it anew with: node tools/schema.ts', async () => {
    await using db = await testDatabase()
    const client = new Client({ connectionString: db.adminUrl })
    await client.connect()
    const printed = await printSchema(client)
    expect(printed).toBe(kept)
    await client.query('alter table guanjia.ledger_salt add column note text')
    expect(await printSchema(client)).not.toBe(kept)
    await client.end()
  })
})

describe(readMigrations, () => {
  it('says of every migration that takes something away what breaks', () => {
    for (const { name, text } of readMigrations(migrationFolder)) {
      const takesAway = /\bdrop (table|view|column|function)\b|\brename (to|column)\b/i.test(text)
      expect([name, takesAway && !/^-- breaking: \S/m.test(text)]).toEqual([name, false])
    }
  })
})
