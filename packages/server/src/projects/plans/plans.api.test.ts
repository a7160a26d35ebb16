import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type TestApp, testApp } from '@guanjia/devkit/test-app'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { publishFirstCatalogue } from '../../catalogue/index.ts'

const examples = join(import.meta.dirname, '../../../../../content/qingdao/examples/projects')
const { facts } = parse(readFileSync(join(examples, 'p1-tcm-innovation-base.yaml'), 'utf8')) as {
  readonly facts: Readonly<Record<string, unknown>>
}

/** The facts of the example by their dotted names. */
function flat(values: Readonly<Record<string, unknown>>, prefix = ''): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.entries(flat(value as Record<string, unknown>, `${prefix}${key}.`))
        : [[`${prefix}${key}`, value] as const],
    ),
  )
}

async function aProject(app: TestApp): Promise<{ owner: Browser; url: string }> {
  const principal = { kind: 'system' as const, name: 'test' }
  await publishFirstCatalogue(app.ports, { principal, name: 'system:test' })
  const owner = await app.signIn({ name: '林海宁' })
  const made = await owner.post('/api/projects', { name: '中医药传承创新基地一期', kind: 'medical' })
  return { owner, url: `/api/projects/${(made.json() as { id: string }).id}` }
}

interface Given {
  readonly url: string
  readonly facts: Readonly<Record<string, unknown>>
  /** the version whose answers were seen */
  readonly over: number
}

async function seen(browser: Browser, url: string): Promise<number> {
  const { answersVersion } = (await browser.get(`${url}/questions`)).json() as { answersVersion: number }
  return answersVersion
}

/** Keeps answers over what stands there at the moment. */
async function save(browser: Browser, url: string, facts: Given['facts']) {
  return saveOver(browser, { url, facts, over: await seen(browser, url) })
}

function saveOver(browser: Browser, { url, facts, over: answersVersion }: Given) {
  const headers = { 'idempotency-key': randomUUID() }
  return browser.send({
    method: 'PATCH',
    url: `${url}/facts`,
    headers,
    body: { answersVersion, facts },
  })
}

interface Shown {
  readonly version: number
  readonly plan: {
    readonly workingDays: { readonly permit: number }
    readonly unsigned: { readonly permit: number }
    readonly dates: { readonly permit: string }
    readonly commitments: readonly { readonly id: string; readonly advice: { readonly code: string } }[]
    readonly lanes: readonly { readonly id: string; readonly name: string }[]
    readonly steps: readonly {
      readonly id: string
      readonly because: readonly { readonly basis: string }[]
    }[]
  }
}

async function shown(browser: Browser, url: string, query = ''): Promise<Shown> {
  return (await browser.get(`${url}/plan${query}`)).json() as Shown
}

interface Asked {
  readonly id: string
  readonly state: string
  readonly answer: string | null
  readonly because: { readonly basis: string } | null
  readonly fields: readonly { readonly id: string }[]
}

async function asked(browser: Browser, url: string): Promise<ReadonlyMap<string, Asked>> {
  const { questions } = (await browser.get(`${url}/questions`)).json() as { questions: readonly Asked[] }
  return new Map(questions.map((question) => [question.id, question]))
}

describe('answers about a project', () => {
  it('say at once which services they bring in and rule out, and ask only what still matters', async () => {
    await using app = await testApp()
    const { owner, url } = await aProject(app)
    const first = (await save(owner, url, { 'invest.kind': 'gov' })).json()
    expect(first).toMatchObject({
      added: expect.arrayContaining([
        expect.objectContaining({ id: 'M101', name: '政府投资项目建议书审批' }),
      ]),
      savedAt: expect.any(String),
    })
    const { removed } = (await save(owner, url, { 'invest.kind': 'enterprise' })).json() as {
      removed: { id: string; name: string }[]
    }
    expect(removed).toContainEqual(expect.objectContaining({ id: 'M101', name: '政府投资项目建议书审批' }))
    const features = async () => (await asked(owner, url)).get('features')?.fields.map(({ id }) => id)
    expect(await features()).toContain('invest.inRatifyCatalogue')
    await save(owner, url, { 'invest.kind': 'gov' })
    expect(await features()).not.toContain('invest.inRatifyCatalogue')
  })

  it('are not overwritten by somebody who has not seen them', async () => {
    await using app = await testApp()
    const { owner, url } = await aProject(app)
    const over = await seen(owner, url)
    const [one, other] = await Promise.all([
      saveOver(owner, { url, facts: { 'invest.kind': 'gov' }, over }),
      saveOver(owner, { url, facts: { 'invest.kind': 'enterprise' }, over }),
    ])
    expect([one.status, other.status].toSorted()).toEqual([200, 409])
    const loser = one.status === 409 ? one : other
    expect(loser.json()).toMatchObject({
      code: 'answers-changed-meanwhile',
      errors: [{ field: 'invest.kind' }],
    })
    const beside = await saveOver(owner, { url, facts: { 'build.type': 'housing' }, over })
    expect(beside.json()).toMatchObject({ answersVersion: over + 2 })
    const again = await save(owner, url, { 'invest.kind': 'enterprise' })
    expect(again.status).toBe(200)
  })

  it('are kept as not known, take the longer way, and name the services that hang on them', async () => {
    await using app = await testApp()
    const { owner, url } = await aProject(app)
    const given = { 'build.type': 'housing', 'build.nature': 'new', 'build.aboveGroundGfa': null }
    const { unsure } = (await save(owner, url, { ...given, 'airDefence.cannotBuild': null })).json() as {
      unsure: { id: string }[]
    }
    expect(unsure.map(({ id }) => id)).toContain('M303')
    await save(owner, url, { 'build.storeys': null, 'build.foundationDepthM': null })
    expect((await asked(owner, url)).get('civil-size')).toMatchObject({ state: 'unsure', answer: null })
  })

  it('make other answers follow, with the rule behind them', async () => {
    await using app = await testApp()
    const { owner, url } = await aProject(app)
    const { derived } = (await save(owner, url, { 'build.type': 'fitout' })).json() as { derived: object[] }
    expect(derived).toContainEqual(expect.objectContaining({ id: 'build.nature', value: '装修' }))
    const questions = await asked(owner, url)
    expect(questions.get('nature')).toMatchObject({
      state: 'derived',
      answer: '装修',
      because: { basis: '装饰装修' },
    })
    await save(owner, url, { 'build.nature': 'rebuild' })
    expect((await asked(owner, url)).get('nature')).toMatchObject({ state: 'answered', because: null })
  })

  it('are not asked for what the kind of the project says', async () => {
    await using app = await testApp()
    const { owner } = await aProject(app)
    const made = await owner.post('/api/projects', { name: '体外诊断试剂厂房', kind: 'industrial' })
    const url = `/api/projects/${(made.json() as { id: string }).id}`
    expect((await asked(owner, url)).get('type')).toMatchObject({ state: 'answered', answer: '工业厂房' })
    expect((await owner.get(`${url}/questions`)).json()).toMatchObject({ savedAt: null, start: null })
  })

  it('are refused with what would be right', async () => {
    await using app = await testApp()
    const { owner, url } = await aProject(app)
    expect((await save(owner, url, { 'invest.kind': 'king' })).json()).toMatchObject({ code: 'value-wrong' })
    expect((await save(owner, url, { 'invest.kin': 'gov' })).json()).toMatchObject({
      code: 'attribute-unknown',
    })
  })
})

describe('the plan of a project', () => {
  it('is what the example says, tried with commitments and explained', async () => {
    await using app = await testApp()
    const { owner, url } = await aProject(app)
    expect((await owner.get(`${url}/plan`)).json()).toMatchObject({ code: 'plan-not-made' })
    expect((await owner.post(`${url}/plans`)).json()).toMatchObject({ code: 'nothing-known-of-the-project' })
    expect((await save(owner, url, flat(facts))).json()).toMatchObject({ services: 51 })
    expect((await owner.post(`${url}/plans`, { start: '2023-02-01' })).json()).toEqual({
      version: 1,
      isNew: true,
    })
    const { plan } = await shown(owner, url)
    expect(plan.lanes[0]).toEqual({ id: 'applicant', name: '建设单位' })
    expect(plan.steps.find(({ id }) => id === 'M307')?.because[0]?.basis).toContain('建筑法')
    const alone = await shown(owner, url, '?sign=C1')
    expect(alone.plan.workingDays.permit).toBe(plan.workingDays.permit)
    expect(alone.plan.commitments.find(({ id }) => id === 'C1')?.advice.code).toBe('needs-others')
    const both = await shown(owner, url, '?sign=C1,C3')
    expect(plan.workingDays.permit - both.plan.workingDays.permit).toBeGreaterThanOrEqual(5)
    expect(both.plan.unsigned.permit).toBe(plan.workingDays.permit)
    expect((await owner.get(`${url}/plan?sign=C9`)).json()).toMatchObject({ code: 'commitment-unknown' })
  })

  it('keeps its first version for ever and says what each later one changed', async () => {
    await using app = await testApp()
    const { owner, url } = await aProject(app)
    await save(owner, url, flat(facts))
    await owner.post(`${url}/plans`, { start: '2023-02-01' })
    expect((await owner.post(`${url}/plans`)).json()).toEqual({ version: 1, isNew: false })
    await save(owner, url, { 'fire.special': false })
    expect((await owner.post(`${url}/plans`)).json()).toEqual({ version: 2, isNew: true })
    const { versions } = (await owner.get(`${url}/plans`)).json() as { versions: object[] }
    expect(versions).toMatchObject([
      { version: 2, removed: expect.arrayContaining(['特殊建设工程消防验收']) },
      { version: 1, added: [], removed: [], permitMoved: null },
    ])
    await expect(app.asSuperuser('set role guanjia_app; delete from guanjia.project_plan')).rejects.toThrow(
      'permission denied',
    )
  })

  it('takes days that the project sets itself, and takes them back', async () => {
    await using app = await testApp()
    const { owner, url } = await aProject(app)
    await save(owner, url, flat(facts))
    await owner.post(`${url}/plans`, { start: '2023-02-01' })
    const before = (await shown(owner, url)).plan.workingDays.permit
    await owner.post(`${url}/plans`, { durations: { A703: 4 } })
    const shorter = await shown(owner, url)
    // six days fewer bring five: the natural days of the tender then run over one more holiday
    expect(before - shorter.plan.workingDays.permit).toBe(5)
    expect(shorter.plan.steps.find(({ id }) => id === 'A703')).toMatchObject({
      days: { value: 4, standard: 10, isDefault: false },
    })
    expect((await owner.post(`${url}/plans`, { durations: { A703: null } })).json()).toEqual({
      version: 3,
      isNew: true,
    })
    expect((await shown(owner, url)).plan.workingDays.permit).toBe(before)
  })

  it('leaves the days of an authority as the authority committed to them', async () => {
    await using app = await testApp()
    const { owner, url } = await aProject(app)
    await save(owner, url, flat(facts))
    await owner.post(`${url}/plans`, { start: '2023-02-01' })
    const refused = await owner.post(`${url}/plans`, { durations: { M307: 0 } })
    expect([refused.status, refused.json()]).toMatchObject([422, { code: 'days-not-own' }])
    expect(await shown(owner, url)).toMatchObject({ version: 1 })
  })

  it('is shown to the stewards of the project and to no others', async () => {
    await using app = await testApp()
    const [li, zhou] = [
      await app.signIn({ name: '李卓', roles: ['steward'] }),
      await app.signIn({ name: '周航', roles: ['steward'] }),
    ]
    const { owner, url } = await aProject(app)
    await save(owner, url, flat(facts))
    await owner.post(`${url}/plans`, { start: '2023-02-01' })
    expect((await li.get(`${url}/plan`)).status).toBe(200)
    expect((await zhou.get(`${url}/plan`)).status).toBe(200)
    const other = await app.signIn({ name: '韩雪', roles: ['steward'] })
    expect((await other.get(`${url}/plan`)).status).toBe(404)
  })
})

describe('an answer that a steward fills in for a company', () => {
  interface Filled {
    readonly mayConfirm: boolean
    readonly answersVersion: number
    readonly questions: readonly { readonly id: string; readonly filledBy: string | null }[]
  }
  const filled = async (browser: Browser, url: string) => {
    const read = (await browser.get(`${url}/questions`)).json() as Filled
    return { ...read, by: read.questions.find(({ filledBy }) => filledBy !== null)?.filledBy }
  }

  it('counts at once, and waits for the word of the company, which alone may give it', async () => {
    await using app = await testApp()
    const li = await app.signIn({ name: '李卓', roles: ['steward'] })
    await app.signIn({ name: '周航', roles: ['steward'] })
    const { owner, url } = await aProject(app)
    await save(owner, url, { 'invest.kind': 'enterprise' })
    expect((await filled(owner, url)).by).toBeUndefined()
    await save(li, url, { 'invest.kind': 'gov' })
    expect(await filled(li, url)).toMatchObject({ by: '李卓', mayConfirm: false })
    const { by, mayConfirm, answersVersion } = await filled(owner, url)
    expect({ by, mayConfirm }).toEqual({ by: '李卓', mayConfirm: true })
    await app.settle()
    const told = (await owner.get('/api/notifications')).json() as { notices: { title: string }[] }
    expect(told.notices.map(({ title }) => title)).toContain('项目管家替您填了几项')

    expect((await li.post(`${url}/facts/confirmation`, { answersVersion })).status).toBe(403)
    await save(li, url, { 'invest.kind': 'enterprise' })
    const early = await owner.post(`${url}/facts/confirmation`, { answersVersion })
    expect(early.json()).toMatchObject({ code: 'answers-changed-meanwhile' })
    const seenNow = { answersVersion: await seen(owner, url) }
    expect((await owner.post(`${url}/facts/confirmation`, seenNow)).json()).toEqual({ confirmed: 1 })
    expect((await filled(owner, url)).by).toBeUndefined()
    const again = await owner.post(`${url}/facts/confirmation`, seenNow)
    expect([again.status, again.json()]).toMatchObject([409, { code: 'nothing-to-confirm' }])
  })

  it('is the company’s own once the company changes it', async () => {
    await using app = await testApp()
    const steward = await app.signIn({ name: '李卓', roles: ['steward'] })
    await app.signIn({ name: '周航', roles: ['steward'] })
    const { owner, url } = await aProject(app)
    await save(steward, url, { 'invest.kind': 'gov' })
    await save(owner, url, { 'invest.kind': 'enterprise' })
    expect((await filled(steward, url)).by).toBeUndefined()
  })
})
