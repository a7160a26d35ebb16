import { type TestApp, testApp } from '@guanjia/devkit/test-app'
import {
  aFilledDraft,
  anApplicant,
  type Draft,
  ok,
  reasonCodes,
  signDraft,
  submitDraft,
} from '@guanjia/devkit/test-registration'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const base = '/api/registration/applications'
const hostPhone = '13900000098'
const trades = ['松岳', '柏川', '云舟', '晴禾', '明渡', '嘉陌', '长汀', '沐野']

let app: TestApp
let used = 0
/** tokens that an earlier test was sent */
const told = new Set<string>()

beforeAll(async () => {
  // within the hours in which messages go out
  app = await testApp({ now: '2026-04-01T01:30:00Z' })
})

afterAll(() => app.close())

interface Confirmation {
  readonly state: string
  readonly reason: string | null
}

/** A company at a seat, everything filled in. */
async function aDraftAt(building: 'a' | 'c'): Promise<Draft> {
  used += 1
  return aFilledDraft(await anApplicant(app), {
    name: `青岛${trades[used - 1]}信息技术有限公司`,
    seat: `lanwan-${building}-2-1-${building === 'c' ? used : 1 + (used % 4)}`,
  })
}

/** Files the address; the token of the link that the host was sent. */
async function filed({ id, owner }: Draft): Promise<string> {
  await ok(owner.post(`${base}/${id}/address-filing`, { contactName: '林海宁', contactPhone: '13900000001' }))
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

function confirmationOf({ id, owner }: Draft): Promise<Confirmation | null> {
  return ok<{ hostConfirmation: Confirmation | null }>(owner.get(`${base}/${id}`)).then(
    ({ hostConfirmation }) => hostConfirmation,
  )
}

describe('a filed address at a seat of a cluster', () => {
  it('is confirmed by its host behind a link, and the company is then registered without a person', async () => {
    const draft = await aDraftAt('c')
    expect(await confirmationOf(draft)).toMatchObject({ state: 'not-asked' })
    const token = await filed(draft)
    expect(await ok(app.stranger.get(`/api/registration/hosting/${token}`))).toMatchObject({
      company: `青岛${trades[used - 1]}信息技术有限公司`,
      host: '青岛蓝湾商务秘书有限公司',
      state: 'asked',
    })
    expect(await ok(answer(token, { outcome: 'confirmed' }))).toMatchObject({ state: 'confirmed' })
    expect(await confirmationOf(draft)).toMatchObject({ state: 'confirmed' })
    expect(await submitDraft(await signDraft(draft))).toMatchObject({ outcome: 'approved' })
    const again = await answer(token, { outcome: 'refused', reason: '改主意了' })
    expect(again.json()).toMatchObject({ status: 409, code: 'filing-answered' })
  })

  it('without the word of its host goes to a registrar with that reason', async () => {
    const draft = await aDraftAt('c')
    const token = await filed(draft)
    const submission = await submitDraft(await signDraft(draft))
    expect(submission).toMatchObject({ outcome: 'with-officer' })
    expect(reasonCodes(submission)).toEqual(['host-silent'])
    // its word still counts while the registrar looks at the case
    await ok(answer(token, { outcome: 'confirmed' }))
    const registrar = await app.signIn({ name: '王敏', roles: ['registrar'] })
    expect(await ok(registrar.get(`/api/registration/queue/${draft.id}`))).toMatchObject({
      verdict: 'approve',
    })
  })

  it('is refused with a reason, which frees the seat and is told to the applicant', async () => {
    const draft = await aDraftAt('c')
    const { seat } = await ok<{ seat: { code: string } }>(draft.owner.get(`${base}/${draft.id}`))
    const token = await filed(draft)
    expect((await answer(token, { outcome: 'refused', reason: '不' })).status).toBe(400)
    await ok(answer(token, { outcome: 'refused', reason: '本期托管名额已满' }))
    await app.settle()
    expect(await confirmationOf(draft)).toMatchObject({ state: 'refused', reason: '本期托管名额已满' })
    const { rows } = await sql`select state from registration_seat where code = ${seat.code}`.execute(
      app.database,
    )
    expect(rows).toEqual([{ state: 'free' }])
    const { notices } = await ok<{ notices: { title: string }[] }>(draft.owner.get('/api/notifications'))
    expect(notices.map(({ title }) => title)).toContain('托管机构不同意')
  })

  it('is asked about anew when the same seat is filed again after a refusal', async () => {
    const draft = await aDraftAt('c')
    const { seat } = await ok<{ seat: { code: string } }>(draft.owner.get(`${base}/${draft.id}`))
    const refused = await filed(draft)
    await ok(answer(refused, { outcome: 'refused', reason: '请先到托管机构签订协议' }))
    await ok(draft.owner.post(`${base}/${draft.id}/seat`, { code: seat.code }))
    const token = await filed(draft)
    expect(token).not.toBe('')
    expect(await confirmationOf(draft)).toMatchObject({ state: 'asked', reason: null })
    await ok(answer(token, { outcome: 'confirmed' }))
    expect(await submitDraft(await signDraft(draft))).toMatchObject({ outcome: 'approved' })
  })

  it('is not answered for any more once the applicant has moved and signed elsewhere', async () => {
    const draft = await aDraftAt('c')
    const token = await filed(draft)
    const elsewhere = `lanwan-a-2-2-${1 + (used % 4)}`
    await ok(draft.owner.post(`${base}/${draft.id}/seat`, { code: elsewhere }))
    await signDraft(draft)
    const late = await answer(token, { outcome: 'refused', reason: '本期托管名额已满' })
    expect(late.json()).toMatchObject({ status: 409, code: 'filing-moved' })
    expect(await ok(draft.owner.get(`${base}/${draft.id}`))).toMatchObject({
      stage: 'signing',
      seat: { code: elsewhere },
    })
    expect(await submitDraft(draft)).toMatchObject({ outcome: 'approved' })
  })

  it('leaves a leaf that names nobody', async () => {
    const draft = await aDraftAt('c')
    const { number } = await ok<{ number: string }>(draft.owner.get(`${base}/${draft.id}`))
    await ok(answer(await filed(draft), { outcome: 'confirmed' }))
    const { rows } = await sql<{ text: string }>`
      select text from ledger_leaf
      where text::jsonb->>'subject' = ${number} and text::jsonb->>'act' = 'registration.host-confirmed'`.execute(
      app.database,
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]?.text).not.toContain('托管员甲')
  })
})

describe('a filed address at any other seat', () => {
  it('asks nobody, and is decided at once', async () => {
    const draft = await aDraftAt('a')
    await filed(draft)
    const { rows } = await sql`
      select 1 from outbox_event where type = 'registration.host-asked' and subject = ${draft.id}`.execute(
      app.database,
    )
    expect(rows).toEqual([])
    expect(await confirmationOf(draft)).toBeNull()
    expect(await submitDraft(await signDraft(draft))).toMatchObject({ outcome: 'approved' })
  })
})

describe('the link of a host', () => {
  it('that nobody was sent opens nothing', async () => {
    const path = '/api/registration/hosting/abcdefghijklmnop'
    expect((await app.stranger.get(path)).json()).toMatchObject({ status: 404, code: 'hosting-link-unknown' })
  })
})
