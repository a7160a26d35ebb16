import { join } from 'node:path'
import { plainDate } from '@guanjia/core/calendar'
import { indicator } from '@guanjia/core/statistics'
import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../devkit/src/test-app/index.ts'
import { importPastProjects } from '../demonstration/past-projects-import.ts'
import { importDemonstrationRegister } from '../demonstration/register-import.ts'
import { type Database, type OpenDatabase, openDatabase } from '../platform/database/database.ts'
import { loadNameTables } from '../registration/index.ts'
import { breakDown, countRegister } from './register-counts.ts'
import { countSavedDays } from './saved-day-counts.ts'
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
  await importPastProjects({ ...app.app.ports, contentFolder: content })
  superuser = openDatabase({ url: app.adminUrl }, () => undefined)
}, 120_000)
afterAll(async () => {
  await superuser[Symbol.asyncDispose]()
  await app[Symbol.asyncDispose]()
})

async function texts(database: Database): Promise<Readonly<Record<string, string>>> {
  const register = await countRegister(database, quarter, 'Asia/Shanghai')
  const saved = await countSavedDays(database, quarter, app.app.ports.zone.calendar)
  const counts = { ...register, ...saved }
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
      'zero-visit': '',
      'days-saved': '7.8',
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

  it('counts a case of a project as zero-visit until the applicant has to come', async () => {
    const aCase = (channel: string) => sql`
      with person as (insert into person (id, name) values (gen_random_uuid(), '林海宁') returning id),
      file as (
        insert into case_file (id, number, version, service, service_name, applicant_id, channel, authorities, situation,
          status, state, court, light, calendar_version, looked_at_on, opened_at, updated_at)
        select gen_random_uuid(), 'X1', 1, 'M307', '{}', id, 'online', '{housing}', 'ended', 1, '{}', 'nobody', 'off',
          'test', '2023-02-08', now(), now()
        from person returning id, applicant_id),
      project as (
        insert into project (id, number, name, kind, owner_id, facts, state, created_at, steward_due_at)
        select gen_random_uuid(), 'XM-T', '试验项目', 'medical', applicant_id, '{}', 'active', now(), now()
        from file returning id, owner_id),
      actual as (
        insert into project_step_actual (project_id, step, started_on, finished_on, case_id, recorded_at)
        select project.id, 'M307', '2023-02-01', '2023-02-08', file.id, now() from project, file)
      insert into project_contact (id, project_id, channel, by, person_id, at, recorded_at, text, checked, case_id)
      select gen_random_uuid(), project.id, ${channel}, 'applicant', owner_id, now(), now(), '核对', '{}', file.id
      from project, file`
    expect(await afterChange(aCase('call'), texts)).toMatchObject({ 'zero-visit': '100.00%' })
    expect(await afterChange(aCase('counter'), texts)).toMatchObject({ 'zero-visit': '0.00%' })
  })

  it('saves fewer days a project when one record says that its permit came later', async () => {
    const later = sql`update past_project set permitted_on = '2023-03-31', started_on = '2022-10-10'
      where number = (select number from past_project where permitted_on >= '2023-01-01' limit 1)`
    expect(await afterChange(later, texts)).not.toMatchObject({ 'days-saved': '7.8' })
    const faster = sql`update past_project set started_on = permitted_on
      where extract(year from permitted_on) = 2022 and kind = 'fitout'`
    const seen = await afterChange(faster, texts)
    expect(Number(seen['days-saved'])).toBeLessThan(7.8)
    expect(
      await afterChange(sql`delete from past_project where permitted_on < '2023-01-01'`, texts),
    ).toMatchObject({
      'days-saved': '',
    })
  })

  it('counts a project of this house among those that saved days', async () => {
    const own = sql`
      with person as (insert into person (id, name) values (gen_random_uuid(), '林海宁') returning id),
      project as (
        insert into project (id, number, name, kind, owner_id, facts, state, created_at, steward_due_at)
        select gen_random_uuid(), 'XM-T', '试验项目', 'medical', id, '{}', 'active', now(), now()
        from person returning id),
      plan as (
        insert into project_plan (project_id, version, catalogue, facts, signed, durations, start_on, plan, change, made_at)
        select id, 1, 1, '{}', '{}', '{}', '2023-02-01', '{}', '[]', now() from project)
      insert into project_step_actual (project_id, step, started_on, finished_on, reported_by, recorded_at)
      select project.id, 'M307', '2023-03-01', '2023-03-01', person.id, now() from project, person`
    // 46 working days the year before, 20 now: 26 more over one project more
    expect(await afterChange(own, texts)).toMatchObject({ 'days-saved': '8.7' })
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
    for (const by of ['kind', 'month', 'carrier'] as const) {
      const rows = await breakDown(app.database, { count: 'new', by, period: quarter })
      expect(rows?.reduce((sum, row) => sum + row.count, 0)).toBe(895)
    }
  })
  it('knows no count of another name', async () => {
    expect(await breakDown(app.database, { count: 'x', by: 'kind', period: quarter })).toBeUndefined()
  })
  it('counts a set-up by the carrier of its seat', async () => {
    const seated = sql`
      with entity as (select unified_code from market_entity where established_on = '2023-02-01' limit 1),
      person as (insert into person (id, name) values (gen_random_uuid(), '林海宁') returning id),
      application as (
        insert into registration_application (id, number, owner_id, kind, answers, created_at, updated_at)
        select gen_random_uuid(), 'QG-TEST', id, 'LLC', '{}', now(), now() from person returning id),
      seat as (
        insert into registration_seat (code, carrier, room, state, application_id, changed_at)
        select 'zhongou-1-1-1-1', 'zhongou', 'zhongou-1-1-1', 'used', id, now() from application)
      update market_entity e set application_id = application.id from application, entity
      where e.unified_code = entity.unified_code`
    const rows = await afterChange(seated, (database) =>
      breakDown(database, { count: 'new', by: 'carrier', period: quarter }),
    )
    expect(rows).toEqual([
      { label: 'none', count: 894 },
      { label: 'zhongou', count: 1 },
    ])
  })
  it('believes an entity to go on until its cancellation is known', async () => {
    const { rows } = await sql<{ wrong: number; cancelled: number }>`
      select count(*) filter (where valid_to is not null and recorded_from::date < valid_to)::int as wrong,
        count(*) filter (where valid_to is not null)::int as cancelled from market_entity_version`.execute(
      app.database,
    )
    expect(rows[0]?.wrong).toBe(0)
    expect(rows[0]?.cancelled).toBeGreaterThan(100)
  })
  it('gives cooperatives codes of their own category', async () => {
    const { rows } = await sql<{ kind: string; category: string }>`
      select distinct kind, left(unified_code, 2) as category from market_entity order by kind`.execute(
      app.database,
    )
    expect(rows).toEqual([
      { kind: 'COOP', category: '93' },
      { kind: 'IND', category: '92' },
      { kind: 'JSC', category: '91' },
      { kind: 'LLC', category: '91' },
    ])
  })
  it('has codes that are all well formed and different', async () => {
    const { rows } = await sql<{ codes: number; entities: number }>`
      select count(distinct unified_code) as codes, count(*) as entities from market_entity`.execute(
      app.database,
    )
    expect(rows[0]?.codes).toBe(rows[0]?.entities)
  })
})
