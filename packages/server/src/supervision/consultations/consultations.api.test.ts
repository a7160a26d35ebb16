import { randomUUID } from 'node:crypto'
import { type Browser, type TestApp, testApp } from '@guanjia/devkit/test-app'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const base = '/api/supervision/consultations'
const dayMs = 86_400_000
const housingNumber = '370202198409110197'

let app: TestApp
let desk: Browser
let housing: Browser
let park: Browser
let project: string

beforeAll(async () => {
  app = await testApp({ now: '2026-04-20T02:00:00Z' })
  desk = await app.signIn({ name: '纪言', roles: ['supervisor'] })
  housing = await app.signIn({
    name: '冯雨晴',
    identityNumber: housingNumber,
    roles: ['reviewer'],
    authorities: ['housing'],
  })
  park = await app.signIn({ name: '丛海', roles: ['department-head'], authorities: ['park-biomedical'] })
  const plans = { land: '2026-01-10', start: '2026-03-01', completion: '2027-12-30' }
  const site = { sector: '生物医药', unit: 'housing', landSquareMetres: 40_000, plans }
  const answer = await desk.post('/api/supervision/signings', {
    on: '2026-01-05',
    document: '集中签约',
    projects: [{ ...site, name: '疫苗冷链装备项目', company: '冷链公司', park: '生物医药产业园' }],
  })
  if (answer.status !== 201) throw new Error(answer.text)
  project =
    (await sql<{ id: string }>`select id from supervised_project`.execute(app.database)).rows[0]?.id ?? ''
})

afterAll(() => app.close())

const piece = { title: '走访记录', words: '两次约定移交场地，均未移交。' }

function body(over: object = {}) {
  return {
    subject: 'project',
    of: project,
    title: '疫苗冷链装备项目迟迟不开工',
    question: '卡在哪里，谁来解决',
    until: '2026-05-10',
    members: [housing.personId, park.personId],
    pieces: [piece],
    ...over,
  }
}

async function convened(over: object = {}): Promise<string> {
  const answer = await desk.post(base, body(over))
  expect(answer.status).toBe(201)
  return (answer.json() as { id: string }).id
}

interface Page {
  readonly row: { readonly state: string; readonly stated: number; readonly signed: number }
  readonly pieces: readonly {
    readonly words: string | null
    readonly seen: boolean
    readonly looks: readonly { readonly by: string; readonly count: number }[]
  }[]
  readonly members: readonly {
    readonly name: string
    readonly seen: number
    readonly signedAt: string | null
  }[]
  readonly tasks: readonly { readonly number: string }[]
  readonly may: Readonly<Record<string, boolean>>
}

const page = async (who: Browser, id: string) => (await who.get(`${base}/${id}`)).json() as Page
const open = (who: Browser, id: string, place: number) => who.get(`${base}/${id}/evidence/${place}`)
const state = (who: Browser, id: string) => who.post(`${base}/${id}/statement`, { words: '场地没有移交。' })
const sign = (who: Browser, id: string, revision = 1) => who.post(`${base}/${id}/signatures`, { revision })
const draft = (id: string, over: object = {}) =>
  desk.post(`${base}/${id}/conclusion`, {
    focus: '场地移交',
    cause: '管线迁改没有牵头单位',
    unit: 'park-biomedical',
    ...over,
  })

const task = {
  text: '明确管线迁改牵头单位并移交场地',
  dueOn: '2026-05-30',
  leadUnit: 'approval-service',
  duties: [
    { list: 'territorial', unit: 'park-biomedical', answerable: '园区建设负责人', duty: '迁改并移交' },
    { list: 'departmental', unit: 'housing', answerable: '施工许可科负责人', duty: '同步核验开工条件' },
  ],
}

async function leaves(act: string, id: string): Promise<number> {
  const { rows } = await sql`
    select 1 from ledger_leaf where text like ${`%${act}%`} and text like ${`%${id}%`}`.execute(app.database)
  return rows.length
}

describe('a consultation', () => {
  it('is none without several departments, evidence, a day to come, and something to consult on', async () => {
    const colleague = await app.signIn({ name: '高远', roles: ['reviewer'], authorities: ['housing'] })
    for (const [code, over] of [
      ['one-department-only', { members: [housing.personId, colleague.personId] }],
      ['consultation-member-unknown', { members: [housing.personId, desk.personId] }],
      ['consultation-day-passed', { until: '2026-04-19' }],
      ['consultation-subject-unknown', { of: randomUUID() }],
      ['consultation-subject-unknown', { subject: 'case', of: 'AJ2026-9999' }],
      ['consultation-evidence-missing', { subject: 'pattern', pieces: [] }],
    ] as const)
      expect((await desk.post(base, body(over))).json()).toMatchObject({ code })
  })

  it('is not convened by a steward on what they do not see through', async () => {
    const steward = await app.signIn({ name: '李卓', roles: ['steward'] })
    expect((await steward.post(base, body())).json()).toMatchObject({ code: 'consultation-subject-unknown' })
    const made = await steward.post(base, body({ subject: 'pattern' }))
    expect(made.status).toBe(201)
    const { id } = made.json() as { id: string }
    expect((await page(steward, id)).may).toMatchObject({ draft: true, sign: false, print: false })
    expect((await steward.get(`${base}/${await convened()}`)).status).toBe(404)
  })

  it('shows a piece to who opened it, and everybody who opened what', async () => {
    const id = await convened()
    expect((await page(housing, id)).pieces.map(({ words, seen }) => [words, seen])).toEqual([
      [null, false],
      [null, false],
    ])
    const sent = await open(housing, id, 1)
    expect(sent.text).toContain('疫苗冷链装备项目')
    await open(housing, id, 1)
    const [first, second] = (await page(park, id)).pieces
    expect(first).toMatchObject({ words: null, looks: [{ by: '冯雨晴', count: 2 }] })
    expect(second?.looks).toEqual([])
    expect((await page(housing, id)).pieces[0]?.words).toContain('疫苗冷链装备项目')
    expect((await open(housing, id, 3)).status).toBe(404)
    const stranger = await app.signIn({
      name: '宁可',
      roles: ['reviewer'],
      authorities: ['natural-resources'],
    })
    expect((await open(stranger, id, 1)).status).toBe(404)
    expect((await stranger.get(base)).json()).toMatchObject({ consultations: [], choices: null })
  })

  it('opens the documents of its case to its members, in the version that stands in the case', async () => {
    const { caseNumber } = await caseWithDocument()
    const id = await convened({ subject: 'case', of: caseNumber, pieces: [] })
    const sent = await open(park, id, 1)
    expect(sent.headers['content-type']).toBe('application/pdf')
    expect(sent.text).toContain('%PDF')
    expect((await page(park, id)).pieces).toMatchObject([{ isFile: true, seen: true, title: '总平面图' }])
  })

  it('is concluded by all who saw the evidence, on one revision, and followed by a task with both duties', async () => {
    const id = await convened()
    await state(housing, id)
    expect((await draft(id)).json()).toMatchObject({ code: 'statements-missing' })
    expect((await state(park, id)).json()).toEqual({ stated: 2, members: 2 })
    expect((await sign(park, id)).json()).toMatchObject({ code: 'conclusion-not-drafted' })
    expect((await draft(id, { unit: 'nobody' })).json()).toMatchObject({ code: 'unit-unknown' })
    expect((await draft(id)).json()).toEqual({ revision: 1 })
    expect((await state(park, id)).json()).toMatchObject({ code: 'conclusion-drafted' })
    await open(housing, id, 1)
    expect((await sign(housing, id)).json()).toMatchObject({ code: 'evidence-not-seen' })
    await open(housing, id, 2)
    expect((await sign(housing, id)).json()).toEqual({ state: 'concluding', left: 1 })
    expect((await draft(id)).json()).toEqual({ revision: 2 })
    expect((await page(housing, id)).row.signed).toBe(0)
    for (const place of [1, 2]) await open(park, id, place)
    expect((await sign(park, id, 1)).json()).toMatchObject({ code: 'conclusion-redrafted' })
    expect((await sign(desk, id, 2)).status).toBe(403)
    expect((await sign(park, id, 2)).json()).toEqual({ state: 'concluding', left: 1 })
    expect((await desk.post(`${base}/${id}/tasks`, task)).json()).toMatchObject({
      code: 'conclusion-not-signed',
    })
    expect((await desk.get(`${base}/${id}/paper`)).status).toBe(409)
    expect((await sign(housing, id, 2)).json()).toEqual({ state: 'concluded', left: 0 })
    expect(await leaves('supervision.consultation-concluded', id)).toBe(1)
    // over for its members
    expect((await housing.get(`${base}/${id}`)).status).toBe(404)
    const half = { ...task, duties: task.duties.slice(0, 1) }
    expect((await desk.post(`${base}/${id}/tasks`, half)).json()).toMatchObject({
      code: 'departmental-duty-missing',
    })
    const entered = (await desk.post(`${base}/${id}/tasks`, task)).json() as { task: string; number: string }
    expect((await desk.get(`/api/supervision/tasks/${entered.task}`)).json()).toMatchObject({
      row: { source: 'consultation' },
      sourceNote: expect.stringMatching(/^HZ2026-/),
    })
    expect((await page(desk, id)).tasks).toMatchObject([{ number: entered.number }])
    const paper = await desk.get(`${base}/${id}/paper`)
    expect(paper.headers['content-type']).toContain('application/pdf')
  })

  it('is over for its members with its last day', async () => {
    const id = await convened({ until: '2026-04-21' })
    app.clock.advance(2 * dayMs)
    const again = await app.signIn({ identityNumber: housingNumber, assurance: 'two-factor' })
    expect((await again.get(`${base}/${id}`)).status).toBe(404)
    expect((await again.post(`${base}/${id}/statement`, { words: '补充意见' })).status).toBe(404)
    expect((await again.get(base)).text).not.toContain(id)
  })
})

describe('a member', () => {
  /** Titles of the messages of somebody about a consultation, the earliest first. */
  async function toldOf(id: string, who: Browser): Promise<readonly string[]> {
    await app.settle()
    const { rows } = await sql<{ title: string; link: string }>`
      select title, link from notice where person_id = ${who.personId} and subject = ${id} and channel = 'in-app'
      order by created_at, id`.execute(app.database)
    for (const { link } of rows) expect(link).toBe(`/work/supervision/consultations/${id}`)
    return rows.map(({ title }) => title)
  }

  /** The morning look of a day. */
  async function morning(day: string): Promise<void> {
    app.clock.set(`${day}T01:20:00Z`)
    await app.database
      .transaction()
      .execute((tx) => app.ports.jobs.enqueue(tx, 'supervision.remind-members', {}))
    await app.settle()
  }

  it('hears that they were asked, of each conclusion to sign, and once of what they still owe near the end', async () => {
    app.clock.set('2026-05-06T02:00:00Z')
    const [convener, first, second] = [
      await app.signIn({ name: '纪言', roles: ['supervisor'] }),
      await app.signIn({ name: '冯雨', roles: ['reviewer'], authorities: ['housing'] }),
      await app.signIn({ name: '丛林', roles: ['department-head'], authorities: ['park-biomedical'] }),
    ]
    const members = [first.personId, second.personId]
    const made = await convener.post(base, body({ until: '2026-05-10', members }))
    const { id } = made.json() as { id: string }
    const asked = '请您参加会诊'
    expect([await toldOf(id, first), await toldOf(id, second), await toldOf(id, convener)]).toEqual([
      [asked],
      [asked],
      [],
    ])
    await state(first, id)
    await morning('2026-05-07')
    expect(await toldOf(id, second)).toEqual([asked])
    await morning('2026-05-08')
    await morning('2026-05-09')
    const reminded = [asked, '会诊意见快到期']
    expect([await toldOf(id, first), await toldOf(id, second)]).toEqual([[asked], reminded])
    const back = async (who: Browser) => {
      const { rows } = await sql<{ number: string }>`
        select identity_number as number from person_identity where person_id = ${who.personId}`.execute(
        app.database,
      )
      return app.signIn({ identityNumber: rows[0]?.number ?? '', assurance: 'two-factor' })
    }
    const [desk2, one, two] = [await back(convener), await back(first), await back(second)]
    await state(two, id)
    const conclusion = { focus: '场地移交', cause: '管线迁改没有牵头单位', unit: 'park-biomedical' }
    expect((await desk2.post(`${base}/${id}/conclusion`, conclusion)).status).toBeLessThan(300)
    for (const place of [1, 2]) await open(one, id, place)
    expect((await sign(one, id)).json()).toEqual({ state: 'concluding', left: 1 })
    const toSign = '会诊结论请您签字'
    expect([await toldOf(id, first), await toldOf(id, second)]).toEqual([
      [asked, toSign],
      [...reminded, toSign],
    ])
    await morning('2026-05-10')
    await morning('2026-05-10')
    expect([await toldOf(id, first), await toldOf(id, second)]).toEqual([
      [asked, toSign],
      [...reminded, toSign, '会诊结论快到期'],
    ])
    await morning('2026-05-11')
    expect(await toldOf(id, second)).toHaveLength(4)
  })
})

/** A case with a drawing attached to it. */
async function caseWithDocument(): Promise<{ caseNumber: string }> {
  const bytes = Buffer.from('%PDF-1.4\n%%EOF\n')
  const file = await app.ports.files.put(bytes)
  const [caseId, document, caseNumber] = [randomUUID(), randomUUID(), 'AJ2026-0001']
  await app.asSuperuser(`
    insert into guanjia.case_file (id, number, version, service, service_name, applicant_id, channel, authorities, situation,
      status, state, court, light, calendar_version, looked_at_on, opened_at, updated_at)
    values ('${caseId}', '${caseNumber}', 1, 'M307', '{}', '${housing.personId}', 'online', '{housing}', 'draft',
      0, '{}', 'applicant', 'off', 'v', '2026-04-20', now(), now());
    insert into guanjia.evidence_document (id, owner_id, type, title, created_at)
    values ('${document}', '${housing.personId}', 'site-plan', '总平面图', now());
    insert into guanjia.evidence_version (document_id, version, file, kind, size, name, uploaded_by, uploaded_at)
    values ('${document}', 1, '${file}', 'pdf', ${bytes.length}, '总平面图.pdf', '${housing.personId}', now());
    insert into guanjia.case_evidence (case_id, requirement, document_id, version, attached_by, attached_at)
    values ('${caseId}', 'site-plan', '${document}', 1, '${housing.personId}', now())`)
  return { caseNumber }
}
