/**
 * Construction permits with everybody who has a part in one: the applicant, the counter, the two authorities that review
 * it, and the head of the one that leads.
 */

import type { Browser, TestApp } from '../test-app/index.ts'

/** Everybody, each with a session of the day. */
export interface PermitPeople {
  readonly applicant: Browser
  readonly clerk: Browser
  readonly housing: Browser
  readonly approval: Browser
  readonly head: Browser
}

/** A case as an answer leaves it. */
export interface Moved {
  readonly id: string
  readonly number: string
  readonly version: number
  readonly situation: string
  readonly status: number
}

/** What decides which papers a permit asks for: here a fit-out without mandatory tendering. */
export const plainFacts = {
  'bidding.required': false,
  'build.type': 'fitout',
  'build.facadeChange': false,
  'fire.needsDesign': false,
}

/** Every paper that it asks for. */
export const everyPaper: readonly string[] = [
  'application-form',
  'direct-award-form',
  'construction-contract',
  'funding-commitment',
  'quality-safety-measures',
  'supervision-contract',
]

/** What a decision says that grants it. */
export const grant = {
  outcome: 'granted',
  reasons: '符合法定条件',
  basis: '建筑法第八条',
  remedies: null,
  lateBecause: null,
  conditions: [],
  milestones: [],
}

const walkIn = { name: '林海宁', identityNumber: '370214198804120016' }

/** Logs everybody in. */
export async function signInPeople(app: TestApp): Promise<PermitPeople> {
  const authorities = ['housing']
  return {
    applicant: await app.signIn(walkIn),
    clerk: await app.signIn({ name: '孙晓', roles: ['clerk'] }),
    housing: await app.signIn({ name: '冯雨晴', roles: ['reviewer'], authorities }),
    approval: await app.signIn({ name: '郑思远', roles: ['reviewer'], authorities: ['approval-service'] }),
    head: await app.signIn({ name: '蒋国平', roles: ['department-head'], authorities }),
  }
}

/** The days until then have passed, and the clocks were looked at. */
export async function until(app: TestApp, instant: string): Promise<PermitPeople> {
  app.clock.set(instant)
  const people = await signInPeople(app)
  const { database, jobs } = app.ports
  await database.transaction().execute((tx) => jobs.enqueue(tx, 'cases.look-at-clocks', {}))
  await app.settle()
  return people
}

/** What an answer says; one that refuses ends the test. */
export async function moved(answer: ReturnType<Browser['post']>): Promise<Moved> {
  const { status, json } = await answer
  const body = json() as Moved & { readonly code?: string; readonly detail?: string }
  if (status >= 300) throw new Error(`${status} ${body.code}: ${body.detail}`)
  return body
}

interface Brought {
  readonly papers?: readonly string[]
  readonly facts?: Readonly<Record<string, string | number | boolean>>
}

/** A permit received at the counter. */
export function receive(
  { clerk }: PermitPeople,
  { papers = everyPaper, facts = plainFacts }: Brought = {},
): Promise<Moved> {
  return moved(clerk.post('/api/counter/cases', { service: 'M307', applicant: walkIn, papers, facts }))
}

/** Does a step over the version that the last one left. */
export function step(browser: Browser, from: Moved, path: string, body: object = {}): Promise<Moved> {
  return moved(browser.post(`/api/cases/${from.id}/${path}`, { version: from.version, ...body }))
}

/** Does a step at the counter. */
export function stepAtCounter(clerk: Browser, from: Moved, path: string, body: object = {}): Promise<Moved> {
  return moved(clerk.post(`/api/counter/cases/${from.id}/${path}`, { version: from.version, ...body }))
}

/** The code of the refusal of a step. */
export async function refusal(browser: Browser, from: Moved, path: string, body: object = {}) {
  const { json } = await browser.post(`/api/cases/${from.id}/${path}`, { version: from.version, ...body })
  return (json() as { code?: string }).code
}

/** Accepts it, with papers to follow where any are named, and both authorities agree. */
export async function acceptAndAgree(
  { clerk, housing, approval }: PermitPeople,
  received: Moved,
  follow: readonly string[] = [],
): Promise<Moved> {
  const accepted = await step(clerk, received, 'acceptance', { follow })
  const opinion = { opinion: 'agree', reasons: '符合条件', conditions: [] }
  const one = await step(housing, accepted, 'opinions', { authority: 'housing', ...opinion })
  return step(approval, one, 'opinions', { authority: 'approval-service', ...opinion })
}

/** The case as it is on file now. */
export async function now({ clerk }: PermitPeople, id: string): Promise<Moved> {
  return (await clerk.get(`/api/cases/${id}`)).json() as Moved
}

/** The events of a case that others were told of, in order and without their room. */
export async function told({ database }: TestApp, caseId: string): Promise<readonly string[]> {
  const rows = await database
    .selectFrom('outbox_event')
    .select('type')
    .where('subject', '=', caseId)
    .orderBy('id')
    .execute()
  return rows.map(({ type }) => type.replace('cases.', ''))
}
