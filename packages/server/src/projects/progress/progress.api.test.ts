import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type TestApp, testApp } from '@guanjia/devkit/test-app'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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

const identityNumber = '370214198804120016'
const papers = ['application-form', 'funding-commitment', 'quality-safety-measures', 'supervision-contract']
const grant = {
  outcome: 'granted',
  reasons: '符合法定条件',
  basis: '建筑法第八条',
  remedies: null,
  lateBecause: null,
  conditions: [],
  milestones: [],
}

let app: TestApp
let owner: Browser
let steward: Browser
/** the steward with the session of the first day */
let onFirstDay: Browser
let clerk: Browser
let housing: Browser
let approval: Browser
let head: Browser

/** Everybody who has a part, with a session of that day. */
async function signInAll(): Promise<void> {
  owner = await app.signIn({ name: '林海宁', identityNumber })
  steward = await app.signIn({ name: '李卓', identityNumber: 'steward-1' })
  clerk = await app.signIn({ name: '孙晓', roles: ['clerk'] })
  housing = await app.signIn({ name: '冯雨晴', roles: ['reviewer'], authorities: ['housing'] })
  approval = await app.signIn({ name: '郑思远', roles: ['reviewer'], authorities: ['approval-service'] })
  head = await app.signIn({ name: '蒋国平', roles: ['department-head'], authorities: ['housing'] })
}

beforeAll(async () => {
  app = await testApp({ now: '2023-02-01T01:00:00Z' })
  const principal = { kind: 'system' as const, name: 'test' }
  await publishFirstCatalogue(app.ports, { principal, name: 'system:test' })
  onFirstDay = await app.signIn({ name: '李卓', identityNumber: 'steward-1', roles: ['steward'] })
  await app.signIn({ name: '周航', identityNumber: 'steward-2', roles: ['steward'] })
  await signInAll()
}, 240_000)
afterAll(() => app.close())

/** The days until then have passed, and the clocks were looked at. */
async function until(day: string): Promise<void> {
  app.clock.set(`${day}T02:00:00Z`)
  await signInAll()
  const { database, jobs } = app.ports
  for (const job of ['cases.look-at-clocks', 'projects.look-for-late-steps'])
    await database.transaction().execute((tx) => jobs.enqueue(tx, job, {}))
  await app.settle()
}

async function taken<T>(answer: ReturnType<Browser['get']>): Promise<T> {
  const { status, json } = await answer
  const body = json() as T & { readonly code?: string; readonly detail?: string }
  if (status >= 300) throw new Error(`${status} ${body.code}: ${body.detail}`)
  return body
}

interface Moved {
  readonly id: string
  readonly version: number
  readonly situation: string
}

function step(browser: Browser, from: Moved, path: string, body: object = {}): Promise<Moved> {
  return taken(browser.post(`/api/cases/${from.id}/${path}`, { version: from.version, ...body }))
}

async function planned(): Promise<string> {
  const made = { name: '中医药传承创新基地一期', kind: 'medical', facts: flat(facts) }
  const { id } = await taken<{ id: string }>(owner.post('/api/projects', made))
  const url = `/api/projects/${id}`
  await taken(owner.post(`${url}/plans`, { start: app.clock.now().toISOString().slice(0, 10) }))
  return url
}

async function sign(url: string, ids: readonly string[]): Promise<void> {
  const { digest } = await taken<{ digest: string }>(
    owner.get(`${url}/commitments/letter?commitments=${ids.join(',')}`),
  )
  const confirmed = ['tender.candidatePublished']
  await taken(owner.post(`${url}/commitments`, { commitments: ids, confirmed, documentDigest: digest }))
}

async function attach(caseId: string, requirements: readonly string[]): Promise<void> {
  const bytes = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n')
  const file = { name: '材料.pdf', size: bytes.length }
  const { id } = await taken<{ id: string }>(owner.post('/api/evidence/uploads', file))
  await taken(owner.post(`/api/evidence/uploads/${id}/parts`, { offset: 0, bytes: bytes.toString('base64') }))
  const kept = { upload: id, type: 'application-form', title: '材料' }
  const document = await taken<{ id: string }>(owner.post('/api/evidence', kept))
  for (const requirement of requirements)
    await taken(owner.post(`/api/cases/${caseId}/evidence`, { requirement, document: document.id }))
}

/** The construction permit of a project, handed in with all papers but those that are promised. */
async function filed(url: string): Promise<Moved> {
  const { caseId } = await taken<{ caseId: string }>(owner.post(`${url}/steps/M307/case`))
  await attach(caseId, papers)
  const drafted = await taken<Moved>(owner.get(`/api/cases/${caseId}`))
  return step(owner, drafted, 'submission')
}

async function decided(received: Moved, decision: object = grant): Promise<Moved> {
  let state = await step(clerk, received, 'acceptance', { follow: [] })
  const agree = { opinion: 'agree', reasons: '符合条件', conditions: [] }
  state = await step(housing, state, 'opinions', { authority: 'housing', ...agree })
  state = await step(approval, state, 'opinions', { authority: 'approval-service', ...agree })
  for (const requirement of ['construction-planning-permit', 'drawing-review-certificate'])
    state = await step(housing, state, 'prerequisites', { requirement, proof: '2023-001' })
  return step(housing, state, 'decision', decision)
}

interface Shown {
  readonly version: number
  readonly plan: {
    readonly dates: { readonly permit: string }
    readonly workingDays: { readonly permit: number }
    readonly signed: readonly string[]
    readonly steps: readonly { readonly id: string; readonly progress: Record<string, unknown> }[]
  }
}

const shown = (url: string) => taken<Shown>(owner.get(`${url}/plan`))
const progressOf = async (url: string, id: string) =>
  (await shown(url)).plan.steps.find((each) => each.id === id)?.progress

interface DaysSaved {
  readonly lines: Readonly<Record<string, { readonly workingDays: number; readonly naturalDays: number }>>
  readonly total: { readonly workingDays: number; readonly naturalDays: number }
  readonly now: { readonly isFinal: boolean; readonly permit: string }
  readonly baseline: { readonly permit: string }
  readonly signed: readonly { readonly id: string }[]
}

const savedOf = (url: string) => taken<DaysSaved>(owner.get(`${url}/days-saved`))

function report(
  url: string,
  id: string,
  [startedOn, finishedOn]: readonly [string, string | null],
  by = owner,
) {
  return by.post(`${url}/steps/${id}/progress`, { startedOn, finishedOn })
}

const codeOf = async (answer: ReturnType<Browser['post']>) => ((await answer).json() as { code: string }).code

interface Duties {
  readonly duties: readonly Record<string, unknown>[]
  readonly toCome: readonly { readonly commitment: string; readonly due: string | null }[]
}

const dutiesOf = (url: string) => taken<Duties>(owner.get(`${url}/duties`))

/** Whatever was delivered before is delivered again. */
async function hearAgain(): Promise<void> {
  await app.asSuperuser(
    `update guanjia.outbox_delivery set delivered_at = null, next_at = now() - interval '1 day'
     where subscriber like '%-moves-step'`,
  )
  await app.settle()
}

describe('work that is reported', () => {
  it('is not taken for days to come, for what an authority does, or for a step that is not there', async () => {
    const url = await planned()
    expect(await codeOf(report(url, 'I603', ['2023-02-01', '2023-02-02']))).toBe('progress-not-possible')
    expect(await codeOf(report(url, 'M109', ['2023-02-01', null]))).toBe('step-of-authority')
    expect(await codeOf(report(url, 'M999', ['2023-02-01', null]))).toBe('step-unknown')
    expect((await report(url, 'M109', ['2023-02-01', null], onFirstDay)).status).toBe(200)
    // a draft tells the days of the step as well
    await taken(owner.post(`${url}/steps/M307/case`, {}, randomUUID()))
    expect(await codeOf(report(url, 'M307', ['2023-02-01', null], onFirstDay))).toBe('step-runs-by-case')
  }, 60_000)

  it('goes by its case as soon as one is there, where it was reported as begun', async () => {
    const url = await planned()
    await sign(url, ['C1', 'C3'])
    expect((await report(url, 'M307', ['2023-02-01', null], onFirstDay)).status).toBe(200)
    const received = await filed(url)
    await app.settle()
    expect(await progressOf(url, 'M307')).toMatchObject({ status: 'under-way', caseId: received.id })
    await decided(received)
    await app.settle()
    expect(await progressOf(url, 'M307')).toMatchObject({ status: 'done', finishedOn: '2023-02-01' })
  }, 60_000)

  it('moves the plan, says why in a version, and is lost as the applicant’s own days', async () => {
    const url = await planned()
    const before = await shown(url)
    await until('2023-03-01')
    const late = await taken<{ version: number; isNew: boolean }>(
      report(url, 'I603', ['2023-02-01', '2023-03-01']),
    )
    expect(late).toEqual({ version: 2, isNew: true })
    expect(await progressOf(url, 'I603')).toMatchObject({
      status: 'done',
      startedOn: '2023-02-01',
      finishedOn: '2023-03-01',
    })
    expect((await shown(url)).plan.dates.permit > before.plan.dates.permit).toBe(true)
    const { versions } = await taken<{ versions: { changes: object[] }[] }>(owner.get(`${url}/plans`))
    expect(versions[0]?.changes).toEqual([{ kind: 'step-finished', what: expect.any(String) }])
    const { lines, total } = await savedOf(url)
    expect(total.workingDays).toBeLessThan(0)
    const sum = Object.values(lines).reduce((all, line) => all + line.workingDays, 0)
    expect(sum).toBe(total.workingDays)
    const natural = Object.values(lines).reduce((all, line) => all + line.naturalDays, 0)
    expect(natural).toBe(total.naturalDays)
  }, 60_000)
})

describe('a step that went as planned', () => {
  it('makes no version and opens no gate any more', async () => {
    app.clock.set('2023-02-01T02:00:00Z')
    await signInAll()
    const url = await planned()
    await app.settle()
    const lead = await app.signIn({ name: '郑毅', roles: ['steward-lead'] })
    const openSteps = async () => {
      const { gates } = await taken<{ gates: { step: string }[] }>(
        lead.get(url.replace('/api/', '/api/stewards/')),
      )
      return gates.map(({ step: id }) => id)
    }
    const { steps } = (await shown(url)).plan as unknown as {
      steps: { id: string; lane: string; earlyStart: number; totalFloat: number | null }[]
    }
    // work with days to spare moves nothing when it is done at once
    const spare = steps.find(
      ({ lane, earlyStart, totalFloat }) => lane === 'agency' && earlyStart === 0 && (totalFloat ?? 0) > 3,
    )
    const id = spare?.id ?? ''
    expect(await openSteps()).toContain(id)
    const reported = await taken<{ isNew: boolean }>(report(url, id, ['2023-02-01', '2023-02-01']))
    expect(reported.isNew).toBe(false)
    await app.settle()
    expect(await openSteps()).not.toContain(id)
  }, 60_000)
})

/** Answers as they are given in the questionnaire, and a plan with them. */
async function answer(url: string, answers: Readonly<Record<string, unknown>>): Promise<void> {
  const { answersVersion } = await taken<{ answersVersion: number }>(owner.get(`${url}/questions`))
  const body = { answersVersion, facts: answers }
  const headers = { 'idempotency-key': randomUUID() }
  await taken(owner.send({ method: 'PATCH', url: `${url}/facts`, headers, body }))
  await taken(owner.post(`${url}/plans`))
}

const changesOf = async (url: string) => {
  const { versions } = await taken<{ versions: { changes: { kind: string }[] }[] }>(owner.get(`${url}/plans`))
  return versions.map(({ changes }) => changes.map(({ kind }) => kind))
}

interface Listed {
  readonly id: string
  readonly issued: boolean
  readonly later: readonly { readonly due: string | null }[]
  readonly signed: { readonly withdrawable: boolean } | null
}

async function commitmentOf(url: string, id: string): Promise<Listed | undefined> {
  const { commitments } = await taken<{ commitments: Listed[] }>(owner.get(`${url}/commitments`))
  return commitments.find((one) => one.id === id)
}

const withdraw = (url: string, commitment: string) =>
  taken(owner.post(`${url}/commitments/withdrawal`, { commitment }))

describe('a signed commitment whose condition is not met any more', () => {
  it('stays in its letter until it is withdrawn, and every reader of the plan goes on without it', async () => {
    app.clock.set('2023-02-01T02:00:00Z')
    await signInAll()
    const url = await planned()
    await sign(url, ['C1', 'C3'])
    await taken(report(url, 'I603', ['2023-02-01', null]))
    await answer(url, { 'tender.candidatePublished': false })
    expect((await shown(url)).plan.signed).toEqual(['C3'])
    expect((await savedOf(url)).signed.map(({ id }) => id)).toEqual(['C3'])
    expect((await commitmentOf(url, 'C1'))?.signed).toMatchObject({ withdrawable: true })
    expect((await commitmentOf(url, 'C3'))?.later[0]?.due).toEqual(expect.any(String))
    await until('2023-02-21')
    expect((await changesOf(url))[0]).toEqual(['step-late'])
    await withdraw(url, 'C1')
    expect((await shown(url)).plan.signed).toEqual(['C3'])
  }, 60_000)
})

describe('a permit that was refused', () => {
  it('binds nobody to what was promised for it, which is withdrawn and signed again', async () => {
    app.clock.set('2023-02-01T02:00:00Z')
    await signInAll()
    const url = await planned()
    await sign(url, ['C1', 'C3'])
    const remedies = '六十日内申请行政复议'
    const refused = await decided(await filed(url), { ...grant, outcome: 'refused', remedies })
    expect(refused.situation).toBe('refused')
    await app.settle()
    expect(await commitmentOf(url, 'C1')).toMatchObject({ issued: false, signed: { withdrawable: true } })
    await withdraw(url, 'C1')
    expect((await shown(url)).plan.signed).toEqual(['C3'])
    await sign(url, ['C1'])
    expect((await shown(url)).plan.signed).toEqual(['C1', 'C3'])
  }, 60_000)
})

/** What was handed in counts no more once the department has returned it; what is attached after that does. */
async function returnAndMakeUpAgain(caseId: string, duty: string, paper: string): Promise<void> {
  const made = await taken<Moved>(owner.get(`/api/cases/${caseId}`))
  const returned = await step(housing, made, 'duties/return', { duty, reasons: '是投标文件，不是中标通知书' })
  expect(returned.situation).toBe('granted-on-promise')
  const again = { version: returned.version, duty }
  const old = await owner.post(`/api/cases/${caseId}/duties/made-up`, again)
  expect(old.json()).toMatchObject({ code: 'duty-unproven' })
  await until('2023-02-22')
  await attach(caseId, [paper])
  expect((await step(owner, returned, 'duties/made-up', { duty })).situation).toBe('granted')
}

describe('a step that is late', () => {
  it('is told of once, and again when it was given other days and those are over too', async () => {
    app.clock.set('2023-02-01T02:00:00Z')
    await signInAll()
    const url = await planned()
    const projectId = url.split('/').at(-1) ?? ''
    const told = async () => {
      const { rows } = await sql<{ type: string }>`select type from outbox_event where subject = ${projectId}
        and type in ('projects.plan-made', 'projects.went-as-planned') order by occurred_at`.execute(
        app.database,
      )
      return rows.length
    }
    await taken(report(url, 'I603', ['2023-02-01', null]))
    await until('2023-02-21')
    const first = await told()
    expect((await changesOf(url))[0]).toEqual(['step-late'])
    await until('2023-02-22')
    expect(await told()).toBe(first)
    await taken(report(url, 'I603', ['2023-02-20', null]))
    await until('2023-03-10')
    expect((await changesOf(url))[0]).toEqual(['step-late'])
    expect((await changesOf(url)).flat().filter((kind) => kind === 'step-late')).toHaveLength(2)
  }, 60_000)

  it('is told of where the plan of another project cannot be read', async () => {
    app.clock.set('2023-02-01T02:00:00Z')
    await signInAll()
    const [broken, sound] = [await planned(), await planned()]
    for (const url of [broken, sound]) await taken(report(url, 'I603', ['2023-02-01', null]))
    const brokenId = broken.split('/').at(-1)
    await app.asSuperuser(`update guanjia.project_plan set facts = 'null' where project_id = '${brokenId}'`)
    await until('2023-02-21')
    expect((await changesOf(sound))[0]).toEqual(['step-late'])
    await app.asSuperuser(`delete from guanjia.project_step_actual where project_id = '${brokenId}'`)
  }, 60_000)

  it('is told of once where it moves nothing', async () => {
    app.clock.set('2023-02-01T02:00:00Z')
    await signInAll()
    const url = await planned()
    // what the permit waits for goes on in time; the survey has months of float, and was to take no day
    for (const step of ['I603', 'I606']) await taken(report(url, step, ['2023-02-01', null]))
    const { version } = await shown(url)
    const wentAsPlanned = async () => {
      const { rows } = await sql`select 1 from outbox_event where type = 'projects.went-as-planned'
        and subject = ${url.split('/').at(-1)}`.execute(app.database)
      return rows.length
    }
    const before = await wentAsPlanned()
    await until('2023-02-02')
    expect(await wentAsPlanned()).toBe(before + 1)
    await until('2023-02-03')
    expect(await wentAsPlanned()).toBe(before + 1)
    expect((await shown(url)).version).toBe(version)
  }, 60_000)
})

describe('a permit on a promise', () => {
  it('is granted before the award letter, leaves a duty with its light, and its days are counted as saved', async () => {
    app.clock.set('2023-02-01T02:00:00Z')
    await signInAll()
    const url = await planned()
    await sign(url, ['C1', 'C3'])
    expect((await dutiesOf(url)).toCome.map(({ commitment }) => commitment)).toEqual(['C1', 'C3'])
    const received = await filed(url)
    await app.settle()
    expect(await progressOf(url, 'M307')).toMatchObject({
      status: 'under-way',
      caseId: received.id,
      whoseTurn: 'authority',
    })
    const granted = await decided(received)
    expect(granted.situation).toBe('granted-on-promise')
    await app.settle()
    expect(await progressOf(url, 'M307')).toMatchObject({ status: 'done', finishedOn: '2023-02-01' })
    const versions = (await shown(url)).version
    await hearAgain()
    expect((await shown(url)).version).toBe(versions)
    const { duties, toCome } = await dutiesOf(url)
    expect(toCome).toEqual([])
    expect(duties).toMatchObject([
      { duty: 'C3', state: 'open', due: '2023-02-15', light: 'green' },
      { duty: 'C1', state: 'open', due: '2023-02-22', light: 'green' },
    ])
    const withdrawn = await owner.post(`${url}/commitments/withdrawal`, { commitment: 'C1' })
    expect(withdrawn.json()).toMatchObject({ code: 'approval-issued-already' })
    await until('2023-02-20')
    await attach(granted.id, ['award-notice', 'construction-contract'])
    const now = await taken<Moved>(owner.get(`/api/cases/${granted.id}`))
    await step(owner, now, 'duties/made-up', { duty: 'C1' })
    const rest = await taken<Moved>(owner.get(`/api/cases/${granted.id}`))
    const made = { version: rest.version, duty: 'C3' }
    const bare = await owner.post(`/api/cases/${granted.id}/duties/made-up`, made)
    expect(bare.json()).toMatchObject({ code: 'duty-unproven' })
    await attach(granted.id, ['C3'])
    await step(owner, rest, 'duties/made-up', { duty: 'C3' })
    expect((await dutiesOf(url)).duties).toContainEqual(
      expect.objectContaining({ duty: 'C1', state: 'made-up' }),
    )
    await until('2023-02-21')
    await returnAndMakeUpAgain(granted.id, 'C1', 'award-notice')
    const saved = await savedOf(url)
    expect(saved.now.isFinal).toBe(true)
    expect(saved.lines['commitments']?.workingDays).toBeGreaterThanOrEqual(5)
    expect(saved.now.permit < saved.baseline.permit).toBe(true)
  }, 120_000)

  it('is warned of, rectified in vain and revoked by two people where the duty is not made up', async () => {
    app.clock.set('2023-03-01T02:00:00Z')
    await signInAll()
    const url = await planned()
    await sign(url, ['C1', 'C3'])
    const granted = await decided(await filed(url))
    await until('2023-03-15')
    await until('2023-03-21')
    const told = (await taken<{ notices: { title: string }[] }>(steward.get('/api/notifications'))).notices
    expect(told.map(({ title }) => title)).toContain('项目有期限将至')
    await until('2023-03-23')
    const lapsed = (await dutiesOf(url)).duties.find(({ duty }) => duty === 'C1')
    expect(lapsed).toMatchObject({ state: 'lapsed', light: 'red', rectifyBy: '2023-04-07' })
    await until('2023-04-11')
    const now = await taken<Moved>(owner.get(`/api/cases/${granted.id}`))
    const ground = { ground: 'duty-not-made-up', reasons: '逾期未补正，整改期满仍未改正' }
    const proposed = await step(housing, now, 'revocation', ground)
    expect((await dutiesOf(url)).duties[0]).toMatchObject({ state: 'failed', revocation: 'proposed' })
    await step(head, proposed, 'revocation/confirm')
    await app.settle()
    expect((await dutiesOf(url)).duties[0]).toMatchObject({ revocation: 'revoked' })
    expect(await progressOf(url, 'M307')).toMatchObject({ status: 'not-begun', caseId: null })
    const again = await taken<{ isNew: boolean; caseId: string }>(
      owner.post(`${url}/steps/M307/case`, {}, randomUUID()),
    )
    expect(again.isNew).toBe(true)
    expect(again.caseId).not.toBe(granted.id)
  }, 240_000)
})
