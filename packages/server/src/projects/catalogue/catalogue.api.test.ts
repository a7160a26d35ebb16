import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { listPlans, readCatalogueImpact, readProjectCatalogue } from '@guanjia/contract/projects'
import type { RouteOutput } from '@guanjia/contract/route'
import { type Browser, type TestApp, testApp } from '@guanjia/devkit/test-app'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { publishFirstCatalogue } from '../../catalogue/index.ts'

type Impact = RouteOutput<typeof readCatalogueImpact>
type Resting = RouteOutput<typeof readProjectCatalogue>
type Plain = Record<string, unknown>

const examples = join(import.meta.dirname, '../../../../../content/qingdao/examples/projects')
const { facts } = parse(readFileSync(join(examples, 'p1-tcm-innovation-base.yaml'), 'utf8')) as {
  readonly facts: Plain
}

function flat(values: Plain, prefix = ''): Plain {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.entries(flat(value as Plain, `${prefix}${key}.`))
        : [[`${prefix}${key}`, value] as const],
    ),
  )
}

const jiang = { name: '姜明远', identityNumber: '370212198503140010' }
/** three working days less for the feasibility study let a period of natural days end a working day earlier too */
const sooner = 4
const editor = { roles: ['content-editor'] } as const

let app: TestApp
let keeper: Browser
let second: Browser
let owner: Browser
let steward: Browser
/** address of a project that is planned with version 1 */
let url: string

beforeAll(async () => {
  app = await testApp({ now: '2026-03-02T01:00:00Z' })
  const principal = { kind: 'system' as const, name: 'test' }
  await publishFirstCatalogue(app.ports, { principal, name: 'system:test' })
  keeper = await app.signIn({ name: '沈目', ...editor })
  second = await app.signIn({ name: '林录', ...editor })
  const one = await app.signIn({ name: '李卓', roles: ['steward'] })
  const other = await app.signIn({ name: '李卓', roles: ['steward'] })
  owner = await app.signIn(jiang)
  url = await aPlannedProject('中医药传承创新基地一期')
  await app.settle()
  const { stewards } = (await owner.get(url)).json() as { stewards: { id: string; duty: string }[] }
  const primary = stewards.find(({ duty }) => duty === 'primary')
  steward = primary?.id === one.personId ? one : other
}, 120_000)
afterAll(() => app.close())

/** Gives up the draft that a test left behind. */
afterEach(async () => {
  const { draft } = (await keeper.get('/api/catalogue/draft')).json() as {
    draft: { revision: number } | null
  }
  if (draft !== null) await keeper.post('/api/catalogue/draft/discarding', { revision: draft.revision })
})

async function aPlannedProject(name: string): Promise<string> {
  const made = await owner.post('/api/projects', { name, kind: 'medical', facts: flat(facts) })
  const url = `/api/projects/${(made.json() as { id: string }).id}`
  expect((await owner.post(`${url}/plans`)).status).toBe(201)
  return url
}

/** Writes a service in the draft, which is begun where there is none. */
async function edit(id: string, change: (plain: Plain) => Plain): Promise<void> {
  await keeper.post('/api/catalogue/draft', { restores: null })
  const at = `/api/catalogue/draft/services/${id}`
  const { revision, service } = (await keeper.get(at)).json() as { revision: number; service: Plain }
  const headers = { 'idempotency-key': randomUUID() }
  const body = { revision, service: change(service) }
  expect((await keeper.send({ method: 'PUT', url: at, headers, body })).status).toBe(200)
}

const committed = (days: number) => (plain: Plain) => ({
  ...plain,
  committed: { ...(plain['committed'] as Plain), value: days },
})

async function publish(effectiveOn: string): Promise<number> {
  const revision = async () =>
    ((await keeper.get('/api/catalogue/draft')).json() as { draft: { revision: number } }).draft.revision
  const wish = { revision: await revision(), reason: '压减审查时限', effectiveOn }
  expect((await keeper.post('/api/catalogue/draft/proposal', wish)).status).toBe(200)
  const confirmed = await second.post('/api/catalogue/draft/confirmation', { revision: await revision() })
  expect(confirmed.status).toBe(201)
  return (confirmed.json() as { number: number }).number
}

const impact = async () => (await keeper.get('/api/catalogue/draft/impact')).json() as Impact

const resting = async (project: string) => (await owner.get(`${project}/catalogue`)).json() as Resting

async function permitDays(): Promise<number> {
  const { plan } = (await owner.get(`${url}/plan`)).json() as {
    plan: { workingDays: { permit: number } }
  }
  return plan.workingDays.permit
}

const versions = async () =>
  ((await owner.get(`${url}/plans`)).json() as RouteOutput<typeof listPlans>).versions

describe('the impact of a draft', () => {
  it('is the difference of each running plan in working days, and the plans that stay', async () => {
    expect((await keeper.get('/api/catalogue/draft/impact')).json()).toMatchObject({ code: 'draft-unknown' })
    await owner.post('/api/projects', { name: '还没有流程图的项目', kind: 'medical' })
    await edit('M102', committed(2))
    expect(await impact()).toMatchObject({
      base: 1,
      projects: [
        {
          name: '中医药传承创新基地一期',
          steward: '李卓',
          plannedWith: 1,
          effect: { permit: { workingDays: -sooner }, entering: [], leaving: [] },
        },
      ],
      unchanged: 0,
      withoutPlan: 1,
      latest: 0,
      soonest: sooner,
    })
    await edit('M102', committed(5))
    expect(await impact()).toMatchObject({ projects: [], unchanged: 1, soonest: 0 })
  })

  it('names services that leave a plan and enter it', async () => {
    await edit('M203', (plain) => ({ ...plain, when: 'build.type = "none"' }))
    await edit('M101', (plain) => ({ ...plain, when: 'true' }))
    const [project] = (await impact()).projects
    expect(project?.effect.leaving.map(({ id }) => id)).toEqual(['M203'])
  })

  it('is not told of a draft with faults', async () => {
    await edit('M203', (plain) => ({ ...plain, after: ['M999'] }))
    const answer = await keeper.get('/api/catalogue/draft/impact')
    expect(answer.json()).toMatchObject({ status: 422, code: 'draft-has-findings' })
  })
})

describe('what runs already', () => {
  it('keeps the version it began with where it is a case, and is listed as untouched', async () => {
    const opened = (await owner.post('/api/cases', { service: 'M102' })).json() as {
      id: string
      number: string
    }
    await owner.post('/api/cases', { service: 'M301' })
    const before = (await owner.get(`/api/cases/${opened.id}`)).json()
    await edit('M102', committed(2))
    expect((await impact()).cases).toMatchObject({
      total: 1,
      listed: [{ number: opened.number, service: { id: 'M102' }, begunWith: 1 }],
    })
    await publish('2026-03-02')
    expect((await owner.get(`/api/cases/${opened.id}`)).json()).toEqual(before)
  })

  it('keeps it where it is a plan, through every change, while a new project takes the version in force', async () => {
    const before = await permitDays()
    const headers = { 'idempotency-key': randomUUID() }
    const { answersVersion } = (await owner.get(`${url}/questions`)).json() as { answersVersion: number }
    const body = { answersVersion, facts: { 'water.takes': true } }
    const saved = await owner.send({ method: 'PATCH', url: `${url}/facts`, headers, body })
    expect(saved.status).toBe(200)
    await owner.post(`${url}/plans`)
    expect(await permitDays()).toBe(before)
    expect(await resting(url)).toMatchObject({
      planned: { number: 1 },
      inForce: { number: 2, effectiveOn: '2026-03-02' },
      effect: { permit: { workingDays: -sooner } },
    })
    const fresh = await aPlannedProject('二期')
    expect(await resting(fresh)).toMatchObject({ planned: { number: 2 }, effect: null })
  })

  it('takes the version in force when its steward says so, with the reason, once', async () => {
    const before = await permitDays()
    const take = (browser: Browser, number: number) =>
      browser.post(`${url}/catalogue`, { number, reason: '审查时限已压减' })
    expect((await take(owner, 2)).status).toBe(403)
    expect((await take(steward, 1)).json()).toMatchObject({ code: 'version-not-in-force' })
    expect((await take(steward, 2)).json()).toMatchObject({ isNew: true })
    expect((await take(steward, 2)).json()).toMatchObject({ code: 'catalogue-adopted-already' })
    expect(await permitDays()).toBe(before - sooner)
    expect((await versions())[0]).toMatchObject({
      changes: [{ kind: 'catalogue-published', what: '第 2 版：审查时限已压减' }],
      permitMoved: { workingDays: -sooner },
    })
  })

  it('is not touched by a version that has not begun', async () => {
    await edit('M102', committed(4))
    const number = await publish('2026-03-04')
    expect((await resting(url)).effect).toBeNull()
    app.clock.advance(2 * 24 * 3_600_000)
    owner = await app.signIn(jiang)
    keeper = await app.signIn({ name: '沈目', ...editor })
    expect(await resting(url)).toMatchObject({
      inForce: { number },
      effect: { permit: { workingDays: sooner } },
    })
  })
})
