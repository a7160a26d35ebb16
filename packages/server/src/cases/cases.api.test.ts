import { type Browser, type TestApp, testApp } from '@guanjia/devkit/test-app'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishFirstCatalogue } from '../catalogue/index.ts'
import { casesTables } from './store/cases-tables.ts'

interface Moved {
  readonly id: string
  readonly number: string
  readonly version: number
  readonly situation: string
  readonly status: number
}

type Facts = Readonly<Record<string, string | number | boolean>>

const publisher = { principal: { kind: 'system' as const, name: 'test' }, name: 'system:test' }
const identityNumber = '370214198804120016'
const plain = {
  'bidding.required': false,
  'build.type': 'fitout',
  'build.facadeChange': false,
  'fire.needsDesign': false,
}
const everyPaper = [
  'application-form',
  'direct-award-form',
  'construction-contract',
  'funding-commitment',
  'quality-safety-measures',
  'supervision-contract',
]
const grant = {
  outcome: 'granted',
  reasons: '符合法定条件',
  basis: '建筑法第八条',
  remedies: null,
  lateBecause: null,
  conditions: [],
  milestones: [],
}

let app: TestApp
let applicant: Browser
let clerk: Browser
let housing: Browser
let approval: Browser
let head: Browser

/** Everybody who has a part in a case, with a session of that day. */
async function signInAll(): Promise<void> {
  applicant = await app.signIn({ name: '林海宁', identityNumber })
  clerk = await app.signIn({ name: '孙晓', roles: ['clerk'] })
  housing = await app.signIn({ name: '冯雨晴', roles: ['reviewer'], authorities: ['housing'] })
  approval = await app.signIn({ name: '郑思远', roles: ['reviewer'], authorities: ['approval-service'] })
  head = await app.signIn({ name: '蒋国平', roles: ['department-head'], authorities: ['housing'] })
}

/** The days until then have passed, and the clocks were looked at. */
async function until(instant: string): Promise<void> {
  app.clock.set(instant)
  await signInAll()
  const { database, jobs } = app.ports
  await database.transaction().execute((tx) => jobs.enqueue(tx, 'cases.look-at-clocks', {}))
  await app.settle()
}

beforeAll(async () => {
  app = await testApp({ now: '2026-04-01T01:30:00Z' })
  await publishFirstCatalogue(app.ports, publisher)
  await signInAll()
}, 240_000)
afterAll(() => app.close())

async function moved(answer: ReturnType<Browser['post']>): Promise<Moved> {
  const { status, json } = await answer
  const body = json() as Moved & { readonly code?: string; readonly detail?: string }
  if (status >= 300) throw new Error(`${status} ${body.code}: ${body.detail}`)
  return body
}

/** A construction permit of a project without mandatory tendering, received at the counter. */
async function receive({ papers = everyPaper, facts = plain }: { papers?: string[]; facts?: Facts } = {}) {
  const walkIn = { name: '林海宁', identityNumber }
  return moved(clerk.post('/api/counter/cases', { service: 'M307', applicant: walkIn, papers, facts }))
}

function step(browser: Browser, from: Moved, path: string, body: object = {}): Promise<Moved> {
  return moved(browser.post(`/api/cases/${from.id}/${path}`, { version: from.version, ...body }))
}

async function refusal(browser: Browser, from: Moved, path: string, body: object = {}): Promise<unknown> {
  const { json } = await browser.post(`/api/cases/${from.id}/${path}`, { version: from.version, ...body })
  return (json() as { code?: string }).code
}

async function acceptAndAgree(received: Moved): Promise<Moved> {
  const accepted = await step(clerk, received, 'acceptance', { follow: [] })
  const opinion = { opinion: 'agree', reasons: '符合条件', conditions: [] }
  const one = await step(housing, accepted, 'opinions', { authority: 'housing', ...opinion })
  return step(approval, one, 'opinions', { authority: 'approval-service', ...opinion })
}

async function now(caseId: string): Promise<Moved> {
  const row = await casesTables(app.database)
    .selectFrom('case_file')
    .select(['id', 'number', 'version', 'situation', 'status'])
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow()
  return row
}

async function told(caseId: string): Promise<readonly string[]> {
  const rows = await app.database
    .selectFrom('outbox_event')
    .select('type')
    .where('subject', '=', caseId)
    .orderBy('id')
    .execute()
  return rows.map(({ type }) => type.replace('cases.', ''))
}

describe('a case', () => {
  it('goes from the counter to its delivery, with a leaf for every act and a paper for every notice', async () => {
    const received = await receive()
    expect(received).toMatchObject({ situation: 'received', status: 1, version: 2 })
    expect(received.number).toMatch(/^37021220260401GX\d{6}[0-9A-Z]$/)
    const decided = await step(housing, await acceptAndAgree(received), 'decision', grant)
    expect(decided).toMatchObject({ situation: 'granted', status: 11 })
    await step(clerk, decided, 'delivery', { how: 'electronic' })
    await rateBadly(received.id)
    const at = `/api/cases/${received.id}`
    expect((await applicant.get(at)).json()).toMatchObject({
      own: true,
      statuses: [1, 3, 8, 11],
      court: { who: 'nobody' },
      clocks: { committed: { granted: 1, due: '2026-04-02', light: 'off' } },
    })
    const { events } = (await applicant.get(`${at}/timeline`)).json() as {
      events: { type: string; paper: string | null }[]
    }
    expect(events.map(({ type, paper }) => [type, paper])).toEqual([
      ['opened', null],
      ['received', 'receipt'],
      ['accepted', 'acceptance'],
      ['review-begun', null],
      ['opinion-given', null],
      ['opinion-given', null],
      ['decision-issued', 'grant'],
      ['delivered', null],
    ])
    for (const event of [2, 3, 7]) {
      const paper = await applicant.get(`${at}/papers/${event}`)
      expect(paper.headers['content-type']).toBe('application/pdf')
    }
    await app.settle()
    const leaves = await app.database
      .withTables<{ ledger_leaf: { body: string } }>()
      .selectFrom('ledger_leaf')
      .selectAll()
      .execute()
    const own = leaves.filter((leaf) => JSON.stringify(leaf).includes(received.number))
    expect(own).toHaveLength(events.length)
    expect(JSON.stringify(own)).not.toContain('林海宁')
  }, 120_000)

  it('takes one of two commands that were given over the same version, and says what changed', async () => {
    const received = await receive()
    const url = `/api/cases/${received.id}/acceptance`
    const body = { version: received.version, follow: [] }
    const answers = await Promise.all([clerk.post(url, body), clerk.post(url, body)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const loser = answers.find(({ status }) => status === 409)
    expect(loser?.json()).toMatchObject({
      code: 'case-changed-meanwhile',
      errors: [{ code: 'accepted' }, { code: 'review-begun' }],
    })
  }, 60_000)

  it('does once what is sent twice under one key', async () => {
    const received = await receive()
    const url = `/api/cases/${received.id}/acceptance`
    const body = { version: received.version, follow: [] }
    const first = await clerk.post(url, body, 'the-same-key')
    const again = await clerk.post(url, body, 'the-same-key')
    expect(again.json()).toEqual(first.json())
    expect(await now(received.id)).toMatchObject({ version: 4 })
  }, 60_000)

  it('tells nobody of a correction that was taken back at once', async () => {
    const gaps = [{ requirement: 'funding-commitment', what: '请补交建设资金落实承诺书' }]
    const asked = await step(clerk, await receive({ papers: [] }), 'correction', { gaps })
    expect(asked).toMatchObject({ situation: 'correcting', status: 6 })
    const back = await step(clerk, asked, 'correction/withdrawal', { reason: '误操作' })
    expect(back).toMatchObject({ situation: 'received' })
    await app.settle()
    expect(await told(asked.id)).not.toContain('correction-requested')
    const other = await step(clerk, await receive({ papers: [] }), 'correction', { gaps })
    await app.settle()
    expect(await told(other.id)).toContain('correction-requested')
    app.clock.advance(10_000)
    expect(await refusal(clerk, other, 'correction/withdrawal', { reason: '误操作' })).toBe(
      'correction-told-already',
    )
  }, 60_000)

  it('tells its applicant the day to answer by, though the clock of the office stands still', async () => {
    const accepted = await step(clerk, await receive(), 'acceptance', { follow: [] })
    const gaps = [{ requirement: 'funding-commitment', what: '请补交建设资金落实承诺书' }]
    const asked = await step(housing, accepted, 'review/correction', { gaps })
    const { deadlines } = (await applicant.get(`/api/cases/${asked.id}`)).json() as {
      deadlines: { kind: string; due: string | null }[]
    }
    expect(deadlines.at(-1)).toMatchObject({ kind: 'committed', due: null, light: 'grey' })
    const { due } = deadlines.find(({ kind }) => kind === 'correction') ?? {}
    const { cases } = (await applicant.get('/api/cases')).json() as { cases: { id: string }[] }
    expect(cases.find(({ id }) => id === asked.id)).toMatchObject({ nextKind: 'correction', nextDue: due })
  }, 60_000)

  it('rests when the head of the lead authority suspends it, and goes on with its clock where it stopped', async () => {
    const agreed = await acceptAndAgree(await receive())
    const order = {
      ground: 'decision-awaited',
      reason: '用地权属正在诉讼，须以判决为依据',
      expected: '2026-04-10',
    }
    expect(await refusal(housing, agreed, 'suspension', order)).toBe('not-allowed')
    const past = { ...order, expected: '2026-03-31' }
    expect(await refusal(head, agreed, 'suspension', past)).toBe('expected-day-past')
    const suspended = await step(head, agreed, 'suspension', order)
    expect(suspended).toMatchObject({ situation: 'in-review', status: 9 })
    expect(await refusal(housing, suspended, 'decision', grant)).toBe('case-suspended')
    expect((await applicant.get(`/api/cases/${agreed.id}`)).json()).toMatchObject({
      court: { who: 'third-party' },
      suspensions: [{ ground: 'decision-awaited', expected: '2026-04-10', endedOn: null }],
      clocks: { committed: { light: 'grey', due: null }, statutory: { due: '2026-04-08' } },
    })
    const resumed = await step(head, suspended, 'suspension/end', { reason: '判决已生效' })
    expect(resumed.status).toBe(8)
    expect(await refusal(head, resumed, 'suspension/end', { reason: '判决已生效' })).toBe(
      'case-not-suspended',
    )
    for (const [event, kind] of [
      [suspended.version, 'suspension'],
      [resumed.version, 'resumption'],
    ] as const) {
      const { events } = (await applicant.get(`/api/cases/${agreed.id}/timeline`)).json() as {
        events: { version: number; paper: string | null }[]
      }
      expect(events.find(({ version }) => version === event)?.paper).toBe(kind)
      const paper = await applicant.get(`/api/cases/${agreed.id}/papers/${event}`)
      expect(paper.headers['content-type']).toBe('application/pdf')
    }
    await app.settle()
    expect(await told(agreed.id)).toEqual(expect.arrayContaining(['suspended', 'resumed']))
    expect(await step(housing, resumed, 'decision', grant)).toMatchObject({ situation: 'granted' })
  }, 120_000)

  it('keeps the service it was opened with, whatever is published while it runs', async () => {
    const before = await receive()
    await app.asSuperuser(`
      insert into guanjia.catalogue_version
      select 2, repeat('0', 64), jsonb_set(content, array['services', (place - 1)::text, 'committed', 'value'], '3'),
        effective_on, published_at, published_by
      from guanjia.catalogue_version, jsonb_array_elements(content->'services') with ordinality as each (service, place)
      where number = 1 and service->>'id' = 'M307'`)
    const after = await receive()
    const committed = async ({ id }: Moved) => {
      const { service } = (await applicant.get(`/api/cases/${id}`)).json() as {
        service: { catalogueVersion: string; committed: { value: number } }
      }
      return [service.catalogueVersion, service.committed.value] as const
    }
    const [[versionBefore, daysBefore], [versionAfter, daysAfter]] = [
      await committed(before),
      await committed(after),
    ]
    await app.asSuperuser('delete from guanjia.catalogue_version where number = 2')
    expect([daysBefore, daysAfter]).toEqual([1, 3])
    expect(versionAfter).not.toBe(versionBefore)
  }, 60_000)

  it('is granted nothing while the house has no record of an earlier result', async () => {
    const facts = { ...plain, 'build.type': 'industrial', 'fire.needsDesign': true }
    const agreed = await acceptAndAgree(await receive({ facts }))
    expect(await refusal(housing, agreed, 'decision', grant)).toBe('prerequisite-missing')
  }, 60_000)

  it('is not seen by those who have nothing to do with it', async () => {
    const received = await receive()
    const water = await app.signIn({ name: '水务', roles: ['reviewer'], authorities: ['water'] })
    expect((await water.get(`/api/cases/${received.id}`)).status).toBe(404)
    const lists = (await water.get('/api/department/cases')).json()
    expect(lists).toEqual({ cases: [], approvals: [] })
  }, 60_000)
})

describe('time', () => {
  it('accepts by silence from the day of receipt, and says so to the clerk who comes too late', async () => {
    await until('2026-04-07T01:30:00Z')
    const received = await receive()
    app.clock.set('2026-04-15T02:00:00Z')
    await signInAll()
    expect(await refusal(clerk, received, 'acceptance', { follow: [] })).toBe('accepted-by-silence')
    await until('2026-04-15T02:10:00Z')
    expect(await now(received.id)).toMatchObject({ situation: 'in-review', status: 8 })
    expect((await applicant.get(`/api/cases/${received.id}`)).json()).toMatchObject({
      acceptedFrom: '2026-04-07',
      deadlines: [{ kind: 'committed', due: '2026-04-08', light: 'red' }, { kind: 'statutory' }],
    })
    expect(await told(received.id)).toContain('turned-red')
  }, 120_000)

  it('leads from a promise that is not kept to a revocation by two people', async () => {
    const facts = { ...plain, 'bidding.required': true, 'tender.candidatePublished': true }
    const drafted = await moved(applicant.post('/api/cases', { service: 'M307', facts }))
    const promised = await step(applicant, drafted, 'promises', { promise: 'C1', agreed: true })
    const submitted = await step(applicant, promised, 'submission')
    expect(await refusal(clerk, submitted, 'acceptance', { follow: [] })).toBe('papers-missing')
    const papers = [
      'application-form',
      'funding-commitment',
      'quality-safety-measures',
      'supervision-contract',
    ]
    const gaps = papers.map((requirement) => ({ requirement, what: '请补交' }))
    const asked = await step(clerk, submitted, 'correction', { gaps })
    await attach(asked.id, papers)
    const agreed = await acceptAndAgree(await step(applicant, asked, 'correction/answer'))
    const decided = await step(housing, agreed, 'decision', grant)
    expect(decided).toMatchObject({ situation: 'granted-on-promise', status: 12 })
    expect(await refusal(applicant, decided, 'duties/made-up', { duty: 'C1' })).toBe('duty-unproven')
    const { duties } = (await housing.get('/api/department/duties')).json() as { duties: { due: string }[] }
    expect(duties).toMatchObject([{ duty: 'C1', state: 'open', due: '2026-05-09', light: 'green' }])

    await until('2026-04-30T02:00:00Z')
    await until('2026-05-08T02:00:00Z')
    expect((await told(decided.id)).filter((type) => type === 'due-soon')).toHaveLength(2)
    await until('2026-05-10T02:00:00Z')
    expect(await told(decided.id)).toContain('duty-lapsed')
    const early = await now(decided.id)
    const ground = { ground: 'duty-not-made-up', reasons: '逾期未补正' }
    expect(await refusal(housing, early, 'revocation', ground)).toBe('revocation-ground-missing')
    await until('2026-05-25T02:00:00Z')
    const proposed = await step(housing, await now(decided.id), 'revocation', ground)
    expect(await refusal(housing, proposed, 'revocation/confirm')).toBe('not-allowed')
    expect(await step(head, proposed, 'revocation/confirm')).toMatchObject({
      situation: 'revoked',
      status: 15,
    })
  }, 240_000)

  it('counts a case anew when the calendar was corrected, and says so in its line', async () => {
    const received = await receive()
    await casesTables(app.database)
      .updateTable('case_file')
      .set({ calendar_version: 'an older calendar' })
      .where('id', '=', received.id)
      .execute()
    await step(clerk, received, 'acceptance', { follow: [] })
    expect(await told(received.id)).toEqual([
      'opened',
      'received',
      'calendar-revised',
      'accepted',
      'review-begun',
    ])
  }, 120_000)
})

/** A bad rating, once, is called back and then mended; satisfied people are left alone. */
async function rateBadly(caseId: string): Promise<void> {
  const url = `/api/cases/${caseId}/rating`
  const rating = { level: 2, aspects: ['efficiency'], comment: '等了很久' }
  expect((await applicant.post(url, rating)).json()).toEqual({
    callBackBy: '2026-04-02',
    mendBy: '2026-04-23',
  })
  expect((await applicant.post(url, { ...rating, level: 5 })).json()).toMatchObject({ code: 'rated-already' })
  const follow = (what: string) => head.post(`${url}/follow-up`, { step: what, note: '已核实情况' })
  expect((await follow('mending')).json()).toMatchObject({ code: 'call-back-missing' })
  expect((await follow('call-back')).status).toBe(200)
  expect((await head.get('/api/department/ratings')).json()).toMatchObject({ ratings: [{ level: 2 }] })
  expect((await follow('mending')).status).toBe(200)
  expect((await head.get('/api/department/ratings')).json()).toEqual({ ratings: [] })
}

/** The applicant has handed these papers in: one file for all, sent in two parts with a break in between. */
async function attach(caseId: string, papers: readonly string[]): Promise<void> {
  const bytes = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n')
  const { id } = await moved(
    applicant.post('/api/evidence/uploads', { name: '申请表.pdf', size: bytes.length }),
  )
  const parts = `/api/evidence/uploads/${id}/parts`
  const part = (from: number, to: number) => ({
    offset: from,
    bytes: bytes.subarray(from, to).toString('base64'),
  })
  await moved(applicant.post(parts, part(0, 10)))
  expect((await applicant.post(parts, part(20, 30))).json()).toMatchObject({ code: 'upload-offset-wrong' })
  expect((await applicant.get(`/api/evidence/uploads/${id}`)).json()).toMatchObject({ received: 10 })
  await moved(applicant.post(parts, part(10, bytes.length)))
  const kept = { upload: id, type: 'application-form', title: '申请表' }
  const document = await moved(applicant.post('/api/evidence', kept))
  expect(document).toMatchObject({ version: 1, kind: 'pdf' })
  for (const requirement of papers)
    await moved(applicant.post(`/api/cases/${caseId}/evidence`, { requirement, document: document.id }))
  const read = await housing.get(`/api/evidence/${document.id}/1`)
  expect(read.headers['content-type']).toBe('application/pdf')
}
