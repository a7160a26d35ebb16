/**
 * A house with projects that go on: an owner, a steward and the office that decides about permits, on days that a test moves.
 */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { publishFirstCatalogue } from '../../../server/src/catalogue/index.ts'
import { type Browser, type TestApp, testApp } from '../test-app/index.ts'

const examples = join(import.meta.dirname, '../../../../content/qingdao/examples/projects')
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
/** A permit without conditions. */
export const grant = {
  outcome: 'granted',
  reasons: '符合法定条件',
  basis: '建筑法第八条',
  remedies: null,
  lateBecause: null,
  conditions: [],
  milestones: [],
}

/** Everybody who has a part, with a session of the day. */
interface People {
  readonly owner: Browser
  readonly steward: Browser
  readonly clerk: Browser
  readonly housing: Browser
  readonly approval: Browser
  readonly head: Browser
}

/** The house. */
export interface ProgressHouse {
  readonly app: TestApp
  people: People
  /** the steward with the session of the first day */
  readonly onFirstDay: Browser
}

async function signIn(app: TestApp): Promise<People> {
  return {
    owner: await app.signIn({ name: '林海宁', identityNumber }),
    steward: await app.signIn({ name: '李卓', identityNumber: 'steward-1' }),
    clerk: await app.signIn({ name: '孙晓', roles: ['clerk'] }),
    housing: await app.signIn({ name: '冯雨晴', roles: ['reviewer'], authorities: ['housing'] }),
    approval: await app.signIn({ name: '郑思远', roles: ['reviewer'], authorities: ['approval-service'] }),
    head: await app.signIn({ name: '蒋国平', roles: ['department-head'], authorities: ['housing'] }),
  }
}

/** Opens it on 1 February 2023. */
export async function progressHouse(): Promise<ProgressHouse> {
  const app = await testApp({ now: '2023-02-01T01:00:00Z' })
  const principal = { kind: 'system' as const, name: 'test' }
  await publishFirstCatalogue(app.ports, { principal, name: 'system:test' })
  const onFirstDay = await app.signIn({ name: '李卓', identityNumber: 'steward-1', roles: ['steward'] })
  await app.signIn({ name: '周航', identityNumber: 'steward-2', roles: ['steward'] })
  return { app, people: await signIn(app), onFirstDay }
}

/** The morning of a day, whatever lay between: no clock was looked at. */
export async function onDay(house: ProgressHouse, day: string): Promise<void> {
  house.app.clock.set(`${day}T02:00:00Z`)
  house.people = await signIn(house.app)
}

/** The days until then have passed, and the clocks were looked at. */
export async function until(house: ProgressHouse, day: string): Promise<void> {
  await onDay(house, day)
  const { database, jobs } = house.app.ports
  for (const job of ['cases.look-at-clocks', 'projects.look-for-late-steps'])
    await database.transaction().execute((tx) => jobs.enqueue(tx, job, {}))
  await house.app.settle()
}

export async function taken<T>(answer: ReturnType<Browser['get']>): Promise<T> {
  const { status, json } = await answer
  const body = json() as T & { readonly code?: string; readonly detail?: string }
  if (status >= 300) throw new Error(`${status} ${body.code}: ${body.detail}`)
  return body
}

export interface Moved {
  readonly id: string
  readonly version: number
  readonly situation: string
}

export function step(browser: Browser, from: Moved, path: string, body: object = {}): Promise<Moved> {
  return taken(browser.post(`/api/cases/${from.id}/${path}`, { version: from.version, ...body }))
}

export async function planned(house: ProgressHouse): Promise<string> {
  const made = { name: '中医药传承创新基地一期', kind: 'medical', facts: flat(facts) }
  const { id } = await taken<{ id: string }>(house.people.owner.post('/api/projects', made))
  const url = `/api/projects/${id}`
  await taken(
    house.people.owner.post(`${url}/plans`, { start: house.app.clock.now().toISOString().slice(0, 10) }),
  )
  return url
}

export async function sign(house: ProgressHouse, url: string, ids: readonly string[]): Promise<void> {
  const { digest } = await taken<{ digest: string }>(
    house.people.owner.get(`${url}/commitments/letter?commitments=${ids.join(',')}`),
  )
  const confirmed = ['tender.candidatePublished']
  await taken(
    house.people.owner.post(`${url}/commitments`, { commitments: ids, confirmed, documentDigest: digest }),
  )
}

export async function attach(
  house: ProgressHouse,
  caseId: string,
  requirements: readonly string[],
): Promise<void> {
  const bytes = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n')
  const file = { name: '材料.pdf', size: bytes.length }
  const { id } = await taken<{ id: string }>(house.people.owner.post('/api/evidence/uploads', file))
  await taken(
    house.people.owner.post(`/api/evidence/uploads/${id}/parts`, {
      offset: 0,
      bytes: bytes.toString('base64'),
    }),
  )
  const kept = { upload: id, type: 'application-form', title: '材料' }
  const document = await taken<{ id: string }>(house.people.owner.post('/api/evidence', kept))
  for (const requirement of requirements)
    await taken(
      house.people.owner.post(`/api/cases/${caseId}/evidence`, { requirement, document: document.id }),
    )
}

/** The construction permit of a project, handed in with all papers but those that are promised. */
export async function filed(house: ProgressHouse, url: string): Promise<Moved> {
  const { caseId } = await taken<{ caseId: string }>(house.people.owner.post(`${url}/steps/M307/case`))
  await attach(house, caseId, papers)
  const drafted = await taken<Moved>(house.people.owner.get(`/api/cases/${caseId}`))
  return step(house.people.owner, drafted, 'submission')
}

export async function decided(
  house: ProgressHouse,
  received: Moved,
  decision: object = grant,
): Promise<Moved> {
  let state = await step(house.people.clerk, received, 'acceptance', { follow: [] })
  const agree = { opinion: 'agree', reasons: '符合条件', conditions: [] }
  state = await step(house.people.housing, state, 'opinions', { authority: 'housing', ...agree })
  state = await step(house.people.approval, state, 'opinions', { authority: 'approval-service', ...agree })
  for (const requirement of ['construction-planning-permit', 'drawing-review-certificate'])
    state = await step(house.people.housing, state, 'prerequisites', { requirement, proof: '2023-001' })
  return step(house.people.housing, state, 'decision', decision)
}

export interface Shown {
  readonly version: number
  readonly plan: {
    readonly dates: { readonly permit: string }
    readonly workingDays: { readonly permit: number }
    readonly signed: readonly string[]
    readonly steps: readonly { readonly id: string; readonly progress: Record<string, unknown> }[]
  }
}

export const shown = (house: ProgressHouse, url: string) =>
  taken<Shown>(house.people.owner.get(`${url}/plan`))
export const progressOf = async (house: ProgressHouse, url: string, id: string) =>
  (await shown(house, url)).plan.steps.find((each) => each.id === id)?.progress

export interface DaysSaved {
  readonly lines: Readonly<Record<string, { readonly workingDays: number; readonly naturalDays: number }>>
  readonly total: { readonly workingDays: number; readonly naturalDays: number }
  readonly now: { readonly isFinal: boolean; readonly permit: string }
  readonly baseline: { readonly permit: string }
  readonly signed: readonly { readonly id: string }[]
}

export const savedOf = (house: ProgressHouse, url: string) =>
  taken<DaysSaved>(house.people.owner.get(`${url}/days-saved`))

/** When work on a step began and ended. */
type WorkedDays = readonly [startedOn: string, finishedOn: string | null]

export const report = (house: ProgressHouse, url: string, id: string, days: WorkedDays) =>
  reportBy(house.people.owner, url, id, days)

export function reportBy(by: Browser, url: string, id: string, [startedOn, finishedOn]: WorkedDays) {
  return by.post(`${url}/steps/${id}/progress`, { startedOn, finishedOn })
}

export const codeOf = async (answer: ReturnType<Browser['post']>) =>
  ((await answer).json() as { code: string }).code

export interface Duties {
  readonly duties: readonly Record<string, unknown>[]
  readonly toCome: readonly { readonly commitment: string; readonly due: string | null }[]
}

export const dutiesOf = (house: ProgressHouse, url: string) =>
  taken<Duties>(house.people.owner.get(`${url}/duties`))

/** Whatever was delivered before is delivered again. */
export async function hearAgain(house: ProgressHouse): Promise<void> {
  await house.app.asSuperuser(
    `update guanjia.outbox_delivery set delivered_at = null, next_at = now() - interval '1 day'
     where subscriber like '%-moves-step'`,
  )
  await house.app.settle()
}

/** What changed with each version of the plan, the latest first. */
export const changesOf = async (house: ProgressHouse, url: string) => {
  const { versions } = await taken<{ versions: { changes: { kind: string }[] }[] }>(
    house.people.owner.get(`${url}/plans`),
  )
  return versions.map(({ changes }) => changes.map(({ kind }) => kind))
}
