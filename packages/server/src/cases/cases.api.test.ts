import { type Browser, type TestApp, testApp } from '@guanjia/devkit/test-app'
import { describe, expect, it } from 'vitest'
import { publishFirstCatalogue } from '../catalogue/index.ts'

const publisher = { principal: { kind: 'system' as const, name: 'test' }, name: 'system:test' }

interface Moved {
  readonly id: string
  readonly number: string
  readonly version: number
  readonly situation: string
  readonly status: number
}

/** Everybody who has a part in a case. */
interface Cast {
  readonly applicant: Browser
  readonly clerk: Browser
  readonly housing: Browser
  readonly approval: Browser
  readonly head: Browser
}

const identityNumber = '370214198804120016'
const walkIn = { name: '林海宁', identityNumber }

async function theCast(app: TestApp): Promise<Cast> {
  const [approval, housing] = ['approval-service', 'housing']
  return {
    applicant: await app.signIn({ name: '林海宁', identityNumber }),
    clerk: await app.signIn({ name: '孙晓', roles: ['clerk'] }),
    housing: await app.signIn({ name: '冯雨晴', roles: ['reviewer'], authorities: [housing] }),
    approval: await app.signIn({ name: '郑思远', roles: ['reviewer'], authorities: [approval] }),
    head: await app.signIn({ name: '蒋国平', roles: ['department-head'], authorities: [housing] }),
  }
}

async function moved(answer: ReturnType<Browser['post']>): Promise<Moved> {
  const { status, json } = await answer
  const body = json() as Moved & { readonly code?: string; readonly detail?: string }
  if (status >= 300) throw new Error(`${status} ${body.code}: ${body.detail}`)
  return body
}

/** A construction permit for a project without mandatory tendering, received at the counter. */
async function receive(cast: Cast, papers: readonly string[] = everyPaper): Promise<Moved> {
  const facts = {
    'bidding.required': false,
    'build.type': 'fitout',
    'build.facadeChange': false,
    'fire.needsDesign': false,
  }
  return moved(cast.clerk.post('/api/counter/cases', { service: 'M307', applicant: walkIn, papers, facts }))
}

const everyPaper = [
  'application-form',
  'direct-award-form',
  'construction-contract',
  'funding-commitment',
  'quality-safety-measures',
  'supervision-contract',
]

async function acceptAndAgree(cast: Cast, received: Moved): Promise<Moved> {
  const at = `/api/cases/${received.id}`
  const accepted = await moved(cast.clerk.post(`${at}/acceptance`, { version: received.version, follow: [] }))
  const opinion = { opinion: 'agree', reasons: '符合条件', conditions: [] }
  const one = await moved(
    cast.housing.post(`${at}/opinions`, { version: accepted.version, authority: 'housing', ...opinion }),
  )
  return moved(
    cast.approval.post(`${at}/opinions`, { version: one.version, authority: 'approval-service', ...opinion }),
  )
}

const grant = {
  outcome: 'granted',
  reasons: '符合法定条件',
  basis: '建筑法第八条',
  remedies: null,
  lateBecause: null,
  conditions: [],
  milestones: [],
}

describe('a case', () => {
  it('goes from the counter to its delivery, with a leaf for every act and a paper for every notice', async () => {
    await using app = await testApp({ now: '2026-04-01T01:30:00Z' })
    await publishFirstCatalogue(app.ports, publisher)
    const cast = await theCast(app)
    const received = await receive(cast)
    expect(received).toMatchObject({ situation: 'received', status: 1, version: 2 })
    expect(received.number).toMatch(/^37021220260401GX\d{6}[0-9A-Z]$/)
    const agreed = await acceptAndAgree(cast, received)
    const at = `/api/cases/${received.id}`
    const decided = await moved(cast.housing.post(`${at}/decision`, { version: agreed.version, ...grant }))
    expect(decided).toMatchObject({ situation: 'granted', status: 11 })
    await moved(cast.clerk.post(`${at}/delivery`, { version: decided.version, how: 'electronic' }))
    expect((await cast.applicant.get(at)).json()).toMatchObject({
      own: true,
      statuses: [1, 3, 8, 11],
      court: { who: 'nobody' },
      clocks: { committed: { granted: 1, due: '2026-04-02', light: 'off' } },
    })
    const { events } = (await cast.applicant.get(`${at}/timeline`)).json() as {
      events: { version: number; type: string; paper: string | null }[]
    }
    expect(events.map(({ type, paper }) => [type, paper])).toEqual([
      ['opened', null],
      ['received', 'receipt'],
      ['accepted', 'acceptance'],
      ['review-begun', null],
      ['opinion-given', null],
      ['opinion-given', null],
      ['decision-issued', 'grant'],
      ['delivered', null],
    ])
    const paper = await cast.applicant.get(`${at}/papers/3`)
    expect(paper.headers['content-type']).toBe('application/pdf')
    await app.settle()
  })
})
