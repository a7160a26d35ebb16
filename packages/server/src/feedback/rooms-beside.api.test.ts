import { type Browser, type TestApp, testApp } from '@guanjia/devkit/test-app'
import { at, codeOf, moved, view } from '@guanjia/devkit/test-issues'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishFirstCatalogue } from '../catalogue/index.ts'
import { feedbackTables } from './store/feedback-tables.ts'

let app: TestApp
let applicant: Browser

beforeAll(async () => {
  app = await testApp({ now: '2026-04-01T01:30:00Z' })
  const publisher = { principal: { kind: 'system' as const, name: 'test' }, name: 'system:test' }
  await publishFirstCatalogue(app.ports, publisher)
  applicant = await app.signIn({ name: '林海宁', identityNumber: '370214198804120016' })
}, 240_000)
afterAll(() => app.close())

/** A case that was declined at the counter, so that it has ended and may be rated. */
async function endedCase(): Promise<{ id: string; number: string }> {
  const clerk = await app.signIn({ name: '孙晓', roles: ['clerk'] })
  const received = await clerk.post('/api/counter/cases', {
    service: 'M307',
    applicant: { name: '林海宁', identityNumber: '370214198804120016' },
    papers: [],
    facts: {
      'bidding.required': false,
      'build.type': 'fitout',
      'build.facadeChange': false,
      'fire.needsDesign': false,
    },
  })
  const { id, number, version } = received.json() as { id: string; number: string; version: number }
  const reasons = { ground: 'not-needed', reasons: '依法不需要取得许可', properAuthority: null }
  expect((await clerk.post(`/api/cases/${id}/decline`, { version, ...reasons })).status).toBe(200)
  return { id, number }
}

describe('a bad rating of a case', () => {
  it('becomes one issue at the department that led it, however often the news comes', async () => {
    const { id, number } = await endedCase()
    const rating = { level: 1, aspects: [], comment: '让我跑了三趟' }
    expect((await applicant.post(`/api/cases/${id}/rating`, rating)).status).toBeLessThan(300)
    await app.settle()
    const { database, jobs } = app.ports
    await database.transaction().execute((tx) => jobs.enqueue(tx, 'feedback.file-bad-rating', { caseId: id }))
    await app.settle()
    const issues = await feedbackTables(app.database).selectFrom('issue').selectAll().execute()
    expect(issues).toMatchObject([
      {
        source: 'bad-rating',
        external_number: number,
        kind: 'complaint',
        situation: 'in-hand',
        asker_id: applicant.personId,
      },
    ])
    expect(issues[0]?.words).toContain('让我跑了三趟')
    // fifteen working days from 1 April 2026, over Qingming
    expect(issues[0]?.state.dispatch).toMatchObject({ lead: 'housing' })
    expect(issues[0]?.first_reply_due).toBe('2026-04-23')
  })
})

const workshop = {
  kind: 'appeal',
  source: 'great-visit',
  topic: 'space',
  words: '急需租赁一千二百平方米车间，不外传',
  name: '某医疗器械企业',
  phone: '13900000034',
}

const asNeed = {
  firm: '青岛示例医疗器械有限公司',
  contact: '周经理',
  phone: '13900000034',
  purpose: '组装车间',
  wishes: [{ field: 'area', value: '1200', weight: 'hard' }],
  agreed: true,
}

interface NeedView {
  readonly version: number
  readonly channel: string
  readonly issue: { readonly id: string | null; readonly number: string }
  readonly handOffs: readonly { readonly step: string; readonly from: string; readonly since: string }[]
}

describe('an issue about space', () => {
  it('is passed on once as a need, each names the other, and every hand-off is timed from when it was said', async () => {
    app.clock.set('2026-04-01T01:30:00Z')
    const first = await app.signIn({ name: '秦川', roles: ['dispatcher'] })
    const issue = await moved<{ id: string; number: string }>(first.post('/api/voice/recorded', workshop))
    app.clock.set('2026-04-02T02:00:00Z')
    const dispatcher = await app.signIn({ name: '秦川', roles: ['dispatcher'] })
    const department = await app.signIn({
      name: '卢思齐',
      roles: ['reviewer'],
      authorities: ['science-innovation'],
    })
    const steward = await app.signIn({ name: '陆明', roles: ['steward'] })
    const passOn = (who: Browser) => who.post('/api/space/recorded-needs', { ...asNeed, issue: issue.id })
    expect((await view(dispatcher, issue.id)).acts).toContain('pass-on')
    expect(await codeOf(passOn(steward))).toBe('issue-not-to-pass-on')
    const answers = await Promise.all([passOn(dispatcher), passOn(dispatcher)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409])
    const made = answers.find(({ status }) => status === 201)
    const { id = '', number } = (made?.json() ?? {}) as { id?: string; number?: string }
    await app.settle()
    expect(await view(dispatcher, issue.id)).toMatchObject({
      need: { id, number, situation: 'transferred' },
      acts: ['dispatch', 'signpost', 'merge'],
    })
    const read = async (who: Browser) => (await who.get(`/api/space/needs/${id}`)).json() as NeedView
    const { version, ...seen } = await read(department)
    expect(seen).toMatchObject({ channel: 'issue', issue: { id: null, number: issue.number } })
    expect((await read(dispatcher)).issue.id).toBe(issue.id)
    expect(seen.handOffs.slice(0, 2)).toMatchObject([
      { step: 'passing-on', from: 'firm', since: '2026-04-01T01:30:00.000Z', tookWorkingDays: 1 },
      { step: 'transfer', from: 'register', since: '2026-04-02T02:00:00.000Z', light: 'green' },
    ])
    await moved(department.post(`/api/space/needs/${id}/receipt`, { version }))
    await app.settle()
    expect(await view(department, issue.id)).not.toHaveProperty('need')
    expect(await view(dispatcher, issue.id)).toMatchObject({ need: { situation: 'received' } })
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from outbox_event where body::text ~ '不外传|周经理|13900000034'`.execute(
      app.database,
    )
    expect(rows).toEqual([{ n: 0 }])
  })

  it('is not passed on once it was sent elsewhere, nor is one about anything else', async () => {
    app.clock.set('2026-04-01T01:30:00Z')
    const dispatcher = await app.signIn({ name: '秦川', roles: ['dispatcher'] })
    const over = await moved(dispatcher.post('/api/voice/recorded', workshop))
    const elsewhere = { version: 1, ground: 'court', reason: '已经起诉' }
    await moved(dispatcher.post(at(over.id, 'signpost'), elsewhere))
    const other = await moved(dispatcher.post('/api/voice/recorded', { ...workshop, topic: 'policy' }))
    for (const { id } of [over, other]) {
      expect((await view(dispatcher, id)).acts).not.toContain('pass-on')
      const passed = dispatcher.post('/api/space/recorded-needs', { ...asNeed, issue: id })
      expect(await codeOf(passed)).toBe('issue-not-to-pass-on')
    }
  })
})
