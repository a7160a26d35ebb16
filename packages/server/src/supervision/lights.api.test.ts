import { type Browser, type TestApp, testApp } from '@guanjia/devkit/test-app'
import { describe, expect, it } from 'vitest'

const now = '2026-04-20T02:00:00Z'
const plans = { land: '2026-03-20', start: '2026-03-25', completion: '2027-06-30' }
const base = '/api/supervision'

function signed(over: object = {}) {
  return {
    name: '精密仪器仪表生产基地',
    company: '青岛示范仪器有限公司',
    sector: '精密仪器仪表',
    park: '精密仪器仪表产业园',
    unit: 'housing',
    landSquareMetres: 66_700,
    plans,
    ...over,
  }
}

const signing = (projects: readonly object[]) => ({ on: '2026-01-05', document: '集中签约仪式', projects })

interface Board {
  readonly rows: readonly {
    readonly id: string
    readonly light: string
    readonly shape: string
    readonly sentence: string
    readonly nodes: readonly { readonly node: string; readonly light: string }[]
  }[]
  readonly counts: Readonly<Record<string, number>>
  readonly missing: number
}

interface Page {
  readonly changes: readonly {
    readonly node: string
    readonly before: string | null
    readonly after: string
  }[]
  readonly orders: readonly {
    readonly id: string
    readonly node: string
    readonly state: string
    readonly issueBy: string
  }[]
  readonly pauses: readonly { readonly id: string }[]
  readonly suggestion: { readonly decision: string | null } | null
}

async function supervisors(app: TestApp) {
  return {
    one: await app.signIn({ name: '纪言', roles: ['supervisor'] }),
    two: await app.signIn({ name: '监远', roles: ['supervisor-lead'] }),
  }
}

const board = async (who: Browser, query = '') => (await who.get(`${base}/lights${query}`)).json() as Board
const page = async (who: Browser, id: string) => (await who.get(`${base}/projects/${id}`)).json() as Page

async function lookNow(app: TestApp): Promise<void> {
  await app.database.transaction().execute((tx) => app.ports.jobs.enqueue(tx, 'supervision.look', {}))
  await app.settle()
}

/** A project whose start is 26 days late on 20 April. */
async function lateProject(who: Browser): Promise<string> {
  const answer = await who.post(`${base}/signings`, signing([signed()]))
  const { projects } = answer.json() as { projects: { id: string }[] }
  const id = projects[0]?.id ?? ''
  await who.post(`${base}/projects/${id}/nodes/land/done`, { on: '2026-03-20', document: '土地出让合同' })
  return id
}

describe('a signing of twelve projects', () => {
  it('enters all of them at the node of signing on the same day', async () => {
    await using app = await testApp({ now })
    const { one } = await supervisors(app)
    const projects = Array.from({ length: 12 }, (_, at) => signed({ name: `签约项目${at + 1}` }))
    expect((await one.post(`${base}/signings`, signing(projects))).status).toBe(201)
    const { rows } = await board(one)
    expect(rows).toHaveLength(12)
    for (const { nodes } of rows) {
      expect(nodes.map(({ node }) => node)).toEqual(['signing', 'land', 'start', 'completion'])
      expect(nodes[0]?.light).toBe('green')
    }
  })

  it.each([
    ['of an unknown unit', { unit: 'nobody' }, 'unit-unknown'],
    ['that starts before it has land', { plans: { ...plans, start: '2026-02-01' } }, 'plans-out-of-order'],
  ])('enters none where there is one %s', async (_, fault, code) => {
    await using app = await testApp({ now })
    const { one } = await supervisors(app)
    const refused = await one.post(`${base}/signings`, signing([signed(), signed(fault)]))
    expect(refused.json()).toMatchObject({ code })
    expect((await board(one)).rows).toHaveLength(0)
  })
})

describe('a light', () => {
  it('says which node, since when and by how much', async () => {
    await using app = await testApp({ now })
    const { one } = await supervisors(app)
    await lateProject(one)
    const { rows, counts } = await board(one)
    expect(rows[0]).toMatchObject({ light: 'amber', shape: '▲' })
    expect(rows[0]?.sentence).toContain('开工')
    expect(rows[0]?.sentence).toContain('已超 26 日')
    expect(counts).toMatchObject({ amber: 1, red: 0 })
  })

  it('turns red by time alone, once, and an order is drafted to be issued by the next working day', async () => {
    await using app = await testApp({ now })
    const id = await lateProject((await supervisors(app)).one)
    app.clock.advance(7 * 86_400_000)
    await lookNow(app)
    await lookNow(app)
    const { one } = await supervisors(app)
    const { changes, orders } = await page(one, id)
    expect(changes.filter(({ node }) => node === 'start').map(({ after }) => after)).toEqual(['red', 'amber'])
    expect(orders).toMatchObject([
      { node: 'start', state: 'drafted', issueBy: '2026-04-28T15:59:00.000Z' },
      // the land was late while nobody had recorded it: that draft has lapsed
      { node: 'land', state: 'lapsed' },
    ])
  })

  it('of yesterday stays when the plan is changed today', async () => {
    await using app = await testApp({ now })
    const { one } = await supervisors(app)
    const id = await lateProject(one)
    const moved = await one.post(`${base}/projects/${id}/nodes/start/plans`, {
      on: '2026-09-30',
      document: '补充协议',
    })
    expect(moved.json()).toEqual({ light: 'green' })
    const start = async (query: string) =>
      (await board(one, query)).rows[0]?.nodes.find(({ node }) => node === 'start')?.light
    expect(await start('?on=2026-04-19')).toBe('amber')
    expect(await start('')).toBe('green')
  })

  it('is grey only after somebody else has consented to the pause', async () => {
    await using app = await testApp({ now })
    const { one, two } = await supervisors(app)
    const id = await lateProject(one)
    const asked = await two.post(`${base}/projects/${id}/nodes/start/pauses`, {
      from: '2026-03-26',
      document: '文物勘探停工通知',
    })
    const { id: pause } = asked.json() as { id: string }
    expect((await board(one)).rows[0]?.light).toBe('amber')
    expect((await two.post(`${base}/pauses/${pause}/answer`, { consent: true })).status).toBe(403)
    const third = await app.signIn({ name: '督明', roles: ['supervisor-lead'] })
    expect((await third.post(`${base}/pauses/${pause}/answer`, { consent: false })).json()).toMatchObject({
      code: 'refusal-needs-reason',
    })
    expect((await third.post(`${base}/pauses/${pause}/answer`, { consent: true })).json()).toEqual({
      light: 'paused',
    })
  })
})

describe('an order', () => {
  async function red(app: TestApp) {
    const id = await lateProject((await supervisors(app)).one)
    app.clock.advance(7 * 86_400_000)
    await lookNow(app)
    const people = await supervisors(app)
    const [order] = (await page(people.one, id)).orders
    return { ...people, id, order: order?.id ?? '' }
  }
  const words = '请查明开工迟缓的原因，于 {answerBy} 前书面答复。'

  it('goes out at the lowest level first, is answered by the unit and closed by another than its issuer', async () => {
    await using app = await testApp({ now })
    const { one, two, order, id } = await red(app)
    const unit = await app.signIn({ name: '高远山', roles: ['department-head'], authorities: ['housing'] })
    const stranger = await app.signIn({ name: '水务', roles: ['department-head'], authorities: ['water'] })
    const issue = (level: string) =>
      one.post(`${base}/orders/${order}/issue`, { level, words, answerBy: '2026-05-08' })
    expect((await issue('red')).json()).toMatchObject({ code: 'level-skipped' })
    expect((await issue('blue')).status).toBe(200)
    const paper = await unit.get(`${base}/orders/${order}/paper`)
    expect(paper.headers['content-type']).toContain('application/pdf')
    const listed = (await unit.get(`${base}/orders`)).json() as { orders: { words: string }[] }
    expect(listed.orders[0]?.words).toContain('2026-05-08')
    const answer = { answer: '已协调图审机构，5 月 20 日前开工。' }
    expect((await stranger.post(`${base}/orders/${order}/answer`, answer)).status).toBe(404)
    expect((await unit.post(`${base}/orders/${order}/answer`, answer)).json()).toEqual({ state: 'answered' })
    const closing = { finding: '已核对施工现场照片。' }
    expect((await one.post(`${base}/orders/${order}/closing`, closing)).status).toBe(403)
    expect((await two.post(`${base}/orders/${order}/closing`, closing)).json()).toEqual({ state: 'closed' })
    expect((await page(one, id)).orders[0]).toMatchObject({ node: 'start', state: 'closed' })
  })

  const weekLater = (app: TestApp, weeks = 1) => {
    app.clock.advance(weeks * 7 * 86_400_000)
    return lookNow(app)
  }
  const unitOf = (app: TestApp) =>
    app.signIn({ name: '高远山', roles: ['department-head'], authorities: ['housing'] })

  it('climbs past a unit that stays silent, and still takes its late answer until the next one is out', async () => {
    await using app = await testApp({ now })
    const { order, id } = await red(app)
    const issue = async (of: string, level: string, answerBy: string) =>
      (await supervisors(app)).one.post(`${base}/orders/${of}/issue`, { level, words, answerBy })
    expect((await issue(order, 'blue', '2026-05-02')).status).toBe(200)
    const ordersNow = async () => (await page((await supervisors(app)).one, id)).orders.slice(0, 2)
    await lookNow(app)
    expect(await ordersNow()).toMatchObject([{ id: order, state: 'issued' }, { node: 'land' }])
    await weekLater(app)
    await lookNow(app)
    const climbed = await ordersNow()
    expect(climbed).toMatchObject([
      { state: 'drafted', level: 'yellow', climbed: expect.stringContaining('到期未答复') },
      { id: order, state: 'superseded' },
    ])
    const answer = (of: string) => ({
      url: `${base}/orders/${of}/answer`,
      body: { answer: '已约谈图审机构。' },
    })
    const late = answer(order)
    const unit = await unitOf(app)
    expect((await unit.post(late.url, late.body)).json()).toEqual({ state: 'answered' })
    expect(await ordersNow()).toMatchObject([{ state: 'lapsed' }, { id: order, state: 'answered' }])
  })

  it('stands again, its answer owed, where a pause ends the red before the sharper one is out', async () => {
    await using app = await testApp({ now })
    const { one, order, id } = await red(app)
    await one.post(`${base}/orders/${order}/issue`, { level: 'blue', words, answerBy: '2026-05-02' })
    await weekLater(app)
    const { two } = await supervisors(app)
    const wish = { from: '2026-03-26', document: '文物勘探停工通知' }
    const asked = await two.post(`${base}/projects/${id}/nodes/start/pauses`, wish)
    const lead = await app.signIn({ name: '督明', roles: ['supervisor-lead'] })
    const { id: pause } = asked.json() as { id: string }
    await lead.post(`${base}/pauses/${pause}/answer`, { consent: true })
    expect((await page(lead, id)).orders).toMatchObject([
      { state: 'lapsed' },
      { id: order, state: 'issued' },
      {},
    ])
    const late = await (await unitOf(app)).post(`${base}/orders/${order}/answer`, { answer: '已约谈。' })
    expect(late.json()).toEqual({ state: 'answered' })
  })

  it('is answered no more once the sharper one is out, and climbs to the top and no further', async () => {
    await using app = await testApp({ now })
    const { order, id } = await red(app)
    const issue = async (of: string, level: string, answerBy: string) =>
      (await supervisors(app)).one.post(`${base}/orders/${of}/issue`, { level, words, answerBy })
    const newest = async () => (await page((await supervisors(app)).one, id)).orders[0]
    await issue(order, 'blue', '2026-05-02')
    await weekLater(app)
    const second = await newest()
    expect((await issue(second?.id ?? '', 'yellow', '2026-05-09')).status).toBe(200)
    const unit = await unitOf(app)
    expect((await unit.post(`${base}/orders/${order}/answer`, { answer: '已约谈。' })).json()).toMatchObject({
      code: 'order-superseded',
    })
    const listed = (await unit.get(`${base}/orders`)).json() as { orders: { mayAnswer: boolean }[] }
    expect(listed.orders.map(({ mayAnswer }) => mayAnswer).toSorted()).toEqual([false, true])
    const paper = await unit.get(`${base}/orders/${second?.id}/paper`)
    expect(paper.status).toBe(200)
    await weekLater(app)
    const third = await newest()
    expect(third).toMatchObject({ level: 'red', state: 'drafted' })
    expect((await issue(third?.id ?? '', 'red', '2026-05-16')).status).toBe(200)
    await weekLater(app, 2)
    expect(await newest()).toMatchObject({ id: third?.id, state: 'issued' })
  })

  it('is followed by a sharper one where it was closed and the light is red still five working days later', async () => {
    await using app = await testApp({ now })
    const { order, id, one, two } = await red(app)
    await one.post(`${base}/orders/${order}/issue`, { level: 'blue', words, answerBy: '2026-05-08' })
    const unit = await unitOf(app)
    await unit.post(`${base}/orders/${order}/answer`, { answer: '5 月中旬开工。' })
    await two.post(`${base}/orders/${order}/closing`, { finding: '承诺可信。' })
    await lookNow(app)
    const newest = async () => (await page((await supervisors(app)).one, id)).orders[0]
    expect(await newest()).toMatchObject({ id: order, state: 'closed' })
    await weekLater(app, 2)
    expect(await newest()).toMatchObject({
      state: 'drafted',
      level: 'yellow',
      climbed: expect.stringContaining('核销后仍为红灯'),
    })
  })

  it('suggests a lead where an authority is the cause, and a person decides', async () => {
    await using app = await testApp({ now })
    const { one, id } = await red(app)
    const cause = `${base}/projects/${id}/nodes/start/cause`
    const named = (over: object) => one.post(cause, { note: '图审超期', ...over })
    expect((await named({ cause: 'enterprise' })).json()).toEqual({ leadSuggested: false })
    expect((await named({ cause: 'authority' })).json()).toEqual({ leadSuggested: true })
    expect((await page(one, id)).suggestion).toMatchObject({ decision: null })
    const decision = { decision: 'none', reason: '系统故障，已更正' }
    const url = `${base}/projects/${id}/nodes/start/suggestion`
    expect((await one.post(url, decision)).json()).toEqual({ decision: 'none' })
    expect((await one.post(url, decision)).json()).toMatchObject({ code: 'suggestion-decided' })
  })
})

describe('the unit of a project', () => {
  it('says what it has to say to an amber light, before the month is frozen and in its report', async () => {
    await using app = await testApp({ now })
    const { one } = await supervisors(app)
    const id = await lateProject(one)
    const unit = await app.signIn({ name: '高远山', roles: ['department-head'], authorities: ['housing'] })
    const other = await app.signIn({ name: '水务', roles: ['department-head'], authorities: ['water'] })
    const own = async (who: Browser) => ((await who.get(`${base}/own-lights`)).json() as Board).rows
    expect(await own(other)).toEqual([])
    expect(await own(unit)).toMatchObject([{ id, statement: null }])
    const say = (who: Browser, node: string) =>
      who.post(`${base}/projects/${id}/nodes/${node}/statements`, { words: '图审机构更换，五月中旬开工。' })
    expect((await say(other, 'start')).status).toBe(404)
    expect((await say(unit, 'completion')).json()).toMatchObject({ code: 'light-is-calm' })
    expect((await say(unit, 'start')).json()).toEqual({ light: 'amber' })
    expect((await board(one)).rows).toMatchObject([{ statement: { node: 'start', by: '高远山' } }])
    app.clock.advance(12 * 86_400_000)
    await app.database
      .transaction()
      .execute((tx) => app.ports.jobs.enqueue(tx, 'supervision.freeze-month', {}))
    await app.settle()
    const frozen = await app.database
      .withTables<{ light_month: { node: string; statement: string | null } }>()
      .selectFrom('light_month')
      .select(['node', 'statement'])
      .where('statement', 'is not', null)
      .execute()
    expect(frozen).toEqual([{ node: 'start', statement: '图审机构更换，五月中旬开工。' }])
  })
})

describe('a supervised project', () => {
  it('is linked with the project of a steward once, and taken back with a reason that stays', async () => {
    await using app = await testApp({ now })
    const { one } = await supervisors(app)
    const [id, other] = [await lateProject(one), await lateProject(one)]
    const owner = await app.signIn({ name: '林海宁' })
    const made = await owner.post('/api/projects', { name: '仪器仪表基地厂房', kind: 'industrial' })
    const { id: projectId, number } = made.json() as { id: string; number: string }
    const link = (of: string) => one.post(`${base}/projects/${of}/link`, { projectId })
    const read = async () => (await one.get(`${base}/projects/${id}/link`)).json()
    expect(await read()).toMatchObject({ link: null, choices: [{ id: projectId }] })
    expect((await link(id)).json()).toEqual({ number })
    expect((await link(id)).json()).toMatchObject({ code: 'link-stands' })
    expect((await link(other)).json()).toMatchObject({ code: 'project-linked-elsewhere' })
    expect(await read()).toMatchObject({ link: { project: { number }, by: '纪言' }, choices: [] })
    const unlink = () => one.post(`${base}/projects/${id}/unlinking`, { reason: '不是同一块地' })
    expect((await unlink()).status).toBe(200)
    expect((await unlink()).json()).toMatchObject({ code: 'link-missing' })
    expect(await read()).toMatchObject({ link: null, former: [{ reason: '不是同一块地', endedBy: '纪言' }] })
    expect((await link(other)).status).toBe(201)
  })
})

describe('the register of land contracts', () => {
  it('enrols every contract for industry, so that the difference is none', async () => {
    await using app = await testApp({ now })
    const { one } = await supervisors(app)
    const land = {
      project: '精密仪器仪表生产基地',
      company: '青岛示范仪器有限公司',
      sector: '精密仪器仪表',
      park: '精密仪器仪表产业园',
      square_metres: '66700',
      supplied_on: '2026-03-20',
      start_by: '2026-09-20',
      complete_by: '2028-09-20',
    }
    await one.post(`${base}/signings`, signing([signed()]))
    await app.database
      .withTables<{ land_supply: typeof land & { contract: string; use: string } }>()
      .insertInto('land_supply')
      .values([
        { ...land, contract: 'QD-01-2026-001', use: '工业用地' },
        { ...land, contract: 'QD-01-2026-002', use: '工业用地', project: '体外诊断试剂厂房' },
        { ...land, contract: 'QD-01-2026-003', use: '住宅用地', project: '人才公寓' },
      ])
      .execute()
    expect((await board(one)).missing).toBe(2)
    await lookNow(app)
    const { rows, missing } = await board(one)
    expect(missing).toBe(0)
    expect(rows).toHaveLength(2)
    expect((await one.get(`${base}/reconciliation`)).json()).toEqual({
      contracts: 2,
      supervised: 2,
      missing: [],
    })
  })
})
