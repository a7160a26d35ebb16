import { createHash, randomUUID } from 'node:crypto'
import { type Browser, type TestApp, testApp } from '@guanjia/devkit/test-app'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const base = '/api/supervision'
const dayMs = 86_400_000
const deskNumber = '370202198005050319'

let app: TestApp
let desk: Browser
let lead: Browser

beforeAll(async () => {
  app = await testApp({ now: '2026-04-20T02:00:00Z' })
  desk = await app.signIn({ name: '纪言', identityNumber: deskNumber, roles: ['supervisor'] })
  lead = await app.signIn({ name: '尹正', roles: ['supervisor-lead'] })
  const plans = { land: '2026-01-10', start: '2026-03-01', completion: '2027-12-30' }
  const site = { sector: '生物医药', unit: 'housing', landSquareMetres: 40_000, plans }
  const signed = await desk.post(`${base}/signings`, {
    on: '2026-01-05',
    document: '集中签约',
    projects: [
      { ...site, name: '疫苗冷链装备项目', company: '青岛示范冷链装备有限公司', park: '生物医药产业园' },
      { ...site, name: '光学元件加工项目', company: '青岛示范光学有限公司', park: '精密仪器产业园' },
    ],
  })
  if (signed.status !== 201) throw new Error(signed.text)
})

afterAll(() => app.close())

/** Another log-in of somebody who is known. */
function back(identityNumber: string): Promise<Browser> {
  return app.signIn({ identityNumber, assurance: 'two-factor' })
}

async function partner(
  username: string,
  identityNumber: string,
  organisation = 'chengyang-discipline',
): Promise<Browser> {
  const who = await app.signIn({ name: '程立言', identityNumber, roles: ['partner'] })
  await app.asSuperuser(
    `insert into guanjia.staff_account (person_id, username, password_hash, one_time_secret, partner)
     values ('${who.personId}', '${username}', 'none', 'none', '${organisation}')`,
  )
  return who
}

async function opened(over: object = {}): Promise<string> {
  const answer = await desk.post(`${base}/inspections`, {
    name: '用地与开工联合检查',
    purpose: '核对用地与开工',
    basis: '年度监督检查计划',
    scope: { projects: [], parks: ['生物医药产业园'], units: [] },
    from: '2026-04-20',
    until: '2026-05-10',
    members: [desk.personId],
    items: ['施工许可在开工前取得', '延期开工有书面原因'],
    ...over,
  })
  expect(answer.status).toBe(201)
  return (answer.json() as { id: string }).id
}

async function invite(id: string, username: string, until?: string) {
  const body = { organisation: 'chengyang-discipline', username, ...(until === undefined ? {} : { until }) }
  return await desk.post(`${base}/inspections/${id}/invitations`, body)
}

interface Page {
  readonly projects: readonly {
    readonly facts: readonly { readonly fact: string; readonly value: string }[]
  }[]
  readonly notes: readonly { readonly words: string }[]
  readonly findings: readonly { readonly overdue: boolean; readonly task: { readonly state: string } }[]
  readonly row: { readonly state: string; readonly figures: object }
  readonly desk: {
    readonly invitations: readonly {
      readonly id: string
      readonly looks: number
      readonly ended: string | null
    }[]
  } | null
}

const page = async (who: Browser, id: string) => (await who.get(`${base}/inspections/${id}`)).json() as Page
const signedIn = async (who: Browser) =>
  ((await who.get('/api/session')).json() as { signedIn: boolean }).signedIn

const finding = {
  place: '项目东侧',
  words: '围挡越过用地界线，占用人行通道。',
  document: '现场照片六张',
  grade: 'serious',
  dueOn: '2026-04-30',
  leadUnit: 'approval-service',
  duties: [
    { list: 'territorial', unit: 'park-biomedical', answerable: '园区建设负责人', duty: '移设围挡' },
    { list: 'departmental', unit: 'housing', answerable: '质量安全科负责人', duty: '复查界线' },
  ],
}

describe('a partner', () => {
  it('sees the inspection they are invited to, by its list of facts, and nothing else of the house', async () => {
    const guest = await partner('guest1', '370202198309110368')
    const [id, other] = [await opened(), await opened()]
    expect((await guest.get(`${base}/inspections/${id}`)).status).toBe(404)
    expect((await invite(id, 'guest1')).json()).toMatchObject({ until: '2026-05-10' })
    expect((await invite(id, 'guest1')).json()).toMatchObject({ code: 'invited-already' })
    const shown = await page(guest, id)
    expect(shown.projects.map(({ facts }) => facts.map(({ fact }) => fact))).toEqual([
      ['number', 'name', 'company', 'park', 'unit', 'landSquareMetres', 'lights'],
    ])
    expect(shown.desk).toBeNull()
    expect((await page(desk, id)).projects[0]?.facts.map(({ fact }) => fact)).toContain('sector')
    for (const path of ['inspections', `inspections/${other}`, 'projects', 'tasks', 'campaigns'])
      expect([path, (await guest.get(`${base}/${path}`)).status]).not.toEqual([path, 200])
    const listed = (await guest.get(`${base}/invitations`)).json() as { invitations: { id: string }[] }
    expect(listed.invitations.map((one) => one.id)).toEqual([id])
  })

  it('is invited for their own organisation alone, and reads nothing where the account names another', async () => {
    const guest = await partner('guest7', '370202198505050196', 'resident-ecology')
    const id = await opened()
    const refused = await invite(id, 'guest7')
    expect([refused.status, refused.json()]).toMatchObject([422, { code: 'partner-of-other-organisation' }])
    const body = { organisation: 'resident-ecology', username: 'guest7' }
    expect((await desk.post(`${base}/inspections/${id}/invitations`, body)).status).toBe(201)
    expect((await guest.get(`${base}/inspections/${id}`)).status).toBe(200)
    const move = (to: string) =>
      app.asSuperuser(`update guanjia.staff_account set partner = ${to} where username = 'guest7'`)
    for (const [other, status] of [
      ["'chengyang-discipline'", 404],
      ['null', 403],
    ] as const) {
      await move(other)
      expect((await guest.get(`${base}/inspections/${id}`)).status).toBe(status)
      expect((await guest.get(`${base}/invitations`)).json()).toEqual({ invitations: [] })
    }
  })

  it('reads their own notes alone, and every look stands in the audit trail', async () => {
    const guest = await partner('guest2', '37020219840615037X')
    const id = await opened()
    await invite(id, 'guest2')
    await desk.post(`${base}/inspections/${id}/notes`, { words: '内部研判' })
    await guest.post(`${base}/inspections/${id}/notes`, { words: '附图与现场不符' })
    expect((await page(guest, id)).notes.map(({ words }) => words)).toEqual(['附图与现场不符'])
    await page(guest, id)
    const seen = await page(desk, id)
    expect(seen.notes).toHaveLength(2)
    expect(seen.desk?.invitations[0]).toMatchObject({ looks: 2, ended: null })
    const looks = await sql`
      select 1 from audit_entry where command = 'supervision.look-at-inspection' and subject = ${id}
        and principal = ${`person:${guest.personId}`}`.execute(app.database)
    expect(looks.rows).toHaveLength(2)
  })

  it('is out at once when the invitation is taken back, with every open session', async () => {
    const guest = await partner('guest3', '370202198708080186')
    const id = await opened()
    const { id: invitation } = (await invite(id, 'guest3')).json() as { id: string }
    expect(await signedIn(guest)).toBe(true)
    expect((await desk.post(`${base}/invitations/${invitation}/withdrawal`)).status).toBe(200)
    expect(await signedIn(guest)).toBe(false)
    expect((await guest.get(`${base}/inspections/${id}`)).status).toBe(401)
    const again = await back('370202198708080186')
    expect((await again.get(`${base}/inspections/${id}`)).status).toBe(404)
    expect((await desk.post(`${base}/invitations/${invitation}/withdrawal`)).json()).toMatchObject({
      code: 'invitation-ended',
    })
  })
})

describe('an inspection', () => {
  it('is none over a scope, a park or a member that is not there', async () => {
    const blank = { projects: [], parks: [], units: [] }
    const body = {
      name: '检查',
      purpose: '目的',
      basis: '依据',
      scope: { ...blank, units: ['housing'] },
      from: '2026-04-20',
      until: '2026-05-10',
      members: [desk.personId],
      items: ['事项'],
    }
    for (const [code, over] of [
      ['scope-empty', { scope: blank }],
      ['park-unknown', { scope: { ...blank, parks: ['没有的园区'] } }],
      ['unit-unknown', { scope: { ...blank, units: ['nobody'] } }],
      ['supervised-unknown', { scope: { ...blank, projects: [randomUUID()] } }],
      ['period-over-already', { from: '2026-04-01', until: '2026-04-19' }],
      ['member-not-of-supervision', { members: [randomUUID()] }],
    ] as const)
      expect((await desk.post(`${base}/inspections`, { ...body, ...over })).json()).toMatchObject({ code })
  })

  it('makes of each finding a task with both duties, or records nothing', async () => {
    const id = await opened()
    const post = (body: object) => desk.post(`${base}/inspections/${id}/findings`, body)
    expect((await post({ ...finding, duties: finding.duties.slice(0, 1) })).json()).toMatchObject({
      code: 'departmental-duty-missing',
    })
    expect((await page(desk, id)).findings).toEqual([])
    const { task } = (await post(finding)).json() as { task: string }
    const read = (await desk.get(`${base}/tasks/${task}`)).json() as { row: object; sourceNote: string }
    expect(read.row).toMatchObject({ source: 'inspection', state: 'split', dueOn: '2026-04-30' })
    expect(read.sourceNote).toMatch(/^LJ2026-/)
    expect((await page(desk, id)).findings).toMatchObject([{ overdue: false, task: { state: 'split' } }])
  })

  it('is reported on when every item was looked at, signed by a second person, and over for every partner', async () => {
    const guest = await partner('guest4', '370202198607070173')
    const id = await opened()
    await invite(id, 'guest4')
    await desk.post(`${base}/inspections/${id}/findings`, finding)
    await guest.post(`${base}/inspections/${id}/items/1`, { result: 'sound', note: '许可在先' })
    const report = () => desk.post(`${base}/inspections/${id}/report`, { conclusion: '基本符合，一处整改。' })
    expect((await report()).json()).toMatchObject({ code: 'items-unchecked' })
    const second = await desk.post(`${base}/inspections/${id}/items/2`, { result: 'found', note: '没有原因' })
    expect(second.json()).toEqual({ checked: 2, items: 2 })
    const sign = (who: Browser, revision: number) =>
      who.post(`${base}/inspections/${id}/signature`, { revision })
    expect((await sign(lead, 1)).json()).toMatchObject({ code: 'inspection-not-reported' })
    expect((await report()).json()).toEqual({ state: 'reported' })
    expect((await guest.post(`${base}/inspections/${id}/notes`, { words: '补记' })).json()).toMatchObject({
      code: 'inspection-reported',
    })
    expect((await desk.get(`${base}/inspections/${id}/paper`)).status).toBe(409)
    expect((await sign(desk, 1)).status).toBe(403)
    expect((await sign(lead, 1)).json()).toEqual({ state: 'closed', ended: 1 })
    expect(await signedIn(guest)).toBe(false)
    const paper = await desk.get(`${base}/inspections/${id}/paper`)
    expect(paper.headers['content-type']).toContain('application/pdf')
    expect(await page(desk, id)).toMatchObject({
      row: { state: 'closed', figures: { items: 2, findings: 1, rectified: 0, percent: 0 } },
      desk: { invitations: [{ ended: 'closed' }] },
    })
  })

  it('is signed as its report was read, and goes on where the report goes back', async () => {
    const id = await opened({ items: ['施工许可在开工前取得'] })
    const post = (who: Browser, path: string, body: object) =>
      who.post(`${base}/inspections/${id}/${path}`, body)
    await post(desk, 'items/1', { result: 'sound', note: '许可在先' })
    await post(desk, 'report', { conclusion: '全部符合。' })
    await post(desk, 'report', { conclusion: '基本符合。' })
    expect((await post(lead, 'signature', { revision: 1 })).json()).toMatchObject({
      code: 'report-revised-meanwhile',
    })
    expect((await page(lead, id)).desk).toMatchObject({ revision: 2, returned: null })
    expect((await post(lead, 'return', { reason: '漏记围挡一处' })).json()).toEqual({ state: 'running' })
    expect((await page(desk, id)).desk).toMatchObject({
      returned: { by: '尹正', reason: '漏记围挡一处' },
      maySign: false,
    })
    expect((await post(lead, 'return', { reason: '再退' })).json()).toMatchObject({
      code: 'inspection-not-reported',
    })
    expect((await post(desk, 'findings', finding)).status).toBe(201)
    await post(desk, 'report', { conclusion: '基本符合，一处整改。' })
    expect((await post(lead, 'signature', { revision: 3 })).json()).toMatchObject({ state: 'closed' })
    expect((await post(lead, 'return', { reason: '再看' })).json()).toMatchObject({
      code: 'inspection-closed',
    })
  })

  it('keeps its report as it was signed, whatever its tasks and its people become', async () => {
    const id = await opened({ items: ['施工许可在开工前取得'] })
    const post = (path: string, body: object, who = desk) =>
      who.post(`${base}/inspections/${id}/${path}`, body)
    await post('items/1', { result: 'found', note: '围挡越界' })
    await post('findings', finding)
    await post('report', { conclusion: '一处整改。' })
    await post('signature', { revision: 1 }, lead)
    const printed = async () =>
      createHash('sha256')
        .update((await desk.get(`${base}/inspections/${id}/paper`)).bytes)
        .digest('hex')
    const signed = await printed()
    await app.asSuperuser(
      `update guanjia.duty_task set due_on = '2026-05-08' where source_note = (
         select number from guanjia.inspection where id = '${id}');
       update guanjia.person set name = '纪言言' where id = '${desk.personId}'`,
    )
    expect(await printed()).toBe(signed)
    await app.asSuperuser(`update guanjia.person set name = '纪言' where id = '${desk.personId}'`)
  })

  it('ends with its last day: nobody gets in from then on, and the end is written down once', async () => {
    const numbers = ['370202197611130154', '370202198503160166'] as const
    const [short, long] = [await partner('guest5', numbers[0]), await partner('guest6', numbers[1])]
    const id = await opened()
    await invite(id, 'guest5', '2026-04-21')
    await invite(id, 'guest6')
    app.clock.advance(2 * dayMs)
    desk = await back(deskNumber)
    // nothing has run yet
    const again = await back(numbers[0])
    expect((await again.get(`${base}/inspections/${id}`)).status).toBe(404)
    const still = await back(numbers[1])
    expect((await still.get(`${base}/inspections/${id}`)).status).toBe(200)
    for (const _ of [1, 2]) {
      await app.database
        .transaction()
        .execute((tx) => app.ports.jobs.enqueue(tx, 'supervision.end-invitations', {}))
      await app.settle()
    }
    expect([await signedIn(short), await signedIn(again), await signedIn(still)]).toEqual([
      false,
      false,
      true,
    ])
    expect(long.personId).toBe(still.personId)
    const ends = await sql`
      select 1 from ledger_leaf
      where text like '%supervision.invitation-ended%' and text like ${`%${id}%`}`.execute(app.database)
    expect(ends.rows).toHaveLength(1)
    expect((await page(desk, id)).desk?.invitations.map(({ ended }) => ended)).toEqual(['period', null])
  })
})
