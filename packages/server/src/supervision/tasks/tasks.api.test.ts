import { type Browser, type TestApp, testApp } from '@guanjia/devkit/test-app'
import { describe, expect, it } from 'vitest'

const now = '2026-04-20T02:00:00Z'
const base = '/api/supervision'
const place = { list: 'territorial', unit: 'park-biomedical', answerable: '园区负责人', duty: '移交施工场地' }
const department = {
  list: 'departmental',
  unit: 'housing',
  answerable: '建设部门负责人',
  duty: '办理施工许可',
}

const task = (over: object = {}) => ({
  text: '生物医药研发生产基地十个工作日内具备开工条件',
  source: 'red-light',
  dueOn: '2026-04-30',
  leadUnit: 'approval-service',
  duties: [place, department],
  ...over,
})

async function everybody(app: TestApp) {
  const head = (name: string, unit: string) =>
    app.signIn({ name, roles: ['department-head'], authorities: [unit] })
  return {
    one: await app.signIn({ name: '纪言', roles: ['supervisor'] }),
    two: await app.signIn({ name: '监远', roles: ['supervisor-lead'] }),
    park: await head('园方', 'park-biomedical'),
    housing: await head('高远山', 'housing'),
    lead: await head('蒋国平', 'approval-service'),
  }
}

async function entered(who: Browser, over: object = {}): Promise<string> {
  const answer = await who.post(`${base}/tasks`, task(over))
  expect(answer.status).toBe(201)
  return (answer.json() as { id: string }).id
}

interface Page {
  readonly row: { readonly state: string; readonly light: string; readonly recurrences: number }
  readonly entries: readonly { readonly act: string; readonly by: string }[]
  readonly accountability: readonly {
    readonly id: string
    readonly list: string
    readonly unit: { readonly id: string }
    readonly decision: string | null
  }[]
}

const page = async (who: Browser, id: string) => (await who.get(`${base}/tasks/${id}`)).json() as Page

async function look(app: TestApp, job: string): Promise<void> {
  await app.database.transaction().execute((tx) => app.ports.jobs.enqueue(tx, job, {}))
  await app.settle()
}

describe('a task of the ledger', () => {
  it('is none with one duty, and is seen by the units that answer for it or lead it alone', async () => {
    await using app = await testApp({ now })
    const { one, park } = await everybody(app)
    for (const [code, duties] of [
      ['territorial-duty-missing', [department]],
      ['departmental-duty-missing', [place]],
    ] as const) {
      const refused = await one.post(`${base}/tasks`, task({ duties }))
      expect([refused.status, refused.json()]).toMatchObject([422, { code }])
    }
    const id = await entered(one)
    const water = await app.signIn({ name: '水务', roles: ['department-head'], authorities: ['water'] })
    const listed = async (who: Browser, query = '') =>
      ((await who.get(`${base}/tasks${query}`)).json() as { tasks: object[] }).tasks.length
    expect(await listed(park)).toBe(1)
    expect(await listed(water)).toBe(0)
    expect((await water.get(`${base}/tasks/${id}`)).status).toBe(404)
    expect(await listed(one, '?list=departmental&unit=park-biomedical')).toBe(0)
    expect(await listed(one, '?list=territorial&unit=park-biomedical')).toBe(1)
  })

  it('is reported on by both units, verified by the lead unit and closed by a supervisor', async () => {
    await using app = await testApp({ now })
    const { one, park, housing, lead } = await everybody(app)
    const id = await entered(one, { company: '青岛示范生物医药有限公司' })
    const post = (who: Browser, step: string, body: object) => who.post(`${base}/tasks/${id}/${step}`, body)
    await post(housing, 'reports', { words: '图审已完成' })
    const request = { words: '具备开工条件', evidence: ['建筑工程施工许可证'] }
    expect((await post(housing, 'closing-request', request)).json()).toMatchObject({
      code: 'other-duty-silent',
    })
    await post(park, 'reports', { words: '场地已移交' })
    expect((await post(housing, 'closing-request', { ...request, evidence: [] })).json()).toMatchObject({
      code: 'closing-evidence-missing',
    })
    expect((await post(housing, 'closing-request', request)).json()).toEqual({ state: 'closing-requested' })
    expect((await post(housing, 'verification', { passed: true, words: '属实' })).status).toBe(403)
    await post(lead, 'verification', { passed: true, words: '核对许可证' })
    const closing = { passed: true, words: '现场抽查属实' }
    expect((await post(one, 'closing', closing)).json()).toMatchObject({ code: 'company-not-heard' })
    await post(one, 'company', { passed: true, words: '企业电话确认' })
    expect((await post(one, 'closing', closing)).json()).toEqual({ state: 'closed' })
    expect((await page(one, id)).entries.map(({ act, by }) => [act, by])).toEqual([
      ['close', '纪言'],
      ['hear-company', '纪言'],
      ['verify', '蒋国平'],
      ['request-closing', '高远山'],
      ['report', '园方'],
      ['report', '高远山'],
      ['register', '纪言'],
    ])
    app.clock.advance(20 * 86_400_000)
    const { one: later } = await everybody(app)
    const again = { words: '围挡再次占用场地', dueOn: '2026-05-30' }
    const back = await later.post(`${base}/tasks/${id}/recurrence`, again)
    expect(back.json()).toEqual({ state: 'split' })
    expect((await page(later, id)).row).toMatchObject({ recurrences: 1, state: 'split' })
  })

  it('that is overdue drafts both accountabilities once, and a person decides on each', async () => {
    await using app = await testApp({ now })
    const id = await entered((await everybody(app)).one)
    await look(app, 'supervision.look-at-tasks')
    app.clock.advance(14 * 86_400_000)
    const { one, two } = await everybody(app)
    expect((await page(one, id)).accountability).toEqual([])
    await look(app, 'supervision.look-at-tasks')
    await look(app, 'supervision.look-at-tasks')
    const { accountability, row } = await page(one, id)
    expect(row.light).toBe('red')
    expect(accountability.map(({ list, unit, decision }) => [list, unit.id, decision])).toEqual([
      ['territorial', 'park-biomedical', null],
      ['departmental', 'housing', null],
    ])
    const decide = (who: Browser) =>
      who.post(`${base}/accountability/${accountability[0]?.id ?? ''}/decision`, {
        decision: 'explain',
        reason: '请园区说明',
      })
    expect((await decide(one)).status).toBe(403)
    expect((await decide(two)).json()).toEqual({ decision: 'explain' })
    expect((await decide(two)).json()).toMatchObject({ code: 'accountability-decided' })
  })
})

describe('a recommendation', () => {
  const draft = {
    kind: 'supervision',
    unit: 'housing',
    problem: '三个项目施工图联合审查超过承诺时限，未书面告知企业原因。',
    basis: '监督检查发现的事实',
    advice: '逐项说明超期原因，建立超期预警和书面告知制度。',
  }

  interface Listed {
    readonly recommendations: readonly {
      readonly state: string
      readonly lateDays: number
      readonly escalatedAt: string | null
      readonly refusedWithoutReason: boolean
      readonly receivedBy: string | null
    }[]
  }

  it('goes out by a second person, is received, answered and verified', async () => {
    await using app = await testApp({ now })
    const { one, two, housing, park } = await everybody(app)
    const drafted = await one.post(`${base}/recommendations`, draft)
    const { id, number } = drafted.json() as { id: string; number: string }
    expect(number).toBe('监建〔2026〕1号')
    const post = (who: Browser, step: string, body: object) =>
      who.post(`${base}/recommendations/${id}/${step}`, body)
    const first = async (who: Browser) =>
      ((await who.get(`${base}/recommendations`)).json() as Listed).recommendations[0]
    expect(await first(housing)).toBeUndefined()
    expect((await post(one, 'issue', {})).status).toBe(403)
    // thirty days end on 20 May, a Wednesday
    expect((await post(two, 'issue', {})).json()).toEqual({ replyBy: '2026-05-20' })
    const reply = { stance: 'not-adopted', reply: '已另行整改' }
    expect((await post(housing, 'reply', reply)).json()).toMatchObject({ code: 'not-received-yet' })
    expect((await post(park, 'receipt', {})).status).toBe(404)
    await post(housing, 'receipt', {})
    const paper = await housing.get(`${base}/recommendations/${id}/paper`)
    expect(paper.headers['content-type']).toContain('application/pdf')
    expect((await post(housing, 'reply', reply)).json()).toMatchObject({ refusedWithoutReason: true })
    await post(one, 'verification', { passed: false, finding: '请说明不采纳的理由' })
    const anew = { stance: 'adopted', reply: '已建立超期预警制度' }
    expect((await post(housing, 'reply', anew)).json()).toMatchObject({ refusedWithoutReason: false })
    const verified = { passed: true, finding: '回头看：制度已执行' }
    expect((await post(one, 'verification', verified)).json()).toMatchObject({ state: 'closed' })
    expect(await first(housing)).toMatchObject({ state: 'closed', receivedBy: '高远山' })
  })

  it('is escalated once when its reply is overdue', async () => {
    await using app = await testApp({ now })
    const { one, two } = await everybody(app)
    const { id } = (await one.post(`${base}/recommendations`, draft)).json() as { id: string }
    await two.post(`${base}/recommendations/${id}/issue`, { replyBy: '2026-04-24' })
    await look(app, 'supervision.escalate-replies')
    app.clock.advance(7 * 86_400_000)
    await look(app, 'supervision.escalate-replies')
    const { one: later } = await everybody(app)
    const { recommendations } = (await later.get(`${base}/recommendations`)).json() as Listed
    expect(recommendations[0]).toMatchObject({ lateDays: 3, escalatedAt: '2026-04-27T02:00:00.000Z' })
  })
})
