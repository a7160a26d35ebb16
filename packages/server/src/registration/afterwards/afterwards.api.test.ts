import { replayApplication } from '@guanjia/core/registration'
import { type Browser, type TestApp, testApp } from '@guanjia/devkit/test-app'
import { aPdf, keepDocument } from '@guanjia/devkit/test-papers'
import { type Draft, ok, type RegistrationDesk, registrationDesk } from '@guanjia/devkit/test-registration'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registrationTables } from '../registration-tables.ts'

const base = '/api/registration/applications'

let app: TestApp
let desk: RegistrationDesk
let registrar: Browser
let lead: Browser

beforeAll(async () => {
  app = await testApp({ now: '2026-04-01T01:30:00Z' })
  desk = registrationDesk(app)
  registrar = await app.signIn({ name: '王敏', roles: ['registrar'] })
  lead = await app.signIn({ name: '周组长', roles: ['registrar-lead'] })
})

afterAll(() => app.close())

interface Licence {
  readonly number: string
  readonly unifiedCode: string
  readonly name: string
}

/** A company on the register. */
async function aCompany(): Promise<{ draft: Draft; licence: Licence }> {
  const draft = await desk.signedDraft()
  const { licence } = await ok<{ licence: Licence }>(desk.submit(draft))
  await app.settle()
  return { draft, licence }
}

function correct({ id }: Draft, wish: object) {
  return registrar.post(`${base}/${id}/correction`, { wish, reason: '录入时笔误' })
}

async function corrected(draft: Draft, wish: object): Promise<Licence> {
  await ok(correct(draft, wish))
  return (await ok<{ licence: Licence }>(lead.post(`${base}/${draft.id}/correction/confirm`))).licence
}

async function documentOf(code: string): Promise<Record<string, unknown>> {
  const licences = await registrationTables(app.database)
    .selectFrom('licence')
    .select(['document', 'status'])
    .where('unified_code', '=', code)
    .where('status', '=', 'valid')
    .execute()
  expect(licences).toHaveLength(1)
  return { ...licences[0]?.document }
}

async function zeroTouch(): Promise<number> {
  const counts = await ok<{ zeroTouchSetUps: number }>(app.stranger.get('/api/registration/counts'))
  return counts.zeroTouchSetUps
}

describe('a correction to premises of one’s own', () => {
  const address = '山东省青岛市高新区河东路100号2号楼305'
  const wish = { field: 'own-premises', address, right: 'rented' }

  it('wants a proof, has the lead read it before confirming, and frees the seat', async () => {
    const { draft, licence } = await aCompany()
    const foreign = await keepDocument(await desk.someone(), aPdf('别人的租赁合同'))
    expect((await correct(draft, { ...wish, document: foreign })).json()).toMatchObject({
      code: 'document-unknown',
    })
    const document = await keepDocument(registrar, aPdf('租赁合同', '租赁合同.pdf'))
    await ok(correct(draft, { ...wish, document }))
    const confirm = () => lead.post(`${base}/${draft.id}/correction/confirm`)
    expect((await confirm()).json()).toMatchObject({ status: 409, code: 'papers-unread' })
    const { correction } = await ok<{ correction: { wish: { proof: { digest: string } } } }>(
      lead.get(`/api/registration/queue/${draft.id}`),
    )
    const { digest } = correction.wish.proof
    await ok(lead.post(`/api/registration/queue/${draft.id}/files/${digest}/reading`))
    await ok(confirm())
    expect(await documentOf(licence.unifiedCode)).toMatchObject({ premises: address })
    const { rows } = await sql`select code from registration_seat where application_id = ${draft.id}`.execute(
      app.database,
    )
    expect(rows).toEqual([])
    const archive = await draft.owner.get(`${base}/${draft.id}/archive.zip`)
    expect(archive.bytes.toString('latin1')).toContain('handed-in/1-correction.pdf')
  })
})

describe('a correction', () => {
  it('takes two people: whoever proposed it cannot confirm it, and nothing changes before', async () => {
    const { draft, licence } = await aCompany()
    await ok(
      lead.post(`${base}/${draft.id}/correction`, {
        wish: { field: 'capital', amount: '2000000' },
        reason: '录入时笔误',
      }),
    )
    expect((await lead.post(`${base}/${draft.id}/correction/confirm`)).status).toBe(403)
    expect((await registrar.post(`${base}/${draft.id}/correction/confirm`)).status).toBe(403)
    expect(await documentOf(licence.unifiedCode)).toMatchObject({
      number: licence.number,
      capitalMinor: '100000000',
    })
  })

  it('issues a new licence and a new version, leaves leaves, and tells every receiver', async () => {
    const { draft, licence } = await aCompany()
    const next = await corrected(draft, { field: 'capital', amount: '2000000' })
    expect(next.number).not.toBe(licence.number)
    expect(await documentOf(licence.unifiedCode)).toMatchObject({
      number: next.number,
      capitalMinor: '200000000',
    })
    const { rows: versions } = await sql<{ open: boolean; capital: string }>`
      select recorded_to is null as open, document->>'capitalMinor' as capital from market_entity_version
      where unified_code = ${licence.unifiedCode} order by id`.execute(app.database)
    expect(versions).toEqual([
      { open: false, capital: '100000000' },
      { open: true, capital: '200000000' },
    ])
    await app.settle()
    const { rows: pushes } = await sql<{ occasion: string; state: string; count: number }>`
      select occasion, state, count(*) as count from registration_push
      where unified_code = ${licence.unifiedCode} group by 1, 2 order by 1`.execute(app.database)
    expect(pushes).toEqual([
      { occasion: 'correction', state: 'delivered', count: 5 },
      { occasion: 'set-up', state: 'delivered', count: 5 },
    ])
    const { rows: told } = await sql<{ receivers: number }>`
      select (body->>'receivers')::int as receivers from outbox_event
      where type = 'registration.pushes-delivered' and subject = ${draft.id}`.execute(app.database)
    expect(told).toEqual([{ receivers: 5 }])
    const { number } = await ok<{ number: string }>(draft.owner.get(`${base}/${draft.id}`))
    const { rows: leaves } = await sql<{ act: string }>`
      select text::jsonb->>'act' as act from ledger_leaf where text::jsonb->>'subject' = ${number}`.execute(
      app.database,
    )
    expect(leaves.map(({ act }) => act)).toEqual(
      expect.arrayContaining(['registration.correction-proposed', 'registration.licence-corrected']),
    )
  })

  it('takes the set-up out of the zero-touch count, whose human acts are what its events say', async () => {
    const { draft } = await aCompany()
    const before = await zeroTouch()
    await corrected(draft, { field: 'capital', amount: '2000000' })
    expect(await zeroTouch()).toBe(before - 1)
    const events = await registrationTables(app.database)
      .selectFrom('registration_event')
      .select('body')
      .where('application_id', '=', draft.id)
      .orderBy('sequence')
      .execute()
    const row = await registrationTables(app.database)
      .selectFrom('registration_application')
      .select('human_acts')
      .where('id', '=', draft.id)
      .executeTakeFirstOrThrow()
    expect(row.human_acts).toBe(replayApplication(events.map(({ body }) => body as never)).humanActs)
  })

  it('that is rejected leaves the licence as it is', async () => {
    const { draft, licence } = await aCompany()
    await ok(correct(draft, { field: 'capital', amount: '2000000' }))
    expect((await correct(draft, { field: 'capital', amount: '3000000' })).json()).toMatchObject({
      code: 'correction-waiting',
    })
    await ok(lead.post(`${base}/${draft.id}/correction/reject`, { reason: '与章程不符' }))
    expect(await documentOf(licence.unifiedCode)).toMatchObject({ number: licence.number })
    expect((await lead.post(`${base}/${draft.id}/correction/confirm`)).status).toBeGreaterThanOrEqual(403)
  })

  it('of the premises takes a free seat of the catalogue and frees the old one', async () => {
    const { draft, licence } = await aCompany()
    const other = await aCompany()
    const seatOf = async (code: string) =>
      (
        await sql<{ code: string; state: string }>`select code, state from registration_seat
          where application_id = (select application_id from market_entity where unified_code = ${code})`.execute(
          app.database,
        )
      ).rows
    const [taken] = await seatOf(other.licence.unifiedCode)
    const [old] = await seatOf(licence.unifiedCode)
    expect((await correct(draft, { field: 'premises', seat: '北京市长安街1号' })).json()).toMatchObject({
      code: 'seat-unknown',
    })
    expect((await correct(draft, { field: 'premises', seat: taken?.code })).json()).toMatchObject({
      code: 'seat-taken',
    })
    const free = desk.freeSeat()
    await corrected(draft, { field: 'premises', seat: free })
    expect(await seatOf(licence.unifiedCode)).toEqual([{ code: free, state: 'used' }])
    expect((await documentOf(licence.unifiedCode))['premises']).toContain('盘谷创客空间')
    const { rows } = await sql`select state from registration_seat where code = ${old?.code}`.execute(
      app.database,
    )
    expect(rows).toEqual([{ state: 'free' }])
  })

  it('of premises and scope asks the carrier about each other as they stand now', async () => {
    const { draft } = await aCompany()
    const catering = { field: 'scope', entryIds: ['i65-01', 'h62-03'] }
    expect((await correct(draft, catering)).json()).toMatchObject({ code: 'correction-scope-unlawful' })
    await corrected(draft, { field: 'premises', seat: 'ruanjian-c-1-1-1' })
    await corrected(draft, catering)
    const back = await correct(draft, { field: 'premises', seat: 'zhongou-1-3-12-2' })
    expect(back.json()).toMatchObject({ status: 409, code: 'seat-taken' })
  })

  it('of the premises does not lead to a carrier that is full', async () => {
    const { draft } = await aCompany()
    await corrected(draft, { field: 'premises', seat: 'ruanjian-c-1-1-2' })
    await app.asSuperuser(`
      insert into guanjia.registration_seat (code, carrier, room, state, changed_at)
      select 'panggu-full-' || n, 'panggu', 'panggu-full', 'frozen', now() from generate_series(1, 1600) as n`)
    const full = await correct(draft, { field: 'premises', seat: desk.freeSeat() })
    await app.asSuperuser(`delete from guanjia.registration_seat where room = 'panggu-full'`)
    expect(full.json()).toMatchObject({ status: 409, code: 'carrier-full' })
    expect((await correct(draft, { field: 'premises', seat: desk.freeSeat() })).status).toBe(201)
  })

  it('of the name takes a free one, and the old one stands in the way of others for a year', async () => {
    const { draft, licence } = await aCompany()
    const other = await aCompany()
    expect((await correct(draft, { field: 'name', name: other.licence.name })).json()).toMatchObject({
      code: 'correction-name-unlawful',
    })
    const fresh = '青岛鲸澜海测技术有限公司'
    expect((await corrected(draft, { field: 'name', name: fresh })).name).toBe(fresh)
    const { rows } = await sql<{ name: string; state: string; until: string | null }>`
      select name, state, until from registration_name
      where unified_code = ${licence.unifiedCode} order by state`.execute(app.database)
    expect(rows).toEqual([
      { name: fresh, state: 'registered', until: null },
      { name: licence.name, state: 'renamed', until: '2027-04-01' },
    ])
    const verdict = await ok<{ verdict: string }>(
      app.stranger.post('/api/registration/names/check', { name: licence.name }),
    )
    expect(verdict.verdict).not.toBe('available')
  })

  it('of the representative takes a director or the manager, and nobody barred', async () => {
    const owner = await desk.someone()
    const second = await desk.someone('周文澜')
    const draft = await desk.aDraft(owner, {
      parties: [
        {
          kind: 'person',
          id: 'p1',
          name: owner.name,
          identityNumber: owner.identityNumber,
          phone: '13900000001',
        },
        {
          kind: 'person',
          id: 'p2',
          name: second.name,
          identityNumber: second.identityNumber,
          phone: '13900000002',
        },
      ],
      posts: {
        directors: ['p1'],
        manager: 'p2',
        supervision: { kind: 'waived-by-all' },
        legalRepresentative: 'p1',
        finance: 'p1',
        liaison: 'p1',
      },
    })
    await desk.signed(draft, [second])
    const { licence } = await ok<{ licence: Licence }>(desk.submit(draft))
    expect((await correct(draft, { field: 'representative', partyId: 'p9' })).json()).toMatchObject({
      code: 'correction-representative-unlawful',
    })
    await corrected(draft, { field: 'representative', partyId: 'p2' })
    expect(await documentOf(licence.unifiedCode)).toMatchObject({ representative: { name: '周文澜' } })
    const { rows } = await sql<{ person_id: string }>`
      select person_id from market_entity_person
      where unified_code = ${licence.unifiedCode} and 'legal-representative' = any(duties)`.execute(
      app.database,
    )
    expect(rows).toEqual([{ person_id: second.personId }])
  })

  it.each([
    [
      'a scope that is not standard wording',
      { field: 'scope', entryIds: ['x00-00'] },
      'correction-scope-unlawful',
    ],
    ['a capital of nothing', { field: 'capital', amount: '0' }, 'correction-capital-unlawful'],
    ['what stands there already', { field: 'capital', amount: '1000000' }, 'correction-changes-nothing'],
  ])('does not take %s', async (_, wish, code) => {
    const { draft } = await aCompany()
    expect((await correct(draft, wish)).json()).toMatchObject({ code })
  })
})

describe('a revocation', () => {
  it('takes two people, ends the licence, writes a revoked version, frees the seat and tells the receivers', async () => {
    const { draft, licence } = await aCompany()
    app.clock.advance(86_400_000)
    const [one, two] = [
      await app.signIn({ name: '张立', roles: ['registrar-lead'] }),
      await app.signIn({ name: '李再', roles: ['registrar-lead'] }),
    ]
    const url = `${base}/${draft.id}/revocation`
    await ok(one.post(url, { reason: '冒用身份骗取登记' }))
    expect((await one.post(`${url}/confirm`)).status).toBe(403)
    expect(await ok(two.post(`${url}/confirm`))).toEqual({ stage: 'revoked' })
    await app.settle()
    app.clock.advance(-86_400_000)
    const { rows: versions } = await sql<{ status: string; from: string; to: string | null }>`
      select status, valid_from as from, valid_to as to from market_entity_version
      where unified_code = ${licence.unifiedCode} and recorded_to is null order by valid_from`.execute(
      app.database,
    )
    expect(versions).toEqual([
      { status: 'registered', from: '2026-04-01', to: '2026-04-02' },
      { status: 'revoked', from: '2026-04-02', to: null },
    ])
    const { rows: seats } =
      await sql`select code from registration_seat where application_id = ${draft.id}`.execute(app.database)
    expect(seats).toEqual([])
    const { rows: pushes } = await sql<{ state: string }>`
      select state from registration_push
      where unified_code = ${licence.unifiedCode} and occasion = 'revocation'`.execute(app.database)
    expect(pushes.map(({ state }) => state)).toEqual(Array.from({ length: 5 }, () => 'delivered'))
    const { rows: names } = await sql`
      select state, until from registration_name where unified_code = ${licence.unifiedCode}`.execute(
      app.database,
    )
    expect(names).toEqual([{ state: 'revoked', until: '2027-04-02' }])
  })

  it('can be rejected, and the registration goes on', async () => {
    const { draft, licence } = await aCompany()
    const url = `${base}/${draft.id}/revocation`
    registrar = await app.signIn({ name: '王敏', roles: ['registrar'] })
    lead = await app.signIn({ name: '周组长', roles: ['registrar-lead'] })
    await ok(registrar.post(url, { reason: '有人举报冒用身份' }))
    expect(await ok(lead.post(`${url}/reject`, { reason: '经核查不成立' }))).toEqual({ stage: 'approved' })
    expect(await documentOf(licence.unifiedCode)).toMatchObject({ number: licence.number })
    await ok(registrar.post(url, { reason: '又有新的证据提交' }))
  })
})
