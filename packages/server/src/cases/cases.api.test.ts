import { type Browser, type TestApp, testApp } from '@guanjia/devkit/test-app'
import {
  acceptAndAgree,
  everyPaper,
  grant,
  type Moved,
  moved,
  now,
  type PermitPeople,
  plainFacts,
  receive,
  refusal,
  signInPeople,
  step,
  stepAtCounter,
  told,
  until,
} from '@guanjia/devkit/test-permits'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishFirstCatalogue } from '../catalogue/index.ts'

const publisher = { principal: { kind: 'system' as const, name: 'test' }, name: 'system:test' }

let app: TestApp
let people: PermitPeople

beforeAll(async () => {
  app = await testApp({ now: '2026-04-01T01:30:00Z' })
  await publishFirstCatalogue(app.ports, publisher)
  people = await signInPeople(app)
}, 240_000)
afterAll(() => app.close())

describe('a case', () => {
  it('goes from the counter to its delivery, with a leaf for every act and a paper for every notice', async () => {
    const received = await receive(people)
    expect(received).toMatchObject({ situation: 'received', status: 1, version: 2 })
    expect(received.number).toMatch(/^37021220260401GX\d{6}[0-9A-Z]$/)
    const decided = await step(people.housing, await acceptAndAgree(people, received), 'decision', grant)
    expect(decided).toMatchObject({ situation: 'granted', status: 11 })
    await step(people.clerk, decided, 'delivery', { how: 'electronic' })
    await rateBadly(received.id)
    const at = `/api/cases/${received.id}`
    expect((await people.applicant.get(at)).json()).toMatchObject({
      own: true,
      statuses: [1, 3, 8, 11],
      court: { who: 'nobody' },
      clocks: { committed: { granted: 1, due: '2026-04-02', light: 'off' } },
    })
    const { events } = (await people.applicant.get(`${at}/timeline`)).json() as {
      events: { type: string; paper: string | null; body: { ends?: object }; days: object | null }[]
    }
    // what the papers print is kept with what happened
    expect(events.flatMap(({ body: { ends } }) => (ends === undefined ? [] : [ends]))).toEqual([
      { 'one-time-notice': '2026-04-09' },
      { committed: '2026-04-02', statutory: '2026-04-08' },
    ])
    expect(events.flatMap(({ days }) => (days === null ? [] : [days]))).toMatchObject([
      { counted: 'then', ends: [{ clock: 'one-time-notice', before: null, due: '2026-04-09' }] },
      { counted: 'then', ends: [{ clock: 'committed' }, { clock: 'statutory', due: '2026-04-08' }] },
    ])
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
      const paper = await people.applicant.get(`${at}/papers/${event}`)
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
    const received = await receive(people)
    const url = `/api/cases/${received.id}/acceptance`
    const body = { version: received.version, follow: [] }
    const answers = await Promise.all([people.clerk.post(url, body), people.clerk.post(url, body)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const loser = answers.find(({ status }) => status === 409)
    expect(loser?.json()).toMatchObject({
      code: 'case-changed-meanwhile',
      errors: [{ code: 'accepted' }, { code: 'review-begun' }],
    })
  }, 60_000)

  it('does once what is sent twice under one key', async () => {
    const received = await receive(people)
    const url = `/api/cases/${received.id}/acceptance`
    const body = { version: received.version, follow: [] }
    const first = await people.clerk.post(url, body, 'the-same-key')
    const again = await people.clerk.post(url, body, 'the-same-key')
    expect(again.json()).toEqual(first.json())
    expect(await now(people, received.id)).toMatchObject({ version: 4 })
  }, 60_000)

  it('tells nobody of a correction that was taken back at once', async () => {
    const gaps = [{ requirement: 'funding-commitment', what: '请补交建设资金落实承诺书' }]
    const asked = await step(people.clerk, await receive(people, { papers: [] }), 'correction', { gaps })
    expect(asked).toMatchObject({ situation: 'correcting', status: 6 })
    const back = await step(people.clerk, asked, 'correction/withdrawal', { reason: '误操作' })
    expect(back).toMatchObject({ situation: 'received' })
    await app.settle()
    expect(await told(app, asked.id)).not.toContain('correction-requested')
    const other = await step(people.clerk, await receive(people, { papers: [] }), 'correction', { gaps })
    await app.settle()
    expect(await told(app, other.id)).toContain('correction-requested')
    app.clock.advance(10_000)
    expect(await refusal(people.clerk, other, 'correction/withdrawal', { reason: '误操作' })).toBe(
      'correction-told-already',
    )
  }, 60_000)

  it('tells its applicant the day to answer by, though the clock of the office stands still', async () => {
    const accepted = await step(people.clerk, await receive(people), 'acceptance', { follow: [] })
    const gaps = [{ requirement: 'funding-commitment', what: '请补交建设资金落实承诺书' }]
    const asked = await step(people.housing, accepted, 'review/correction', { gaps })
    const { deadlines } = (await people.applicant.get(`/api/cases/${asked.id}`)).json() as {
      deadlines: { kind: string; due: string | null }[]
    }
    expect(deadlines.at(-1)).toMatchObject({ kind: 'committed', due: null, light: 'grey' })
    const { due } = deadlines.find(({ kind }) => kind === 'correction') ?? {}
    const { cases } = (await people.applicant.get('/api/cases')).json() as { cases: { id: string }[] }
    expect(cases.find(({ id }) => id === asked.id)).toMatchObject({ nextKind: 'correction', nextDue: due })
  }, 60_000)

  it('rests when the head of the lead authority suspends it, and goes on with its clock where it stopped', async () => {
    const agreed = await acceptAndAgree(people, await receive(people))
    const order = {
      ground: 'decision-awaited',
      reason: '用地权属正在诉讼，须以判决为依据',
      expected: '2026-04-10',
    }
    expect(await refusal(people.housing, agreed, 'suspension', order)).toBe('not-allowed')
    const past = { ...order, expected: '2026-03-31' }
    expect(await refusal(people.head, agreed, 'suspension', past)).toBe('expected-day-past')
    const suspended = await step(people.head, agreed, 'suspension', order)
    expect(suspended).toMatchObject({ situation: 'in-review', status: 9 })
    expect(await refusal(people.housing, suspended, 'decision', grant)).toBe('case-suspended')
    expect((await people.applicant.get(`/api/cases/${agreed.id}`)).json()).toMatchObject({
      court: { who: 'third-party' },
      suspensions: [{ ground: 'decision-awaited', expected: '2026-04-10', endedOn: null }],
      clocks: { committed: { light: 'grey', due: null }, statutory: { due: '2026-04-08' } },
    })
    const resumed = await step(people.head, suspended, 'suspension/end', { reason: '判决已生效' })
    expect(resumed.status).toBe(8)
    expect(await refusal(people.head, resumed, 'suspension/end', { reason: '判决已生效' })).toBe(
      'case-not-suspended',
    )
    for (const [event, kind] of [
      [suspended.version, 'suspension'],
      [resumed.version, 'resumption'],
    ] as const) {
      const { events } = (await people.applicant.get(`/api/cases/${agreed.id}/timeline`)).json() as {
        events: { version: number; paper: string | null }[]
      }
      expect(events.find(({ version }) => version === event)?.paper).toBe(kind)
      const paper = await people.applicant.get(`/api/cases/${agreed.id}/papers/${event}`)
      expect(paper.headers['content-type']).toBe('application/pdf')
    }
    await app.settle()
    expect(await told(app, agreed.id)).toEqual(expect.arrayContaining(['suspended', 'resumed']))
    expect(await step(people.housing, resumed, 'decision', grant)).toMatchObject({ situation: 'granted' })
  }, 120_000)

  it('tells the applicant until when a paper is owed again that a promise stood in for', async () => {
    const contract = 'construction-contract'
    const papers = everyPaper.filter((paper) => paper !== contract)
    const facts = { ...plainFacts, 'tender.candidatePublished': true }
    const received = await receive(people, { papers, facts })
    const accepted = await step(people.clerk, received, 'acceptance', { follow: [contract] })
    const promised = await step(people.applicant, accepted, 'promises', { promise: 'C1', agreed: true })
    await step(people.applicant, promised, 'promises/withdrawal', { promise: 'C1' })
    const { rows } = await sql<{ due: string }>`
      select body->>'due' as due from outbox_event
      where subject = ${received.id} and type = 'cases.papers-owed-again'`.execute(app.database)
    expect(rows).toEqual([{ due: '2026-04-02' }])
    expect((await people.applicant.get(`/api/cases/${received.id}`)).json()).toMatchObject({
      deadlines: expect.arrayContaining([expect.objectContaining({ kind: 'following-paper', ...rows[0] })]),
    })
    await app.settle()
    const { notices } = (await people.applicant.get('/api/notifications')).json() as {
      notices: { title: string; text: string }[]
    }
    expect(notices.find(({ title }) => title === '材料改为按期补齐')?.text).toContain(received.number)
  }, 60_000)

  it('keeps the service it was opened with, whatever is published while it runs', async () => {
    const before = await receive(people)
    await app.asSuperuser(`
      insert into guanjia.catalogue_version
      select 2, repeat('0', 64), jsonb_set(content, array['services', (place - 1)::text, 'committed', 'value'], '3'),
        effective_on, published_at, published_by
      from guanjia.catalogue_version, jsonb_array_elements(content->'services') with ordinality as each (service, place)
      where number = 1 and service->>'id' = 'M307'`)
    const after = await receive(people)
    const committed = async ({ id }: Moved) => {
      const { service } = (await people.applicant.get(`/api/cases/${id}`)).json() as {
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
    const facts = { ...plainFacts, 'build.type': 'industrial', 'fire.needsDesign': true }
    const agreed = await acceptAndAgree(people, await receive(people, { facts }))
    expect(await refusal(people.housing, agreed, 'decision', grant)).toBe('prerequisite-missing')
  }, 60_000)

  it('is not seen by those who have nothing to do with it', async () => {
    const received = await receive(people)
    const water = await app.signIn({ name: '水务', roles: ['reviewer'], authorities: ['water'] })
    expect((await water.get(`/api/cases/${received.id}`)).status).toBe(404)
    const lists = (await water.get('/api/department/cases')).json()
    expect(lists).toEqual({ cases: [], approvals: [] })
  }, 60_000)
})

describe('whoever has no account', () => {
  const contract = 'construction-contract'
  const others = everyPaper.filter((paper) => paper !== contract)

  async function waitingAtCounter(id: string): Promise<unknown> {
    const { cases } = (await people.clerk.get('/api/counter/cases')).json() as { cases: { id: string }[] }
    return cases.find((each) => each.id === id)
  }

  async function titlesOf(browser: Browser, number: string): Promise<readonly string[]> {
    const { notices } = (await browser.get('/api/notifications')).json() as {
      notices: { title: string; text: string }[]
    }
    const own = notices.filter(({ title, text }) => title.startsWith('补正') && text.includes(number))
    return own.map(({ title }) => title)
  }

  it('answers a correction of the review at the counter, and the departments whose clock runs again hear of it', async () => {
    const accepted = await step(people.clerk, await receive(people), 'acceptance', { follow: [] })
    const gaps = [{ requirement: contract, what: '请补盖骑缝章' }]
    const asked = await step(people.housing, accepted, 'review/correction', { gaps })
    expect(await waitingAtCounter(asked.id)).toMatchObject({
      asked: 'correction',
      next: { kind: 'correction' },
    })
    const answered = await stepAtCounter(people.clerk, asked, 'correction/answer', { papers: [contract] })
    expect(answered.situation).toBe('in-review')
    const early = await step(people.clerk, await receive(people, { papers: others }), 'correction', { gaps })
    const clerks = await app.signIn({ name: '吴桐', roles: ['clerk'] })
    await stepAtCounter(people.clerk, early, 'correction/answer', { papers: [contract] })
    await app.settle()
    expect(await titlesOf(people.housing, asked.number)).toEqual(['补正已提交，期限继续计算'])
    expect(await titlesOf(people.approval, asked.number)).toEqual(['补正已提交，期限继续计算'])
    expect(await titlesOf(clerks, asked.number)).toEqual([])
    expect(await titlesOf(people.housing, early.number)).toEqual([])
    expect(await titlesOf(clerks, early.number)).toEqual(['补正已提交'])
  }, 60_000)

  it('proves at the counter what the grant was tied to', async () => {
    const conditions = [{ what: '完工后恢复绿地', due: '2026-06-30' }]
    const agreed = await acceptAndAgree(people, await receive(people))
    const granted = await step(people.housing, agreed, 'decision', { ...grant, conditions })
    const dutyOf = async () => {
      const { duties } = (await people.clerk.get(`/api/cases/${granted.id}`)).json() as {
        duties: { id: string; state: string }[]
      }
      return duties[0]
    }
    const duty = (await dutyOf())?.id ?? ''
    const url = `/api/counter/cases/${granted.id}/duties/made-up`
    const unproven = await people.clerk.post(url, { version: granted.version, duty, papers: [] })
    expect(unproven.json()).toMatchObject({ code: 'duty-unproven' })
    await stepAtCounter(people.clerk, granted, 'duties/made-up', { duty, papers: [duty] })
    expect(await dutyOf()).toMatchObject({ state: 'made-up' })
  }, 60_000)

  it('takes a case back at the counter, but no draft: that is still its applicant’s alone', async () => {
    const accepted = await step(people.clerk, await receive(people), 'acceptance', { follow: [] })
    const withdrawn = await stepAtCounter(people.clerk, accepted, 'withdrawal')
    expect(withdrawn).toMatchObject({ situation: 'withdrawn' })
    const draft = await moved(people.applicant.post('/api/cases', { service: 'M307', facts: plainFacts }))
    const url = `/api/counter/cases/${draft.id}/withdrawal`
    expect((await people.clerk.post(url, { version: draft.version })).status).toBe(404)
    await step(people.applicant, draft, 'withdrawal')
    const rating = { level: 5, aspects: [] }
    expect(await refusal(people.applicant, draft, 'rating', rating)).toBe('case-not-ended')
    const unfound = await people.clerk.get(`/api/counter/case-numbers/${draft.number}`)
    expect(unfound.json()).toMatchObject({ code: 'case-number-unknown' })
  }, 60_000)

  it('brings a paper that was to follow to the counter, where the case is listed and found by its number', async () => {
    const received = await receive(people, { papers: others })
    expect(await waitingAtCounter(received.id)).toMatchObject({ asked: 'check' })
    const accepted = await step(people.clerk, received, 'acceptance', { follow: [contract] })
    expect(await waitingAtCounter(received.id)).toMatchObject({
      asked: 'papers',
      next: { kind: 'following-paper', due: '2026-04-02' },
    })
    const found = await people.clerk.get(`/api/counter/case-numbers/${received.number.toLowerCase()}`)
    expect(found.json()).toEqual({ id: received.id })
    const supplied = await stepAtCounter(people.clerk, accepted, 'papers', { requirement: contract })
    expect(await waitingAtCounter(received.id)).toBeUndefined()
    const kept = await receive(people, { papers: others })
    await step(people.clerk, kept, 'acceptance', { follow: [contract] })
    people = await until(app, '2026-04-03T01:30:00Z')
    expect(await now(people, supplied.id)).toMatchObject({ situation: 'in-review' })
    expect(await now(people, kept.id)).toMatchObject({ situation: 'withdrawn' })
  }, 60_000)
})

/** A bad rating, once, is called back and then mended; satisfied people are left alone. */
async function rateBadly(caseId: string): Promise<void> {
  const url = `/api/cases/${caseId}/rating`
  const rating = { level: 2, aspects: ['efficiency'], comment: '等了很久' }
  expect((await people.applicant.post(url, rating)).json()).toEqual({
    callBackBy: '2026-04-02',
    mendBy: '2026-04-23',
  })
  expect((await people.applicant.post(url, { ...rating, level: 5 })).json()).toMatchObject({
    code: 'rated-already',
  })
  const follow = (what: string) => people.head.post(`${url}/follow-up`, { step: what, note: '已核实情况' })
  expect((await follow('mending')).json()).toMatchObject({ code: 'call-back-missing' })
  expect((await follow('call-back')).status).toBe(200)
  expect((await people.head.get('/api/department/ratings')).json()).toMatchObject({ ratings: [{ level: 2 }] })
  expect((await follow('mending')).status).toBe(200)
  expect((await people.head.get('/api/department/ratings')).json()).toEqual({ ratings: [] })
}
