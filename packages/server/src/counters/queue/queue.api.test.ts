import { type Browser, type TestApp, testApp } from '@guanjia/devkit/test-app'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createListener } from '../../platform/events/listener.ts'
import { createLive } from '../../platform/events/live.ts'

let app: TestApp
let clerk: Browser
let colleague: Browser

beforeAll(async () => {
  app = await testApp({ now: '2026-04-01T01:30:00Z' })
  clerk = await app.signIn({ name: '孙晓', roles: ['clerk'] })
  colleague = await app.signIn({ name: '吴桐', roles: ['clerk'] })
}, 240_000)
afterAll(() => app.close())

async function take(): Promise<string> {
  const { json } = await clerk.post('/api/counter/tickets', { matter: '工程建设' })
  return (json() as { number: string }).number
}

async function call(who: Browser, counter: string) {
  const { json } = await who.post('/api/counter/queue/next', { counter })
  return json() as { id: string; number: string; code?: string }
}

/** The ids that a clerk with an open counter hears of. */
async function listenAsClerk(): Promise<AsyncDisposable & { readonly heard: readonly string[] }> {
  const listener = createListener(app.adminUrl)
  const live = createLive(listener)
  await listener.start(() => undefined)
  const topics = ['role:clerk']
  const stream = live.follow({ name: 'clerk', topics, topicsNow: async () => topics })
  if (!stream.ok) throw new Error(stream.code)
  const heard: string[] = []
  stream.value.on('data', (part: Buffer) => {
    const said = part.toString('utf8').matchAll(/event: counters\.line-changed\ndata: {"id":"([^"]+)"}/g)
    for (const [, id = ''] of said) heard.push(id)
  })
  const close = async () => {
    live.close()
    await listener.close()
  }
  return { heard, [Symbol.asyncDispose]: close }
}

describe('the line', () => {
  it('is called in order, one number a clerk, and a missed one comes again three numbers later', async () => {
    expect([await take(), await take(), await take(), await take(), await take()]).toEqual([
      'A001',
      'A002',
      'A003',
      'A004',
      'A005',
    ])
    const first = await call(clerk, '1')
    expect(first.number).toBe('A001')
    expect(await call(clerk, '1')).toMatchObject({ code: 'ticket-in-hand' })
    expect(await call(colleague, '2')).toMatchObject({ number: 'A002' })
    const foreign = await colleague.post(`/api/counter/tickets/${first.id}/closing`, { how: 'served' })
    expect(foreign.json()).toMatchObject({ code: 'ticket-not-in-hand' })
    await clerk.post(`/api/counter/tickets/${first.id}/closing`, { how: 'missed' })
    const { waiting } = (await clerk.get('/api/counter/queue')).json() as { waiting: { number: string }[] }
    expect(waiting.map(({ number }) => number)).toEqual(['A003', 'A004', 'A005', 'A001'])
  }, 60_000)

  it('tells a clerk that nobody waits', async () => {
    app.clock.set('2026-04-02T01:30:00Z')
    clerk = await app.signIn({ name: '孙晓', roles: ['clerk'] })
    expect(await call(clerk, '1')).toMatchObject({ code: 'nobody-waits' })
  }, 60_000)

  it('keeps what a clerk has begun for themselves alone', async () => {
    const body = { service: 'M307', ticks: ['application-form'] }
    await clerk.send({ method: 'PUT', url: '/api/counter/drafts/A001', body: { body } })
    expect((await clerk.get('/api/counter/drafts/A001')).json()).toMatchObject({ body })
    const other = await app.signIn({ name: '吴桐', roles: ['clerk'] })
    expect((await other.get('/api/counter/drafts/A001')).json()).toEqual({
      body: {},
      savedAt: null,
      handedBy: null,
    })
  }, 60_000)

  it('lets a colleague go on with what was begun, with the number and without losing anything', async () => {
    await take()
    const { id, number } = await call(clerk, '1')
    const url = `/api/counter/drafts/${id}`
    const body = { service: 'M307', ticks: ['application-form'] }
    await clerk.send({ method: 'PUT', url, body: { body } })
    const other = await app.signIn({ name: '周宁', roles: ['clerk'] })
    const handOver = (from: Browser, to: string) => from.post(`${url}/hand-over`, { to, counter: '2' })
    const { colleagues } = (await clerk.get('/api/counter/drafts')).json() as {
      colleagues: { id: string; name: string }[]
    }
    expect(colleagues).toContainEqual({ id: other.personId, name: '周宁' })
    expect(colleagues.map(({ id }) => id)).not.toContain(clerk.personId)
    expect((await handOver(clerk, clerk.personId)).json()).toMatchObject({ code: 'colleague-unknown' })
    await other.send({ method: 'PUT', url, body: { body: { service: 'M101' } } })
    expect((await handOver(clerk, other.personId)).json()).toMatchObject({ code: 'colleague-has-begun' })
    await other.send({ method: 'PUT', url, body: { body: {} } })
    const nowhere = await clerk.post(`${url}/hand-over`, { to: other.personId })
    expect(nowhere.json()).toMatchObject({ code: 'counter-missing' })
    await using news = await listenAsClerk()
    expect((await handOver(clerk, other.personId)).json()).toEqual({ subject: id, to: '周宁' })
    await expect.poll(() => news.heard).toEqual([id])
    expect((await other.get(url)).json()).toMatchObject({ body, handedBy: '孙晓' })
    expect((await other.get('/api/counter/queue')).json()).toMatchObject({
      inHand: { id, number },
      counter: '2',
    })
    expect((await clerk.get(url)).json()).toMatchObject({ body: {} })
    expect((await clerk.get('/api/counter/queue')).json()).toMatchObject({ inHand: null })
    expect((await handOver(clerk, other.personId)).json()).toMatchObject({ code: 'draft-empty' })
    await take()
    const next = await call(clerk, '1')
    await expect.poll(() => news.heard).toEqual([id, next.id, next.id])
    const nextUrl = `/api/counter/drafts/${next.id}`
    await clerk.send({ method: 'PUT', url: nextUrl, body: { body } })
    const busy = await clerk.post(`${nextUrl}/hand-over`, { to: other.personId, counter: '2' })
    expect(busy.json()).toMatchObject({ code: 'colleague-serves' })
  }, 60_000)

  it('begins anew each day: a number nobody closed the evening before keeps no clerk from calling', async () => {
    app.clock.set('2026-04-03T01:30:00Z')
    const forgetful = { name: '孙晓', identityNumber: '370214199001010018', assurance: 'two-factor' } as const
    clerk = await app.signIn({ ...forgetful, roles: ['clerk'] })
    await take()
    const forgotten = await call(clerk, '1')
    app.clock.set('2026-04-04T01:30:00Z')
    const { personId } = clerk
    clerk = await app.signIn(forgetful)
    expect(clerk.personId).toBe(personId)
    expect((await clerk.get('/api/counter/queue')).json()).toMatchObject({ inHand: null })
    const late = await clerk.post(`/api/counter/tickets/${forgotten.id}/closing`, { how: 'served' })
    expect(late.json()).toMatchObject({ code: 'ticket-not-in-hand' })
    await take()
    expect(await call(clerk, '1')).toMatchObject({ number: 'A001' })
  }, 60_000)
})
