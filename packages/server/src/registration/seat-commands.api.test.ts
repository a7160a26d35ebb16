import { type TestApp, testApp } from '@guanjia/devkit/test-app'
import { anApplicant, ok } from '@guanjia/devkit/test-registration'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const base = '/api/registration/applications'
let app: TestApp

beforeAll(async () => {
  app = await testApp({ now: '2026-04-01T01:30:00Z' })
})

afterAll(() => app.close())

interface Booked {
  readonly state: string
  readonly until: string
  readonly address: string
}

async function opened() {
  const owner = await anApplicant(app)
  const { id } = await ok<{ id: string }>(owner.post(base, { kind: 'IND' }))
  const hold = (code: string) => owner.post(`${base}/${id}/seat`, { code })
  const file = () =>
    owner.post(`${base}/${id}/address-filing`, { contactName: '林海宁', contactPhone: '13900000001' })
  return { id, owner, hold, file }
}

function tasks(id: string) {
  return sql<{ count: number }>`
    select count(*)::int as count from outbox_event
    where type = 'registration.address-filed' and subject = ${id}`
    .execute(app.database)
    .then(({ rows }) => rows[0]?.count)
}

describe('holding a seat', () => {
  it('again does not give more time', async () => {
    const { hold } = await opened()
    const first = await ok<Booked>(hold('panggu-1-8-1-1'))
    app.clock.advance(20 * 60_000)
    expect(await ok<Booked>(hold('panggu-1-8-1-1'))).toMatchObject({ state: 'held', until: first.until })
    app.clock.advance(11 * 60_000)
    const again = await ok<Booked>(hold('panggu-1-8-1-1'))
    expect(Date.parse(again.until) - Date.parse(first.until)).toBe(31 * 60_000)
  })

  it('and giving it back tell the version that the next saving stands on', async () => {
    const { id, owner, hold } = await opened()
    const held = await ok<{ version: number }>(hold('panggu-1-8-1-5'))
    const url = `${base}/${id}`
    const given = await ok<{ version: number }>(owner.send({ method: 'DELETE', url: `${url}/seat` }))
    expect(given.version).toBe(held.version + 1)
    const save = (version: number) =>
      owner.send({ method: 'PATCH', url, body: { version, answers: { kind: 'IND', duplicates: 2 } } })
    expect((await save(held.version)).json()).toMatchObject({ code: 'answers-changed-meanwhile' })
    expect((await save(given.version)).status).toBe(200)
  })

  it('of a cluster says so in the address', async () => {
    const { hold } = await opened()
    expect((await ok<Booked>(hold('lanwan-c-2-1-60'))).address).toMatch(/60号工位（集群注册）$/)
  })

  it('is refused where the carrier has as many subjects as it takes', async () => {
    const seats = await ok<{ carriers: { id: string; total: number; free: number }[] }>(
      app.stranger.get('/api/registration/seats'),
    )
    const panggu = seats.carriers.find(({ id }) => id === 'panggu')
    expect(panggu).toMatchObject({ total: 1600 })
    const full = await opened()
    await app.asSuperuser(`
      insert into guanjia.registration_seat (code, carrier, room, state, changed_at)
      select 'panggu-full-' || n, 'panggu', 'panggu-full', 'frozen', now()
      from generate_series(1, ${panggu?.free}) as n`)
    expect((await full.hold('panggu-1-9-1-1')).json()).toMatchObject({ status: 409, code: 'carrier-full' })
    await app.asSuperuser(`delete from guanjia.registration_seat where room = 'panggu-full'`)
    expect((await full.hold('panggu-1-9-1-1')).status).toBe(201)
  })
})

describe('filing an address', () => {
  it('from a seat that is held keeps it, and is told to the hall once', async () => {
    const { id, hold, file } = await opened()
    await ok(hold('panggu-1-8-1-2'))
    expect(await ok<Booked>(file())).toMatchObject({ state: 'filed' })
    app.clock.advance(60_000)
    expect(await ok<Booked>(file())).toMatchObject({ state: 'filed' })
    expect(await tasks(id)).toBe(1)
  })

  it('of another seat is told again', async () => {
    const { id, hold, file } = await opened()
    await ok(hold('panggu-1-8-1-3'))
    await ok(file())
    await ok(hold('panggu-1-8-1-4'))
    await ok(file())
    expect(await tasks(id)).toBe(2)
  })
})

describe('carriers shown to who looks for a seat', () => {
  it('say whether they take the trade', async () => {
    const { carriers } = await ok<{
      carriers: { id: string; takesTrade: boolean; host: string | null }[]
    }>(app.stranger.get('/api/registration/seats?division=H62'))
    const takes = Object.fromEntries(carriers.map(({ id, takesTrade }) => [id, takesTrade]))
    expect(takes).toMatchObject({ zhongou: false, ruanjian: true })
    expect(carriers.find(({ id }) => id === 'lanwan')?.host).toContain('商务秘书')
  })
})
