import { type Browser, type TestApp, testApp } from '@guanjia/devkit/test-app'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const base = '/api/supervision'
let app: TestApp
let people: Awaited<ReturnType<typeof everybody>>

async function everybody(house: TestApp) {
  return {
    one: await house.signIn({ name: '纪言', roles: ['supervisor'] }),
    other: await house.signIn({ name: '督明', roles: ['supervisor'] }),
    lead: await house.signIn({ name: '监远', roles: ['supervisor-lead'] }),
    // examines like a supervisor and leads as well
    both: await house.signIn({ name: '双岗人', roles: ['supervisor', 'supervisor-lead'] }),
    head: await house.signIn({ name: '高远山', roles: ['department-head'], authorities: ['housing'] }),
    water: await house.signIn({ name: '水务', roles: ['department-head'], authorities: ['water'] }),
  }
}

beforeAll(async () => {
  app = await testApp({ now: '2026-04-20T02:00:00Z' })
  people = await everybody(app)
})
afterAll(() => app.close())

const opened = async (who: Browser, path: string, body: object) =>
  ((await who.post(`${base}/${path}`, body)).json() as { id: string }).id
const step = (who: Browser, id: string, name: string, body: object) =>
  who.post(`${base}/conduct/${id}/${name}`, { words: '经查明', ...body })

describe('tolerance', () => {
  it('is applied for by the unit, examined by one person, granted by another, and told to the unit', async () => {
    const { one, lead, both, head, water } = people
    const id = await opened(head, 'tolerance', {
      about: '首次试行告知承诺的审批人',
      facts: '先行先试中材料核验滞后',
    })
    const found = { kind: 'tolerance', forGain: false, orderly: true, harm: 'slight', remedied: true }
    expect((await step(lead, id, 'examination', { examination: found })).status).toBe(403)
    expect((await step(lead, id, 'determination', { granted: true })).json()).toMatchObject({
      code: 'conduct-out-of-turn',
    })
    await step(both, id, 'examination', { examination: found })
    expect((await step(both, id, 'determination', { granted: true })).status).toBe(403)
    expect((await step(lead, id, 'determination', { granted: true })).json()).toEqual({ state: 'granted' })
    expect((await step(one, id, 'conclusion', {})).json()).toEqual({ state: 'concluded' })
    const listed = async (who: Browser) =>
      ((await who.get(`${base}/conduct`)).json() as { matters: { state: string }[] }).matters
    expect(await listed(head)).toMatchObject([{ state: 'concluded', determinedBy: '监远' }])
    expect(await listed(water)).toEqual([])
  })
})

describe('the clearing of a name', () => {
  it('in public waits for the consent of the person', async () => {
    const { one, lead } = people
    const body = { kind: 'clearing', about: '被反映人某某', unit: 'housing', facts: '反映问题经查不实' }
    const id = await opened(one, 'conduct', body)
    const asked = (consents: boolean) =>
      step(one, id, 'examination', { examination: { kind: 'clearing', form: 'public', consents } })
    await asked(false)
    expect((await step(lead, id, 'determination', { granted: true })).json()).toMatchObject({
      code: 'consent-missing',
    })
    await asked(true)
    await step(lead, id, 'determination', { granted: true })
    expect((await step(one, id, 'conclusion', { form: 'written' })).json()).toMatchObject({
      code: 'form-not-agreed',
    })
    expect((await step(one, id, 'conclusion', { form: 'public' })).json()).toEqual({ state: 'concluded' })
  })
})

describe('a bulletin', () => {
  const title = '关于审批拖延典型案例的通报'

  it('goes out after every finding is resolved and two others than its author approved it', async () => {
    const { one, other, lead, head } = people
    const drafted = await one.post(`${base}/bulletins`, {
      title,
      text: '高远山对市场监管局转来的申请拖延四十日，联系电话 13900000001。',
    })
    const { id, found } = drafted.json() as { id: string; found: { kind: string; words: string }[] }
    expect(found.map(({ kind, words }) => [kind, words])).toEqual([
      ['person', '高远山'],
      ['unit', '市场监管局'],
      ['phone', '13900000001'],
    ])
    const post = (who: Browser, name: string, body: object = {}) =>
      who.post(`${base}/bulletins/${id}/${name}`, body)
    const approve = (who: Browser, revision: number) => post(who, 'approval', { revision })
    expect((await approve(other, 1)).json()).toMatchObject({ code: 'identifying-words-left' })
    const text = '某部门负责人对市场监管局转来的申请拖延四十日。'
    const kept = [{ words: '市场监管局', reason: '转办单位，与责任无关' }]
    expect((await post(one, 'revision', { base: 1, title, text, kept })).json()).toMatchObject({ left: 0 })
    expect((await approve(one, 2)).status).toBe(403)
    await approve(other, 2)
    expect((await approve(other, 2)).json()).toMatchObject({ code: 'approved-before' })
    expect((await post(one, 'publication')).json()).toMatchObject({ code: 'approvals-missing' })
    const read = async () =>
      ((await head.get(`${base}/bulletins`)).json() as { bulletins: object[] }).bulletins
    expect(await read()).toEqual([])
    await approve(lead, 2)
    expect((await post(one, 'publication')).json()).toEqual({ state: 'published' })
    expect(await read()).toMatchObject([{ title, text, draft: null }])
  })

  it('is approved anew when its text has changed', async () => {
    const { one, other, lead } = people
    const { id } = (await one.post(`${base}/bulletins`, { title, text: '某单位拖延办理。' })).json() as {
      id: string
    }
    const post = (who: Browser, name: string, body: object = {}) =>
      who.post(`${base}/bulletins/${id}/${name}`, body)
    await post(other, 'approval', { revision: 1 })
    await post(lead, 'approval', { revision: 1 })
    await post(one, 'revision', { base: 1, title, text: '某单位拖延办理四十日。', kept: [] })
    const behind = { base: 1, title, text: '某单位拖延办理很久。', kept: [] }
    expect((await post(other, 'revision', behind)).json()).toMatchObject({
      code: 'bulletin-rewritten-meanwhile',
    })
    expect((await post(one, 'publication')).json()).toMatchObject({ code: 'approvals-missing' })
    // lead has the first text on the screen still
    expect((await post(lead, 'approval', { revision: 1 })).json()).toMatchObject({
      code: 'bulletin-revised-meanwhile',
    })
    const listed = (await lead.get(`${base}/bulletins`)).json() as {
      bulletins: { id: string; text: string; draft: { revision: number; approvals: object[] } }[]
    }
    expect(listed.bulletins.find((each) => each.id === id)).toMatchObject({
      text: '某单位拖延办理四十日。',
      draft: { revision: 2, approvals: [] },
    })
    expect((await post(lead, 'approval', { revision: 2 })).json()).toEqual({ approvals: 1 })
  })

  it('is not approved by whoever had a hand in its text', async () => {
    const { one, other, lead } = people
    const drafted = await one.post(`${base}/bulletins`, { title, text: '某单位拖延办理。' })
    const { id } = drafted.json() as { id: string }
    const post = (who: Browser, name: string, body: object = {}) =>
      who.post(`${base}/bulletins/${id}/${name}`, body)
    await post(other, 'revision', { base: 1, title, text: '某单位拖延办理四十日。', kept: [] })
    const approve = (who: Browser) => post(who, 'approval', { revision: 2 })
    expect((await approve(other)).json()).toMatchObject({ code: 'author-approves-not' })
    expect((await approve(lead)).json()).toEqual({ approvals: 1 })
  })
})
