import { type Browser, type TestApp, testApp } from '@guanjia/devkit/test-app'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishFirstCatalogue } from '../../catalogue/index.ts'

interface Listed {
  readonly cases: readonly {
    readonly id: string
    readonly number: string
    readonly version: number
    readonly situation: string
    readonly asked: string
    readonly obstacle: string | null
  }[]
  readonly approvals: readonly {
    readonly id: string
    readonly issuedAt: string | null
    readonly refused: object[]
  }[]
}

const publisher = { principal: { kind: 'system' as const, name: 'test' }, name: 'system:test' }
const papers = ['contractor-qualification', 'demolition-plan']
const completionPapers = [
  ...papers,
  'completion-report',
  'recognition-documents',
  'warranty',
  'housing-books',
]
const words = { reasons: '备案材料齐全，予以备案', basis: '建筑法第五十条' }

let app: TestApp
let clerk: Browser
let housing: Browser

beforeAll(async () => {
  app = await testApp({ now: '2026-04-01T01:30:00Z' })
  await publishFirstCatalogue(app.ports, publisher)
  clerk = await app.signIn({ name: '孙晓', roles: ['clerk'] })
  housing = await app.signIn({ name: '冯雨晴', roles: ['reviewer'], authorities: ['housing'] })
}, 240_000)
afterAll(() => app.close())

/** A filing of a demolition, accepted with everything but what is to follow. */
async function file(service = 'M315', brought: readonly string[] = papers): Promise<string> {
  const applicant = { name: '林海宁', identityNumber: '370214198804120016' }
  const received = await clerk.post('/api/counter/cases', { service, applicant, papers: brought })
  const { id, version } = received.json() as { id: string; version: number }
  await clerk.post(`/api/cases/${id}/acceptance`, {
    version,
    follow: papers.filter((each) => !brought.includes(each)),
  })
  return id
}

async function list(): Promise<Listed> {
  return (await housing.get('/api/department/cases')).json() as Listed
}

async function order(ids: readonly string[]) {
  const { cases } = await list()
  const chosen = cases.filter(({ id }) => ids.includes(id)).map(({ id, version }) => ({ id, version }))
  return housing.post('/api/department/approvals', { cases: chosen, ...words })
}

/** The time to take it back has passed, and the clockwork has run. */
async function elapse(seconds: number): Promise<void> {
  app.clock.set(new Date(app.ports.clock.now().getTime() + seconds * 1000).toISOString())
  await app.settle()
}

async function decisionsTold(): Promise<number> {
  const rows = await app.database
    .selectFrom('outbox_event')
    .select('type')
    .where('type', '=', 'cases.decision-issued')
    .execute()
  return rows.length
}

describe('approving several at once', () => {
  it('issues nothing before it can no longer be taken back, then every one of them', async () => {
    const ids = [await file(), await file()]
    expect((await list()).cases.map(({ asked, obstacle }) => [asked, obstacle])).toEqual([
      ['opinion', null],
      ['opinion', null],
    ])
    const ordered = await order(ids)
    expect(ordered.status).toBe(201)
    expect(await decisionsTold()).toBe(0)
    await elapse(11)
    expect(await decisionsTold()).toBe(2)
    const { cases, approvals } = await list()
    expect(cases.map(({ situation }) => situation)).toEqual(['granted', 'granted'])
    expect(approvals).toMatchObject([{ issuedAt: expect.any(String), refused: [] }])
    const { id } = ordered.json() as { id: string }
    const late = await housing.post(`/api/department/approvals/${id}/withdrawal`)
    expect(late.json()).toMatchObject({ code: 'approvals-issued-already' })
  }, 120_000)

  it('leaves no trace at the applicant’s when it is taken back, and both acts in the trail', async () => {
    const before = await decisionsTold()
    const id = await file()
    const ordered = (await order([id])).json() as { id: string }
    expect((await housing.post(`/api/department/approvals/${ordered.id}/withdrawal`)).status).toBe(200)
    await elapse(11)
    expect(await decisionsTold()).toBe(before)
    const trail = await app.database
      .selectFrom('audit_entry' as never)
      .select('command' as never)
      .where('subject' as never, '=', ordered.id as never)
      .execute()
    expect(trail.map((entry) => (entry as { command: string }).command).toSorted()).toEqual([
      'cases.order-approvals',
      'cases.take-back-approvals',
    ])
  }, 120_000)

  it('is refused for cases of two services and for one that changed meanwhile', async () => {
    const [one, other] = [await file(), await file('M408', completionPapers)]
    expect((await order([one, other])).json()).toMatchObject({ code: 'cases-of-several-services' })
    const stale = { cases: [{ id: one, version: 1 }], ...words }
    expect((await housing.post('/api/department/approvals', stale)).json()).toMatchObject({
      code: 'approval-needs-look',
      errors: [{ code: 'case-changed-meanwhile' }],
    })
  }, 120_000)
})
