import { randomUUID } from 'node:crypto'
import { emptyDatabase, testDatabase } from '@guanjia/devkit/test-database'
import { Client } from 'pg'
import { describe, expect, it } from 'vitest'
import { type Migration, migrate, migrationFolder, readMigrations } from './migration.ts'

const real = readMigrations(migrationFolder)

function aMigration(name: string, text: string): Migration {
  return { name, text, checksum: `checksum of ${text}` }
}

async function query(url: string, statement: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows
  } finally {
    await client.end()
  }
}

describe(migrate, () => {
  it('runs every migration once for two migrators that start at the same moment', async () => {
    await using db = await emptyDatabase()
    const ran = await Promise.all([migrate(db.url, real), migrate(db.url, real)])
    expect(ran.flat().toSorted()).toEqual(real.map(({ name }) => name))
    expect(await migrate(db.url, real)).toEqual([])
  })

  it('refuses a migration that was changed after it ran', async () => {
    await using db = await emptyDatabase()
    await migrate(db.url, [aMigration('0001-a-make-b', 'create table b ()')])
    await expect(migrate(db.url, [aMigration('0001-a-make-b', 'create table c ()')])).rejects.toThrow(
      'The migration 0001-a-make-b was changed after it ran.',
    )
  })

  it('refuses a database that is newer than the server', async () => {
    await using db = await emptyDatabase()
    await migrate(db.url, [aMigration('0001-a-make-b', 'create table b ()')])
    await expect(migrate(db.url, [])).rejects.toThrow('newer than the server')
  })

  it('leaves nothing of a migration that fails, and runs those before it', async () => {
    await using db = await emptyDatabase()
    const broken = [
      aMigration('0001-a-make-b', 'create table b ()'),
      aMigration('0002-a-make-c', 'create table c (); select 1/0'),
    ]
    await expect(migrate(db.url, broken)).rejects.toThrow('0002-a-make-c failed and was rolled back')
    const tables = await query(db.url, "select to_regclass('guanjia.b') as b, to_regclass('guanjia.c') as c")
    expect(tables).toEqual([{ b: 'guanjia.b', c: null }])
  })

  it('says which rights it needs, and the way round, to a user who lacks them', async () => {
    await using db = await emptyDatabase()
    const name = `weak_${randomUUID().slice(0, 8)}`
    await query(db.url, `create role ${name} login password 'weak'`)
    const url = new URL(db.url)
    url.username = name
    url.password = 'weak'
    try {
      await expect(migrate(url.href, real)).rejects.toThrow(/needs CREATEROLE.*DATABASE_MIGRATOR_URL/)
    } finally {
      await query(db.url, `drop role ${name}`)
    }
  })

  it.each([
    ['LC_CTYPE C', "encoding UTF8 locale_provider libc locale 'C'"],
    ['Latin letters', "encoding LATIN1 locale 'C'"],
  ])('refuses a database in which Chinese does not work: %s', async (_, clause) => {
    await using db = await emptyDatabase(clause)
    await expect(migrate(db.url, real)).rejects.toThrow(
      'a search for a Chinese name would silently find nothing',
    )
    expect(await query(db.url, "select from pg_namespace where nspname = 'guanjia'")).toEqual([])
  })

  it.each([
    'update guanjia.audit_entry set command = command',
    'delete from guanjia.audit_entry',
    'truncate guanjia.audit_entry',
    'update guanjia.outbox_event set type = type',
    'delete from guanjia.idempotency_record',
    'create table guanjia.mine ()',
    'drop table guanjia.audit_entry',
  ])('gives the app no power to %s', async (statement) => {
    await using db = await testDatabase()
    await expect(query(db.adminUrl, `set role guanjia_app; ${statement}`)).rejects.toMatchObject({
      code: '42501',
    })
  })
})

describe(readMigrations, () => {
  it('finds the migrations of the house in the order of their numbers', () => {
    expect(real.length).toBeGreaterThan(2)
    expect(real.map(({ name }) => name)).toEqual(real.map(({ name }) => name).toSorted())
  })
})
