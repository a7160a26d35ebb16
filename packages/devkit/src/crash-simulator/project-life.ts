/**
 * The life of one project as its people play it: plan, commitments, the case of its permit, decision, duties made up. Chance
 * chooses the order where the order is free, who is suspended, and what is refused.
 */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Draw } from '../name-generator.ts'
import type { Request } from './mortal-house.ts'

/** Plays a step to its answer, whatever happens to the house meanwhile. */
export type Play = <T>(request: Request) => Promise<T>

/** How a life is lived. */
export interface Living {
  /** steps over which the house may die */
  readonly play: Play
  /** steps that are not what is tried, such as uploads */
  readonly calmly: Play
  readonly draw: Draw
  readonly today: string
}

interface Moved {
  readonly id: string
  readonly version: number
}

const example = join(
  import.meta.dirname,
  '../../../../content/qingdao/examples/projects/p1-tcm-innovation-base.yaml',
)

function flat(values: Readonly<Record<string, unknown>>, prefix = ''): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.entries(flat(value as Record<string, unknown>, `${prefix}${key}.`))
        : [[`${prefix}${key}`, value] as const],
    ),
  )
}

/** Lives it to the end. */
export async function liveProject(living: Living): Promise<void> {
  const { play, draw, today } = living
  const { facts } = parse(readFileSync(example, 'utf8')) as { facts: Record<string, unknown> }
  const made = { name: '中医药传承创新基地一期', kind: 'medical', facts: flat(facts) }
  const { id } = await play<Moved>({ who: 'owner', url: '/api/projects', body: made })
  const project = `/api/projects/${id}`
  await play({ who: 'owner', url: `${project}/plans`, body: { start: today } })
  await play({
    who: 'owner',
    method: 'PATCH',
    url: `${project}/facts`,
    body: { answersVersion: 1, facts: { 'fire.special': draw(2) === 0 } },
  })
  const isSignedFirst = draw(2) === 0
  if (isSignedFirst) await sign(living, project)
  const { caseId } = await play<{ caseId: string }>({
    who: 'owner',
    url: `${project}/steps/M307/case`,
    body: {},
  })
  if (!isSignedFirst) await sign(living, project)
  await attach(living, caseId, [
    'application-form',
    'funding-commitment',
    'quality-safety-measures',
    'supervision-contract',
  ])
  await handle(living, caseId)
  await makeUp(living, caseId)
  await play({
    who: 'owner',
    url: `${project}/steps/I603/progress`,
    body: { startedOn: today, finishedOn: null },
  })
}

async function sign({ play, calmly }: Living, project: string): Promise<void> {
  const url = `${project}/commitments`
  const { digest } = await calmly<{ digest: string }>({
    who: 'owner',
    method: 'GET',
    url: `${url}/letter?commitments=C1,C3`,
  })
  const body = {
    commitments: ['C1', 'C3'],
    confirmed: ['tender.candidatePublished'],
    documentDigest: digest,
  }
  await play({ who: 'owner', url, body })
}

async function attach({ calmly }: Living, caseId: string, requirements: readonly string[]): Promise<void> {
  const bytes = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n')
  const file = { name: '材料.pdf', size: bytes.length }
  const { id: upload } = await calmly<{ id: string }>({
    who: 'owner',
    url: '/api/evidence/uploads',
    body: file,
  })
  const part = { offset: 0, bytes: bytes.toString('base64') }
  await calmly({ who: 'owner', url: `/api/evidence/uploads/${upload}/parts`, body: part })
  const kept = { upload, type: 'application-form', title: '材料' }
  const { id: document } = await calmly<{ id: string }>({ who: 'owner', url: '/api/evidence', body: kept })
  for (const requirement of requirements)
    await calmly({ who: 'owner', url: `/api/cases/${caseId}/evidence`, body: { requirement, document } })
}

type Act = readonly [who: Request['who'], path: string, body: object]

/** Does acts on a case, each over the version that the one before has left. */
async function acts({ play, calmly }: Living, caseId: string, list: readonly Act[]): Promise<void> {
  for (const [who, path, body] of list) {
    const { version } = await calmly<Moved>({ who: 'owner', method: 'GET', url: `/api/cases/${caseId}` })
    await play({ who, url: `/api/cases/${caseId}/${path}`, body: { version, ...body } })
  }
}

async function handle(living: Living, caseId: string): Promise<void> {
  const { draw } = living
  const agree = { opinion: 'agree', reasons: '符合条件', conditions: [] }
  const opinions: Act[] = [
    ['housing', 'opinions', { authority: 'housing', ...agree }],
    ['approval', 'opinions', { authority: 'approval-service', ...agree }],
  ]
  const suspension: Act[] =
    draw(3) === 0
      ? [
          ['head', 'suspension', { ground: 'force-majeure', reason: '台风', expected: null }],
          ['head', 'suspension/end', { reason: '台风已过' }],
        ]
      : []
  const results = ['construction-planning-permit', 'drawing-review-certificate'].map(
    (requirement): Act => ['housing', 'prerequisites', { requirement, proof: '2023-001' }],
  )
  await acts(living, caseId, [
    ['owner', 'submission', {}],
    ['clerk', 'acceptance', { follow: [] }],
    ...suspension,
    ...(draw(2) === 0 ? opinions : opinions.toReversed()),
    ...results,
    ['housing', 'decision', decision],
    ['clerk', 'delivery', { how: 'electronic' }],
  ])
}

const decision = {
  outcome: 'granted',
  reasons: '符合法定条件',
  basis: '建筑法第八条',
  remedies: null,
  lateBecause: null,
  conditions: [],
  milestones: [],
}

async function makeUp(living: Living, caseId: string): Promise<void> {
  await attach(living, caseId, ['award-notice', 'construction-contract', 'C3'])
  const duties: Act[] = ['C1', 'C3'].map((duty): Act => ['owner', 'duties/made-up', { duty }])
  await acts(living, caseId, living.draw(2) === 0 ? duties : duties.toReversed())
}
