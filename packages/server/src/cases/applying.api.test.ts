import { type Browser, type TestApp, testApp } from '@guanjia/devkit/test-app'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishFirstCatalogue } from '../catalogue/index.ts'
import { casesWithExpiredEvidence } from './approvals/case-obstacles.ts'

interface Answered {
  readonly id: string
  readonly version: number
  readonly code?: string
}

const publisher = { principal: { kind: 'system' as const, name: 'test' }, name: 'system:test' }
const general = {
  'applicant.capacity': 'self',
  'contact.name': '林海宁',
  'contact.phone': '13800000000',
  'project.title': '海岳研发中心',
  'delivery.way': 'electronic',
}
const particulars = {
  'particulars.place': '火炬路 1 号',
  'particulars.content': '研发楼一栋，建筑面积 3000 平方米',
  'investment.totalWan': '1200',
}
const company = '91370222MA3C000001'

let app: TestApp
let applicant: Browser
let clerk: Browser

beforeAll(async () => {
  app = await testApp({ now: '2026-04-01T01:30:00Z' })
  await publishFirstCatalogue(app.ports, publisher)
  applicant = await app.signIn({ name: '林海宁', identityNumber: '370214198804120016' })
  clerk = await app.signIn({ name: '孙晓', roles: ['clerk'] })
}, 240_000)
afterAll(() => app.close())

async function taken(answer: ReturnType<Browser['post']>): Promise<Answered> {
  const { status, json } = await answer
  const body = json() as Answered
  if (status >= 300) throw new Error(`${status} ${body.code}`)
  return body
}

function draftOf(service: string, facts = {}): Promise<Answered> {
  return taken(applicant.post('/api/cases', { service, facts }))
}

function save(id: string, answersVersion: number, answers: object) {
  return applicant.send({
    method: 'PUT',
    url: `/api/cases/${id}/answers`,
    headers: { 'idempotency-key': `${id} ${answersVersion}` },
    body: { answersVersion, answers },
  })
}

async function keep(browser: Browser, kept: object = {}): Promise<Answered> {
  const bytes = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n')
  const started = await taken(browser.post('/api/evidence/uploads', { name: '材料.pdf', size: bytes.length }))
  const part = { offset: 0, bytes: bytes.toString('base64') }
  await taken(browser.post(`/api/evidence/uploads/${started.id}/parts`, part))
  const named = { type: 'industrial-policy-statement', title: '产业政策声明' }
  return taken(browser.post('/api/evidence', { upload: started.id, ...named, ...kept }))
}

async function statesOf(id: string): Promise<Readonly<Record<string, string>>> {
  const { service } = (await applicant.get(`/api/cases/${id}`)).json() as {
    service: { requirements: { id: string; state: string }[] }
  }
  return Object.fromEntries(service.requirements.map(({ id: requirement, state }) => [requirement, state]))
}

describe('before a case is opened', () => {
  it('tells which facts decide the papers, in plain questions', async () => {
    const opening = await app.stranger.get('/api/services/M201/opening')
    expect(opening.json()).toMatchObject({
      online: true,
      questions: [{ id: 'build.type', type: 'choice', question: { 'zh-CN': '建什么？' } }],
    })
  })
  it('offers nothing online that is no application', async () => {
    for (const id of ['M205', 'M409'])
      expect((await app.stranger.get(`/api/services/${id}/opening`)).json()).toMatchObject({ online: false })
  })
  it('asks only for the papers that the facts bring in', async () => {
    const flat = await draftOf('M201', { 'build.type': 'housing' })
    const plant = await draftOf('M201', { 'build.type': 'industrial' })
    expect(Object.keys(await statesOf(flat.id))).toContain('sunlight-analysis')
    expect(Object.keys(await statesOf(plant.id))).not.toContain('sunlight-analysis')
  })
})

describe('the form of a case', () => {
  it('takes answers in place of papers, and what a register supplies is not asked for', async () => {
    const draft = await draftOf('M105')
    const at = `/api/cases/${draft.id}`
    expect((await applicant.get(`${at}/form`)).json()).toMatchObject({
      sections: [
        { requirement: null, answered: false },
        { requirement: 'project-particulars', answered: false },
        { requirement: 'total-investment-statement', answered: false },
      ],
    })
    expect((await save(draft.id, 1, { ...general, ...particulars })).status).toBe(200)
    const { id: document } = await keep(applicant)
    const attachment = { requirement: 'industrial-policy-statement', document }
    await taken(applicant.post(`${at}/evidence`, attachment))
    await taken(applicant.post(`${at}/submission`, { version: draft.version }))
    expect((await applicant.get(at)).json()).toMatchObject({ answers: general })
    expect(await statesOf(draft.id)).toEqual({
      'enterprise-profile': 'by-register',
      'project-particulars': 'handed-in',
      'total-investment-statement': 'handed-in',
      'industrial-policy-statement': 'handed-in',
    })
  })

  it('does not ask again for what the identity service has said', async () => {
    const { id } = await draftOf('M105')
    expect((await applicant.get(`/api/cases/${id}`)).json()).toMatchObject({
      answers: { 'contact.name': '林海宁' },
    })
  })

  it('lets answers be changed again where a correction asks for them, and counts what was saved since', async () => {
    const draft = await draftOf('M105')
    const at = `/api/cases/${draft.id}`
    await save(draft.id, 1, { ...general, ...particulars })
    const sent = await taken(applicant.post(`${at}/submission`, { version: draft.version }))
    expect((await save(draft.id, 2, general)).json()).toMatchObject({ code: 'case-received-already' })
    app.clock.advance(60_000)
    const gaps = [{ requirement: 'project-particulars', what: '建设地点请写到门牌' }]
    const asked = await taken(clerk.post(`${at}/correction`, { version: sent.version, gaps }))
    const answer = { version: asked.version }
    expect((await applicant.post(`${at}/correction/answer`, answer)).json()).toMatchObject({
      code: 'papers-missing',
    })
    app.clock.advance(60_000)
    await save(draft.id, 2, { ...general, ...particulars, 'particulars.place': '火炬路 1 号 3 号楼' })
    expect((await applicant.post(`${at}/correction/answer`, answer)).json()).toMatchObject({
      situation: 'received',
    })
  })

  it('hands in the promise that a paper follows, and refuses it for one that may not', async () => {
    const facts = { 'bidding.required': false, 'build.type': 'fitout', 'build.facadeChange': false }
    const draft = await draftOf('M307', facts)
    const at = `/api/cases/${draft.id}`
    await save(draft.id, 1, { ...facts, 'later.funding-commitment': true })
    const firm = await applicant.post(`${at}/submission`, { version: draft.version })
    expect(firm.json()).toMatchObject({ code: 'paper-may-not-follow' })
    await save(draft.id, 2, { ...facts, 'later.construction-contract': true })
    await taken(applicant.post(`${at}/submission`, { version: draft.version }))
    const { service } = (await clerk.get(at)).json() as {
      service: { requirements: { id: string; announced: boolean }[] }
    }
    const announced = service.requirements.filter((each) => each.announced).map(({ id }) => id)
    expect(announced).toEqual(['construction-contract'])
  })
})

describe('papers of a case', () => {
  it('are taken off and put back as long as they were not handed in', async () => {
    const draft = await draftOf('M105')
    const at = `/api/cases/${draft.id}/evidence`
    const { id: document } = await keep(applicant)
    const attachment = { requirement: 'industrial-policy-statement', document }
    await taken(applicant.post(at, attachment))
    await taken(applicant.post(`${at}/detachment`, attachment))
    expect((await applicant.get(at)).json()).toEqual({ evidence: [] })
    await taken(applicant.post(at, attachment))
    expect((await applicant.get(at)).json()).toMatchObject({ evidence: [{ document, removable: true }] })
    await taken(applicant.post(`/api/cases/${draft.id}/submission`, { version: draft.version }))
    expect((await applicant.get(at)).json()).toMatchObject({ evidence: [{ removable: false }] })
    expect((await applicant.post(`${at}/detachment`, attachment)).json()).toMatchObject({
      code: 'case-received-already',
    })
  })

  it('stay in the case once they were handed in, though they are chosen again in a correction', async () => {
    const draft = await draftOf('M105')
    const at = `/api/cases/${draft.id}`
    const { id: document } = await keep(applicant)
    const attachment = { requirement: 'industrial-policy-statement', document }
    await taken(applicant.post(`${at}/evidence`, attachment))
    const sent = await taken(applicant.post(`${at}/submission`, { version: draft.version }))
    app.clock.advance(60_000)
    const gaps = [{ requirement: 'industrial-policy-statement', what: '请补签名' }]
    await taken(clerk.post(`${at}/correction`, { version: sent.version, gaps }))
    app.clock.advance(60_000)
    await taken(applicant.post(`${at}/evidence`, attachment))
    expect((await applicant.get(`${at}/evidence`)).json()).toMatchObject({ evidence: [{ removable: false }] })
    expect((await applicant.post(`${at}/evidence/detachment`, attachment)).json()).toMatchObject({
      code: 'document-unknown',
    })
  })

  it('expire in the version that was attached, whatever newer one the library keeps', async () => {
    const draft = await draftOf('M105')
    const at = `/api/cases/${draft.id}/evidence`
    const { id: document } = await keep(applicant, { expiresOn: '2026-06-30' })
    const attachment = { requirement: 'industrial-policy-statement', document }
    await taken(applicant.post(at, attachment))
    await keep(applicant, { document, expiresOn: '2030-12-31' })
    const expired = async (today: string) => [
      ...(await casesWithExpiredEvidence(app.database, [draft.id], today)),
    ]
    expect(await expired('2026-06-30')).toEqual([])
    expect(await expired('2026-07-01')).toEqual([draft.id])
    await taken(applicant.post(`${at}/detachment`, attachment))
    expect(await expired('2026-07-01')).toEqual([])
    await taken(applicant.post(at, attachment))
    expect(await expired('2026-07-01')).toEqual([])
    await keep(applicant, { document, expiresOn: '2026-03-01' })
    expect((await applicant.post(at, attachment)).json()).toMatchObject({ code: 'document-expired' })
  })

  it('are read by the office in the version that was handed in, and by whoever was asked, until they answer', async () => {
    const draft = await draftOf('M105')
    const at = `/api/cases/${draft.id}`
    const { id: document } = await keep(applicant)
    const attachment = { requirement: 'industrial-policy-statement', document }
    await taken(applicant.post(`${at}/evidence`, attachment))
    const { rows } = await sql<{ authority: string }>`
      select authorities[1] as authority from case_file where id = ${draft.id}::uuid`.execute(app.database)
    const authorities = rows.map(({ authority }) => authority)
    const reviewer = await app.signIn({ name: '冯雨晴', roles: ['reviewer'], authorities })
    const asked = await app.signIn({ name: '郑海', roles: ['reviewer'], authorities: ['asked-authority'] })
    await keep(applicant, { document })
    const read = async (version: number) => {
      const readers = [reviewer, clerk, asked].map((each) => each.get(`/api/evidence/${document}/${version}`))
      return (await Promise.all(readers)).map(({ status }) => status)
    }
    expect(await read(1)).toEqual([404, 404, 404])
    await save(draft.id, 1, { ...general, ...particulars })
    const sent = await taken(applicant.post(`${at}/submission`, { version: draft.version }))
    expect([await read(1), await read(2)]).toEqual([
      [200, 200, 404],
      [404, 404, 404],
    ])
    const accepted = await taken(clerk.post(`${at}/acceptance`, { version: sent.version, follow: [] }))
    const question = { asked: 'asked-authority', question: '是否影响防洪？', due: '2026-04-08' }
    const open = await taken(reviewer.post(`${at}/consultations`, { version: accepted.version, ...question }))
    expect([await read(1), await read(2)]).toEqual([
      [200, 200, 200],
      [404, 404, 404],
    ])
    const { consultations } = (await asked.get(at)).json() as { consultations: { id: string }[] }
    const answer = { version: open.version, consultation: consultations[0]?.id, answer: '不影响' }
    await taken(asked.post(`${at}/consultations/answer`, answer))
    expect(await read(1)).toEqual([200, 200, 404])
  })
})

describe('the library of a company', () => {
  it('is shared by those who belong to it, with its versions and where each is used', async () => {
    const colleague = await app.signIn({ name: '王小青', identityNumber: '370214198801010017' })
    expect(await refusedOf(keep(applicant, { organisation: company }))).toContain('organisation-not-own')
    for (const { personId } of [applicant, colleague])
      await sql`insert into organisation_membership (person_id, organisation_code, position, since)
        values (${personId}::uuid, ${company}, 'staff', ${app.clock.now()})`.execute(app.database)
    const { id } = await keep(applicant, { organisation: company, expiresOn: '2026-04-30' })
    await keep(colleague, { document: id, organisation: company, expiresOn: '2026-03-01' })
    const mine = (await applicant.get('/api/evidence')).json() as { documents: { id: string }[] }
    expect(mine.documents.find((each) => each.id === id)).toMatchObject({
      organisation: company,
      version: 2,
      versions: [{ version: 2 }, { version: 1 }],
      expired: 'yes',
      usedIn: [],
    })
    expect((await colleague.get(`/api/evidence/${id}/1`)).status).toBe(200)
    const stranger = await app.signIn({ name: '外人' })
    expect((await stranger.get(`/api/evidence/${id}/1`)).status).toBe(404)
    expect((await stranger.get('/api/evidence')).json()).toMatchObject({ documents: [], organisations: [] })
  })
})

async function refusedOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'not refused',
    (error: unknown) => String(error),
  )
}
