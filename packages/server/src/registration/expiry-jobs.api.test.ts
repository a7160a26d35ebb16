import { type Browser, type TestApp, testApp } from '@guanjia/devkit/test-app'
import { describe, expect, it } from 'vitest'
import { registrationTables } from './registration-tables.ts'

const base = '/api/registration/applications'
const day = 86_400_000

async function open(owner: Browser): Promise<string> {
  return ((await owner.post(base, { kind: 'LLC' })).json() as { id: string }).id
}

async function clockRuns(app: TestApp, job: 'registration.expire-drafts' | 'registration.free-seats') {
  await app.database.transaction().execute((tx) => app.ports.jobs.enqueue(tx, job, {}))
  await app.settle()
}

function rowOf(app: TestApp, id: string) {
  return registrationTables(app.database)
    .selectFrom('registration_application')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

async function titlesOf(owner: Browser): Promise<readonly string[]> {
  const inbox = (await owner.get('/api/notifications')).json() as { notices: { title: string }[] }
  return inbox.notices.map(({ title }) => title).toReversed()
}

function seatsOf(app: TestApp) {
  return registrationTables(app.database).selectFrom('registration_seat').select(['code', 'state']).execute()
}

/** A session lasts no month: the owner comes back. */
function back(app: TestApp): Promise<Browser> {
  return app.signIn({ name: '林海宁', identityNumber: 'test-lin' })
}

describe('a draft nobody touches', () => {
  it('expires after its owner was told, frees its seat, and keeps its answers', async () => {
    await using app = await testApp({ now: '2026-03-02T01:00:00Z' })
    const owner = await back(app)
    const id = await open(owner)
    await owner.post(`${base}/${id}/seat`, { code: 'zhongou-1-3-12-2' })
    app.clock.advance(26 * day)
    await clockRuns(app, 'registration.expire-drafts')
    expect(await titlesOf(await back(app))).toEqual([])
    app.clock.advance(day)
    await clockRuns(app, 'registration.expire-drafts')
    await clockRuns(app, 'registration.expire-drafts')
    expect(await titlesOf(await back(app))).toEqual(['草稿即将到期'])
    app.clock.advance(3 * day)
    await clockRuns(app, 'registration.expire-drafts')
    expect((await rowOf(app, id)).stage).toBe('draft')
    app.clock.advance(day)
    await clockRuns(app, 'registration.expire-drafts')
    const row = await rowOf(app, id)
    expect(row).toMatchObject({
      stage: 'expired',
      human_acts: 0,
      answers: { seat: { code: 'zhongou-1-3-12-2' } },
    })
    expect(await seatsOf(app)).toEqual([{ code: 'zhongou-1-3-12-2', state: 'free' }])
    const returned = await back(app)
    expect(await titlesOf(returned)).toEqual(['草稿即将到期', '草稿已到期'])
    expect((await returned.post(base, { kind: 'LLC', copyOf: id })).status).toBe(201)
  })

  it('is kept on when it is saved, and told of anew', async () => {
    await using app = await testApp({ now: '2026-03-02T01:00:00Z' })
    const id = await open(await back(app))
    app.clock.advance(28 * day)
    await clockRuns(app, 'registration.expire-drafts')
    const owner = await back(app)
    app.clock.advance(60_000)
    const body = { version: 1, answers: { kind: 'LLC' } }
    const headers = { 'idempotency-key': 'k1' }
    const saved = await owner.send({ method: 'PATCH', url: `${base}/${id}`, headers, body })
    expect(saved.status).toBe(200)
    app.clock.advance(5 * day)
    await clockRuns(app, 'registration.expire-drafts')
    expect((await rowOf(app, id)).stage).toBe('draft')
    app.clock.advance(23 * day)
    await clockRuns(app, 'registration.expire-drafts')
    expect(await titlesOf(await back(app))).toEqual(['草稿即将到期', '草稿即将到期'])
  })

  it('does not expire unannounced after the house has slept', async () => {
    await using app = await testApp({ now: '2026-03-02T01:00:00Z' })
    const id = await open(await back(app))
    app.clock.advance(200 * day)
    await clockRuns(app, 'registration.expire-drafts')
    await clockRuns(app, 'registration.expire-drafts')
    expect((await rowOf(app, id)).stage).toBe('draft')
    expect(await titlesOf(await back(app))).toEqual(['草稿即将到期'])
  })
})

describe('a hold that runs out', () => {
  it('frees the seat and tells its owner, once', async () => {
    await using app = await testApp({ now: '2026-03-02T01:00:00Z' })
    const owner = await back(app)
    const id = await open(owner)
    await owner.post(`${base}/${id}/seat`, { code: 'zhongou-1-3-12-2' })
    app.clock.advance(30 * 60_000 - 1)
    await clockRuns(app, 'registration.free-seats')
    expect(await seatsOf(app)).toMatchObject([{ state: 'held' }])
    app.clock.advance(1)
    await clockRuns(app, 'registration.free-seats')
    await clockRuns(app, 'registration.free-seats')
    expect(await seatsOf(app)).toMatchObject([{ state: 'free' }])
    expect(await titlesOf(owner)).toEqual(['工位保留已到期'])
    const again = await owner.post(`${base}/${id}/seat`, { code: 'zhongou-1-3-12-2' })
    expect(again.json()).toMatchObject({ state: 'held' })
  })

  it('leaves a seat alone that somebody else holds by now', async () => {
    await using app = await testApp({ now: '2026-03-02T01:00:00Z' })
    const first = await back(app)
    const second = await app.signIn({ name: '周文澜' })
    const code = 'zhongou-1-3-12-2'
    await first.post(`${base}/${await open(first)}/seat`, { code })
    app.clock.advance(31 * 60_000)
    await second.post(`${base}/${await open(second)}/seat`, { code })
    await clockRuns(app, 'registration.free-seats')
    expect(await seatsOf(app)).toMatchObject([{ state: 'held' }])
    expect(await titlesOf(second)).toEqual([])
  })
})
