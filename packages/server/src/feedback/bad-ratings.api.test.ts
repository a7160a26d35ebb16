import { type Browser, type TestApp, testApp } from '@guanjia/devkit/test-app'
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
