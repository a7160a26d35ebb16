import { type Browser, type TestApp, testApp } from '@guanjia/devkit/test-app'
import { type Draft, ok, type RegistrationDesk, registrationDesk } from '@guanjia/devkit/test-registration'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const base = '/api/registration/applications'
const hostPhone = '13900000098'
const dayMs = 86_400_000

let app: TestApp
let desk: RegistrationDesk
let registrar: Browser
let lead: Browser
let seats = 30
/** tokens that an earlier test was sent */
const told = new Set<string>()

beforeAll(async () => {
  // within the hours in which messages go out
  app = await testApp({ now: '2026-04-01T01:30:00Z' })
  desk = registrationDesk(app)
  registrar = await app.signIn({ name: '王敏', roles: ['registrar'] })
  lead = await app.signIn({ name: '周组长', roles: ['registrar-lead'] })
})

afterAll(() => app.close())

/** A company on the register, and a seat of a cluster that nobody has. */
async function aCompany(): Promise<{ draft: Draft; seat: string }> {
  seats += 1
  const draft = await desk.signedDraft()
  await ok(desk.submit(draft))
  await app.settle()
  return { draft, seat: `lanwan-c-2-1-${seats}` }
}

/** Proposes to move to a seat of a cluster; the token of the link that its host was sent. */
async function proposed({ id }: Draft, seat: string): Promise<string> {
  const body = { wish: { field: 'premises', seat }, reason: '住所录入有误' }
  expect(await ok(registrar.post(`${base}/${id}/correction`, body))).toEqual({
    proposed: true,
    awaits: 'host',
  })
  await app.settle()
  const messages = await app.database
    .selectFrom('sent_message')
    .select('text')
    .where('recipient', '=', hostPhone)
    .execute()
  const tokens = messages.flatMap(({ text }) => /\/host\/([\w-]+)/.exec(text)?.[1] ?? [])
  const [token = ''] = tokens.filter((one) => !told.has(one))
  told.add(token)
  return token
}

const answer = (token: string, body: object) =>
  app.stranger.post(`/api/registration/hosting/${token}`, { name: '托管员甲', ...body })

const confirm = ({ id }: Draft) => lead.post(`${base}/${id}/correction/confirm`)

async function seatOf({ id }: Draft): Promise<string | undefined> {
  const { rows } = await sql<{ code: string }>`
    select code from registration_seat where application_id = ${id} and state = 'used'`.execute(app.database)
  return rows[0]?.code
}

function correctionOf({ id }: Draft) {
  return ok<{ correction: { host: { state: string; dueAt: string } | null } | null }>(
    lead.get(`/api/registration/queue/${id}`),
  ).then(({ correction }) => correction)
}

async function titlesOf(person: Browser): Promise<readonly string[]> {
  await app.settle()
  const { notices } = await ok<{ notices: { title: string }[] }>(person.get('/api/notifications'))
  return notices.map(({ title }) => title)
}

async function actsOf({ id, owner }: Draft): Promise<readonly string[]> {
  const { number } = await ok<{ number: string }>(owner.get(`${base}/${id}`))
  const { rows } = await sql<{ act: string }>`
    select text::jsonb->>'act' as act from ledger_leaf where text::jsonb->>'subject' = ${number} order by id`.execute(
    app.database,
  )
  return rows.map(({ act }) => act)
}

async function silentHostsAreLookedAt(): Promise<void> {
  await app.database
    .transaction()
    .execute((tx) => app.ports.jobs.enqueue(tx, 'registration.end-corrections', {}))
  await app.settle()
}

describe('a correction to a seat of a cluster', () => {
  it('asks the host, and takes effect only once host and lead have confirmed', async () => {
    const { draft, seat } = await aCompany()
    const before = await seatOf(draft)
    const token = await proposed(draft, seat)
    expect(await ok(app.stranger.get(`/api/registration/hosting/${token}`))).toMatchObject({
      occasion: 'correction',
      host: '青岛蓝湾商务秘书有限公司',
      state: 'asked',
    })
    expect(await titlesOf(lead)).not.toContain('有一项更正待确认')
    expect((await confirm(draft)).json()).toMatchObject({ status: 409, code: 'host-not-confirmed' })
    expect(await seatOf(draft)).toBe(before)
    await ok(answer(token, { outcome: 'confirmed' }))
    expect(await seatOf(draft)).toBe(before)
    expect(await titlesOf(lead)).toContain('托管机构已确认，更正待确认')
    await ok(confirm(draft))
    expect(await seatOf(draft)).toBe(seat)
    expect(await ok(draft.owner.get(`${base}/${draft.id}`))).toMatchObject({
      hostConfirmation: { state: 'confirmed' },
    })
    expect((await answer(token, { outcome: 'refused', reason: '改主意了' })).status).toBe(409)
  })

  it('ends when the host refuses; the subject, who proposed it and the leads are told, and the licence stays', async () => {
    const { draft, seat } = await aCompany()
    const before = await seatOf(draft)
    const token = await proposed(draft, seat)
    await ok(answer(token, { outcome: 'refused', reason: '本期托管名额已满' }))
    expect(await ok(registrar.get(`/api/registration/queue/${draft.id}`))).toMatchObject({
      correction: null,
      endedCorrection: { host: '青岛蓝湾商务秘书有限公司', reason: '本期托管名额已满' },
    })
    expect((await confirm(draft)).status).toBe(404)
    expect(await seatOf(draft)).toBe(before)
    expect(await titlesOf(draft.owner)).toContain('住所没有更正')
    for (const officer of [registrar, lead]) expect(await titlesOf(officer)).toContain('托管机构不同意更正')
    expect(await actsOf(draft)).toEqual(
      expect.arrayContaining(['registration.host-refused', 'registration.correction-ended']),
    )
    const again = await proposed(draft, seat)
    await ok(answer(again, { outcome: 'confirmed' }))
    await ok(confirm(draft))
    expect(await seatOf(draft)).toBe(seat)
  })

  it('ends when the host says nothing for as long as a filing is kept', async () => {
    const { draft, seat } = await aCompany()
    const token = await proposed(draft, seat)
    app.clock.advance(29 * dayMs)
    await silentHostsAreLookedAt()
    app.clock.advance(2 * dayMs)
    await silentHostsAreLookedAt()
    await silentHostsAreLookedAt()
    const late = await answer(token, { outcome: 'confirmed' })
    app.clock.advance(-31 * dayMs)
    expect(late.json()).toMatchObject({ status: 409, code: 'filing-settled' })
    expect((await actsOf(draft)).filter((act) => act === 'registration.correction-ended')).toHaveLength(1)
    expect((await titlesOf(draft.owner)).filter((title) => title === '住所没有更正')).toHaveLength(1)
  })

  it('that is still waited for is kept until its time is over, and is not proposed twice', async () => {
    const { draft, seat } = await aCompany()
    await proposed(draft, seat)
    await silentHostsAreLookedAt()
    expect(await correctionOf(draft)).toMatchObject({
      host: { state: 'asked', dueAt: new Date(app.clock.now().getTime() + 30 * dayMs).toISOString() },
    })
    const body = { wish: { field: 'premises', seat }, reason: '住所录入有误' }
    expect((await registrar.post(`${base}/${draft.id}/correction`, body)).json()).toMatchObject({
      code: 'correction-waiting',
    })
  })

  it('rejected by a lead in the meantime is not answered for any more', async () => {
    const { draft, seat } = await aCompany()
    const token = await proposed(draft, seat)
    await ok(lead.post(`${base}/${draft.id}/correction/reject`, { reason: '与租赁合同不符' }))
    expect((await answer(token, { outcome: 'confirmed' })).json()).toMatchObject({ code: 'filing-settled' })
  })
})
