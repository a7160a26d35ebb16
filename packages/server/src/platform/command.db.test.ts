import { testDatabase } from '@guanjia/devkit/test-database'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { createCommandRunner } from './command.ts'

describe(createCommandRunner, () => {
  it('talks to a migrated database as the app', async () => {
    await using db = await testDatabase()
    const { rows } = await sql<{ who: string }>`select current_user as who`.execute(db.database)
    expect(rows).toEqual([{ who: 'guanjia_app' }])
  })
})
