import { type Browser, type TestApp, testApp } from '@guanjia/devkit/test-app'
import { ok, type RegistrationDesk, registrationDesk } from '@guanjia/devkit/test-registration'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const base = '/api/registration/applications'
const queue = '/api/registration/queue'
const special = { special: ['group'] }
const approval = { outcome: 'approved', reason: '集团登记材料齐全' }
const refusal = {
  outcome: 'refused',
  reason: '集团母公司注册资本不符合要求',
  check: 'Q14',
  article: '企业名称登记管理规定 14',
  mend: '去掉集团字样后重新申请',
}

let app: TestApp
let desk: RegistrationDesk

beforeAll(async () => {
  app = await testApp({ now: '2026-04-01T01:30:00Z' })
  desk = registrationDesk(app)
})

afterAll(() => app.close())

/** A case that waits for a person. */
async function aReferral() {
  const draft = await desk.signedDraft(special)
  expect(await ok(desk.submit(draft))).toMatchObject({ outcome: 'with-officer' })
  return draft
}

function noticesOf(person: Pick<Browser, 'personId'>) {
  return sql<{ template: string; text: string }>`
    select template, text from notice where person_id = ${person.personId} and channel = 'in-app' order by created_at`
    .execute(app.database)
    .then(({ rows }) => rows)
}

async function deskIsWatched(): Promise<void> {
  await app.database.transaction().execute((tx) => app.ports.jobs.enqueue(tx, 'registration.watch-desk', {}))
  await app.settle()
}

describe('a case on a desk', () => {
  it('is decided by nobody who has not claimed it', async () => {
    const draft = await aReferral()
    const registrar = await app.signIn({ name: '王敏', roles: ['registrar'] })
    expect((await registrar.post(`${queue}/${draft.id}/decision`, approval)).json()).toMatchObject({
      status: 409,
      code: 'claim-missing',
    })
  })

  it('is given back, and taken by another', async () => {
    const draft = await aReferral()
    const [one, other] = [await desk.claimed(draft), await app.signIn({ name: '张立', roles: ['registrar'] })]
    expect((await other.post(`${queue}/${draft.id}/claim`)).json()).toMatchObject({
      code: 'claimed-by-other',
    })
    expect((await other.post(`${queue}/${draft.id}/release`)).json()).toMatchObject({
      code: 'claimed-by-other',
    })
    await ok(one.post(`${queue}/${draft.id}/release`))
    await ok(other.post(`${queue}/${draft.id}/claim`))
    expect(await ok(other.post(`${queue}/${draft.id}/decision`, approval))).toMatchObject({
      outcome: 'approved',
    })
  })

  it('is handed over to a registrar, who hears of it, and to nobody else', async () => {
    const draft = await aReferral()
    const one = await desk.claimed(draft)
    const other = await app.signIn({ name: '张立', roles: ['registrar'] })
    const clerk = await app.signIn({ name: '孙大厅', roles: ['clerk'] })
    expect((await one.post(`${queue}/${draft.id}/hand-over`, { to: clerk.personId })).json()).toMatchObject({
      code: 'registrar-unknown',
    })
    await ok(one.post(`${queue}/${draft.id}/hand-over`, { to: other.personId }))
    expect((await one.post(`${queue}/${draft.id}/decision`, approval)).json()).toMatchObject({
      code: 'claimed-by-other',
    })
    await app.settle()
    expect(await noticesOf(other)).toContainEqual(expect.objectContaining({ template: 'case-handed-over' }))
  })

  it('that is overdue is told to the lead and to who has it, once', async () => {
    const draft = await aReferral()
    const registrar = await desk.claimed(draft)
    const lead = await app.signIn({ name: '周组长', roles: ['registrar-lead'] })
    await deskIsWatched()
    app.clock.advance(8 * 3_600_000)
    await deskIsWatched()
    await deskIsWatched()
    app.clock.advance(-8 * 3_600_000)
    for (const person of [lead, registrar]) {
      const told = (await noticesOf(person)).filter(({ template }) => template === 'review-overdue')
      const number = (await ok<{ number: string }>(draft.owner.get(`${base}/${draft.id}`))).number
      expect(told.filter(({ text }) => text.includes(number))).toHaveLength(1)
    }
  })
})

describe('a registrar who has a part in the company', () => {
  it('neither sees it in the queue nor claims nor decides it', async () => {
    const owner = await desk.someone()
    const shareholder = await app.signIn({ name: '赵股东', identityNumber: '370214198804120999' })
    const registrar = await app.signIn({
      name: '赵股东',
      identityNumber: '370214198804120999',
      roles: ['registrar', 'registrar-lead'],
    })
    const draft = await desk.aDraft(owner, {
      ...special,
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
          name: '赵股东',
          identityNumber: '370214198804120999',
          phone: '13900000002',
        },
      ],
      shareholders: [
        { partyId: 'p1', percent: '50', form: 'money' },
        { partyId: 'p2', percent: '50', form: 'money' },
      ],
    })
    await desk.signed(draft, [shareholder])
    expect(await ok(desk.submit(draft))).toMatchObject({ outcome: 'with-officer' })
    const { entries } = await ok<{ entries: { id: string }[] }>(registrar.get(queue))
    expect(entries.map(({ id }) => id)).not.toContain(draft.id)
    expect((await registrar.post(`${queue}/${draft.id}/claim`)).status).toBe(403)
    expect((await registrar.post(`${queue}/${draft.id}/decision`, approval)).status).toBe(403)
    expect((await registrar.get(`${queue}/${draft.id}`)).status).toBe(403)
  })
})

describe('a refusal by hand', () => {
  it('needs the check and the article', async () => {
    const draft = await aReferral()
    const registrar = await desk.claimed(draft)
    const { check: _check, ...without } = refusal
    expect((await registrar.post(`${queue}/${draft.id}/decision`, without)).status).toBe(400)
  })

  it('reaches the applicant with check, article, reason and remedy, on the page and as a notice', async () => {
    const draft = await aReferral()
    const registrar = await desk.claimed(draft)
    await ok(registrar.post(`${queue}/${draft.id}/decision`, refusal))
    const { stage, reasons } = await ok<{ stage: string; reasons: object[] }>(
      draft.owner.get(`${base}/${draft.id}`),
    )
    expect(stage).toBe('refused')
    expect(reasons).toMatchObject([
      { id: 'Q14', article: refusal.article, because: [{ text: refusal.reason, mend: refusal.mend }] },
    ])
    await app.settle()
    const [notice] = (await noticesOf(draft.owner)).filter(({ template }) => template === 'refused')
    expect(notice?.text).toContain(refusal.article)
  })
})

describe('an address of somebody else', () => {
  it('is refused by the checks, and no officer can approve it away', async () => {
    const first = await desk.signedDraft()
    await ok(desk.submit(first))
    const { seat } = await ok<{ seat: { code: string } }>(first.owner.get(`${base}/${first.id}`))
    const owner = await desk.someone()
    // the answers name a seat that another company uses; nothing was ever booked for it
    const second = await desk.signed(await desk.aDraft(owner, { ...special, seat: { code: seat.code } }))
    const refused = await ok<{ outcome: string; reasons: { id: string; because: { code: string }[] }[] }>(
      desk.submit(second),
    )
    expect(refused.outcome).toBe('refused')
    expect(refused.reasons.find(({ id }) => id === 'Q6')?.because).toMatchObject([
      { code: 'seat-of-another' },
    ])
  })

  it('taken after the referral stops the approval: two valid licences never name one seat', async () => {
    const owner = await desk.someone()
    const draft = await desk.aDraft(owner, special)
    await desk.signed(draft)
    await ok(desk.submit(draft))
    const { seat } = await ok<{ seat: { code: string } }>(owner.get(`${base}/${draft.id}`))
    await sql`update registration_seat set state = 'free', application_id = null, until = null
      where code = ${seat.code}`.execute(app.database)
    const other = await desk.someone()
    const otherDraft = await desk.aDraft(other, { seat })
    await ok(other.post(`${base}/${otherDraft.id}/seat`, { code: seat.code }))
    const registrar = await desk.claimed(draft)
    expect((await registrar.post(`${queue}/${draft.id}/decision`, approval)).json()).toMatchObject({
      status: 409,
      code: 'seat-taken',
    })
  })

  it('that has run out but is free is booked again by the approval', async () => {
    const draft = await aReferral()
    const { seat } = await ok<{ seat: { code: string } }>(draft.owner.get(`${base}/${draft.id}`))
    await sql`update registration_seat set state = 'free', application_id = null, until = null
      where code = ${seat.code}`.execute(app.database)
    const registrar = await desk.claimed(draft)
    expect(await ok(registrar.post(`${queue}/${draft.id}/decision`, approval))).toMatchObject({
      outcome: 'approved',
    })
    const { rows } = await sql<{ state: string; application_id: string }>`
      select state, application_id from registration_seat where code = ${seat.code}`.execute(app.database)
    expect(rows).toEqual([{ state: 'used', application_id: draft.id }])
  })
})
