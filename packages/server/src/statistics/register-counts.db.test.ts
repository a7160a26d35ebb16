import { join } from 'node:path'
import { plainDate } from '@guanjia/core/calendar'
import { indicator } from '@guanjia/core/statistics'
import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../devkit/src/test-app/index.ts'
import { importDemonstrationRegister } from '../demonstration/register-import.ts'
import { type Database, type OpenDatabase, openDatabase } from '../platform/database/database.ts'
import { loadNameTables } from '../registration/index.ts'
import { breakDown, countRegister } from './register-counts.ts'
import { readIndicators } from './statistics-content.ts'

const content = join(import.meta.dirname, '../../../../content/qingdao')
const quarter = { from: plainDate('2023-01-01'), to: plainDate('2023-03-31') }
let app: TestApp
let superuser: OpenDatabase

beforeAll(async () => {
  app = await testApp()
  await importDemonstrationRegister({
    ...app.app.ports,
    contentFolder: content,
    registrarCode: '370222',
    nameTables: loadNameTables(join(content, 'names')),
  })
  superuser = openDatabase({ url: app.adminUrl }, () => undefined)
}, 120_000)
afterAll(async () => {
  await superuser[Symbol.asyncDispose]()
  await app[Symbol.asyncDispose]()
})

async function texts(database: Database): Promise<Readonly<Record<string, string>>> {
  const counts = await countRegister(database, quarter, 'Asia/Shanghai')
  return Object.fromEntries(
    readIndicators(content).map((definition) => {
      const formed = indicator(definition, counts)
      return [definition.id, formed.ok ? formed.value.text : '']
    }),
  )
}

/** What is seen after a change that the app itself may not make; the change is taken back. */
async function afterChange<T>(
  change: RawBuilder<unknown>,
  look: (database: Database) => Promise<T>,
): Promise<T> {
  const tx = await superuser.database.startTransaction().execute()
  try {
    await change.execute(tx)
    return await look(tx)
  } finally {
    await tx.rollback().execute()
  }
}

describe(countRegister, () => {
  it('comes to the figures of the page by counting', async () => {
    expect(await texts(app.database)).toEqual({
      new: '895',
      'new-growth': '+15.63%',
      total: '16142',
      'total-growth': '+20.14%',
      'enterprise-share': '75.74%',
      'enterprise-growth': '+17.60%',
      'electronic-share': '94.19%',
      booked: '3425',
      'zero-touch': '682',
    })
  })

  it('changes when a record is added', async () => {
    const added = sql`
      with entity as (
        insert into market_entity (unified_code, kind, is_enterprise, established_on, electronic, fully_auto, recorded_at)
        values ('91370222TEST00000X', 'LLC', true, '2023-02-01', false, false, now()) returning unified_code)
      insert into market_entity_version (unified_code, status, document, valid_from, recorded_from)
      select unified_code, 'registered', '{}', '2023-02-01', now() from entity`
    const seen = await afterChange(added, texts)
    expect(seen).toMatchObject({ new: '896', total: '16143', 'electronic-share': '94.08%' })
  })

  it('loses a zero-touch set-up to one act by hand', async () => {
    const touched = sql`
      update market_entity set fully_auto = false
      where unified_code = (select unified_code from market_entity where fully_auto limit 1)`
    expect(await afterChange(touched, texts)).toMatchObject({ 'zero-touch': '681' })
  })

  it('does not see what took effect the day after', async () => {
    const later = { from: quarter.from, to: plainDate('2023-04-01') }
    const counts = await countRegister(app.database, later, 'Asia/Shanghai')
    expect(counts['total']).toBe(16142 - 7)
  })

  it('imports once', async () => {
    const ports = { ...app.app.ports, contentFolder: content, registrarCode: '370222' }
    expect(
      await importDemonstrationRegister({ ...ports, nameTables: loadNameTables(join(content, 'names')) }),
    ).toBe(0)
  })
})

describe(breakDown, () => {
  it('adds up to the count it breaks down', async () => {
    for (const by of ['kind', 'month'] as const) {
      const rows = await breakDown(app.database, { count: 'new', by, period: quarter })
      expect(rows?.reduce((sum, row) => sum + row.count, 0)).toBe(895)
    }
  })
  it('knows no count of another name', async () => {
    expect(await breakDown(app.database, { count: 'x', by: 'kind', period: quarter })).toBeUndefined()
  })
  it('has codes that are all well formed and different', async () => {
    const { rows } = await sql<{ codes: number; entities: number }>`
      select count(distinct unified_code) as codes, count(*) as entities from market_entity`.execute(
      app.database,
    )
    expect(rows[0]?.codes).toBe(rows[0]?.entities)
  })
})
