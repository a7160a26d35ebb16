import { type Browser, type TestApp, testApp } from '@guanjia/devkit/test-app'
import exceljs from 'exceljs'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../platform/database/database.ts'
import { recordSets } from './counted-records.ts'

/** Noon of a Monday in the zone. */
const now = '2026-04-20T04:00:00Z'
let app: TestApp
let leader: Browser

interface Dashboard {
  readonly groups: readonly {
    readonly id: string
    readonly figures: readonly {
      readonly id: string
      readonly text: string
      readonly textBefore: string
      readonly total: number
      readonly met: number
      readonly records: string
    }[]
  }[]
}

interface Listed {
  readonly total: number
  readonly met: number
  readonly left: number
  readonly rows: readonly {
    readonly number: string
    readonly title: string
    readonly unit: string
    readonly met: boolean
  }[]
}

const year = 'from=2026-01-01&asOf=2026-04-20'

async function figure(id: string) {
  const read = (await leader.get(`/api/statistics/dashboard?${year}`)).json() as Dashboard
  return read.groups.flatMap(({ figures }) => figures).find((one) => one.id === id)
}

const list = async (records: string, query = year) =>
  (await leader.get(`/api/statistics/records/${records}?${query}`)).json() as Listed

/** Records as the rooms would have left them. */
const history = sql`
  with person as (insert into person (id, name) values (gen_random_uuid(), '林海宁') returning id),
  tasks as (
    insert into duty_task (id, number, text, source, lead_unit, due_on, state, territorial_unit, territorial_answerable,
      territorial_duty, departmental_unit, departmental_answerable, departmental_duty, closed_on, registered_by, registered_at)
    select gen_random_uuid(), row.number, '移交施工场地', 'red-light', 'housing', row.due::date,
      case when row.closed is null then 'running' else 'closed' end, 'park-biomedical', '园区负责人', '移交', 'housing',
      '建设部门负责人', '许可', row.closed::date, person.id, now()
    from person, (values
      ('T-in-time', '2026-03-10', '2026-03-10'), ('T-late', '2026-03-10', '2026-03-11'),
      ('T-over', '2026-04-19', null), ('T-running', '2026-04-20', null),
      ('T-year-before', '2025-03-10', '2025-03-12')) row (number, due, closed)),
  files as (
    insert into case_file (id, number, version, service, service_name, applicant_id, channel, authorities, situation, status,
      state, court, light, calendar_version, looked_at_on, opened_at, updated_at)
    select gen_random_uuid(), row.number, 1, 'M307', '{"zh-CN": "施工许可", "en": "Construction permit"}', person.id, 'online',
      '{housing}', 'ended', 1, '{}', 'nobody', 'off', 'test', '2026-03-01', now(), now()
    from person, (values ('C-in-time'), ('C-late'), ('C-next-day')) row (number) returning id, number),
  decided as (
    insert into case_event (case_id, version, type, body, principal, at)
    select files.id, 1, 'decision-issued', row.body::jsonb, 'system:test', row.at::timestamptz
    from files join (values
      ('C-in-time', '{"lateBecause": null}', '2026-02-02T02:00:00Z'),
      ('C-late', '{"lateBecause": "等专家"}', '2026-02-03T02:00:00Z'),
      -- the first of April in the zone
      ('C-next-day', '{"lateBecause": null}', '2026-03-31T16:30:00Z')) row (number, body, at) on row.number = files.number),
  issues as (
    insert into issue (id, number, version, kind, source, topic, words, situation, state, authorities, first_reply_due,
      first_replied_on, bigrams, filed_at, updated_at)
    select gen_random_uuid(), row.number, 1, 'appeal', 'web', 'utilities', '停水', row.situation,
      '{"dispatch": {"lead": "water"}}', '{water}', row.due::date, row.replied::date, '{}', now(), now()
    from (values
      ('I-in-time', 'replied', '2026-03-05', '2026-03-04'), ('I-late', 'replied', '2026-03-05', '2026-03-06'),
      ('I-silent', 'dispatched', '2026-04-17', null), ('I-not-yet', 'dispatched', '2026-04-20', null),
      ('I-merged', 'merged', '2026-03-05', null)) row (number, situation, due, replied)),
  project as (
    insert into supervised_project (id, number, name, company, sector, park, unit, land_square_metres, rule, enrolled_by, enrolled_at)
    values (gen_random_uuid(), 'P-1', '蓝湾生物医药基地', '青岛蓝湾生物有限公司', 'medical', 'park-biomedical', 'housing', 100,
      'zone-default', 'signing', now()) returning id),
  plans as (
    insert into supervised_plan (id, supervised_id, node, on_day, document, recorded_at)
    select gen_random_uuid(), project.id, row.node, row.day::date, '合同', row.at::timestamptz
    from project, (values
      ('start', '2026-02-01', '2025-01-01'), ('start', '2026-03-01', '2025-06-01'),
      ('completion', '2026-04-01', '2025-01-01')) row (node, day, at))
  insert into supervised_done (supervised_id, node, on_day, recorded_on, document, recorded_at)
  select project.id, row.node, row.day::date, row.day::date, '证明', now()
  from project, (values ('signing', '2026-01-02'), ('start', '2026-02-20'), ('completion', '2026-04-02')) row (node, day)`

beforeAll(async () => {
  app = await testApp({ now })
  leader = await app.signIn({ name: '萧致远', roles: ['leader'] })
  await using superuser = openDatabase({ url: app.adminUrl }, () => undefined)
  await history.execute(superuser.database)
})
afterAll(() => app[Symbol.asyncDispose]())

describe('the dashboard', () => {
  it('has three groups, and every figure of them leads to as many records as it counts', async () => {
    const { groups } = (await leader.get(`/api/statistics/dashboard?${year}`)).json() as Dashboard
    expect(groups.map(({ id }) => id)).toEqual(['business-environment', 'conduct', 'development'])
    for (const { records, total, met } of groups.flatMap(({ figures }) => figures))
      expect(await list(records)).toMatchObject({ total, met })
    for (const set of recordSets) expect(await list(set)).toHaveProperty('rows')
  })

  it('counts a task closed in time against those closed late or over, and none that still runs', async () => {
    expect(await figure('tasks-in-time')).toMatchObject({
      text: '33.33%',
      textBefore: '0.00%',
      total: 3,
      met: 1,
    })
    const { rows } = await list('tasks')
    expect(rows.map(({ number, met }) => [number, met])).toEqual([
      ['T-over', false],
      ['T-in-time', true],
      ['T-late', false],
    ])
    expect(rows[0]).toMatchObject({ title: '移交施工场地', unit: '住房城乡建设部门' })
  })

  it('counts a decision by the day of the zone, and a late one by the reason it gives', async () => {
    expect(await figure('decisions-in-time')).toMatchObject({ text: '66.67%', total: 3 })
    const march = await list('decisions', 'from=2026-02-01&asOf=2026-03-31')
    expect(march.rows.map(({ number }) => number)).toEqual(['C-late', 'C-in-time'])
  })

  it('counts the first reply to an issue once it is owed, and leaves out what was merged', async () => {
    expect(await figure('issue-replies')).toMatchObject({ text: '33.33%', total: 3, met: 1 })
    const { rows } = await list('replies', `${year}&met=no`)
    expect(rows.map(({ number }) => number)).toEqual(['I-silent', 'I-late'])
  })

  it('measures a node by its latest plan', async () => {
    const { rows } = await list('nodes')
    expect(rows.map(({ met }) => met)).toEqual([false, true])
  })

  it('hands out every record as a spreadsheet with its definition', async () => {
    const answer = await leader.get(`/api/statistics/records/tasks/workbook.xlsx?${year}`)
    const book = new exceljs.Workbook()
    await book.xlsx.load(answer.bytes as never)
    expect(book.worksheets[0]?.rowCount).toBe(4)
    expect(book.worksheets[1]?.getCell('B2').value).toBe(3)
  })

  it('refuses records that no figure is counted from, and a period that ends before it begins', async () => {
    const unknown = await leader.get('/api/statistics/records/people')
    expect([unknown.status, unknown.json()]).toMatchObject([404, { code: 'records-unknown' }])
    const upsideDown = await leader.get('/api/statistics/dashboard?from=2026-04-20&asOf=2026-01-01')
    expect([upsideDown.status, upsideDown.json()]).toMatchObject([422, { code: 'period-upside-down' }])
  })
})
