import { type TestDatabase, testDatabase } from '@guanjia/devkit/test-database'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let db: TestDatabase
let reader: Client

beforeAll(async () => {
  db = await testDatabase()
  reader = new Client({ connectionString: db.adminUrl, options: '-c role=guanjia_reader' })
  await reader.connect()
})

afterAll(async () => {
  await reader.end()
  await db.close()
})

interface Readable {
  readonly name: string
  readonly columns: string[]
}

async function readable(): Promise<readonly Readable[]> {
  const { rows } = await reader.query<Readable>(`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'guanjia'::regnamespace and c.relkind in ('r', 'v')
      and has_table_privilege(c.oid, 'select')
    group by c.relname order by c.relname`)
  return rows
}

describe('the reader', () => {
  it('sees figures, rules, the ledger and which migrations ran, and nothing else', async () => {
    expect((await readable()).map(({ name }) => name)).toEqual([
      'booked_address',
      'catalogue_version',
      'ledger_checkpoint',
      'ledger_epoch',
      'ledger_index',
      'ledger_leaf',
      'ledger_node',
      'migration',
      'reader_applications',
      'reader_commands',
      'reader_outbox',
      'reader_register',
      'registration_rules',
      'zero_touch_set_up',
    ])
  })

  it('sees no column that could hold a person', async () => {
    for (const { name, columns } of await readable()) {
      const personal = columns.filter((column) =>
        /person|owner|officer|name$|phone|identity|principal|subject$|answers|document/.test(column),
      )
      expect([name, personal.filter((column) => `${name}.${column}` !== 'migration.name')]).toEqual([
        name,
        [],
      ])
    }
  })

  it('reads each of them and changes none', async () => {
    for (const { name } of await readable()) {
      await reader.query(`select * from guanjia.${name} limit 1`)
      await expect(reader.query(`delete from guanjia.${name}`)).rejects.toMatchObject({ severity: 'ERROR' })
    }
  })

  it.each(['person_identity', 'registration_application', 'audit_entry', 'ledger_salt', 'session'])(
    'may not read %s',
    async (table) => {
      await expect(reader.query(`select * from guanjia.${table}`)).rejects.toMatchObject({ code: '42501' })
    },
  )
})
