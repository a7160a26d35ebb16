/**
 * The construction permit of a project, over the API: handed in with every paper but those that are promised, and granted by
 * two authorities on one day. What the screens of that look like other stories tell.
 */

import { Buffer } from 'node:buffer'
import type { Page } from '@playwright/test'
import { type MovedCase, send } from '../desk-people.ts'
import type { LongStory } from './long-story.ts'
import { feng, lin, sun, zheng } from './town.ts'

const permit = 'M307'

interface ReadCase extends MovedCase {
  readonly situation: string
  readonly service: {
    readonly requirements: readonly {
      readonly id: string
      readonly source: 'applicant' | 'kept' | 'register'
      readonly state: string
    }[]
  }
}

async function read(page: Page, id: string): Promise<ReadCase> {
  return (await (await page.request.get(`/api/cases/${id}`)).json()) as ReadCase
}

function missing({ service }: ReadCase, source: 'applicant' | 'kept'): readonly string[] {
  return service.requirements
    .filter((each) => each.source === source && each.state === 'missing')
    .map(({ id }) => id)
}

/** Hands the permit of a project in; gives the id of the case. */
export async function fileThePermit(house: LongStory, projectId: string): Promise<string> {
  const owner = await house.at(lin)
  const opened = await owner.request.post(`/api/projects/${projectId}/steps/${permit}/case`, {
    headers: { 'idempotency-key': crypto.randomUUID() },
  })
  const { caseId } = (await opened.json()) as { caseId: string }
  await attachPapers(house, caseId)
  const { version } = await read(owner, caseId)
  await send(owner, `/api/cases/${caseId}/submission`, { version })
  return caseId
}

/** Every paper of a draft that the owner has to bring: none that is promised is among them. */
export async function attachPapers({ at }: LongStory, caseId: string): Promise<void> {
  const owner = await at(lin)
  const draft = await read(owner, caseId)
  const { id: document } = await aPaper(owner)
  for (const requirement of missing(draft, 'applicant'))
    await send(owner, `/api/cases/${caseId}/evidence`, { requirement, document })
}

/** A paper in the library of the owner. */
async function aPaper(owner: Page): Promise<{ readonly id: string }> {
  const bytes = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n')
  const upload = await send(owner, '/api/evidence/uploads', { name: '材料.pdf', size: bytes.length })
  await send(owner, `/api/evidence/uploads/${upload.id}/parts`, {
    offset: 0,
    bytes: bytes.toString('base64'),
  })
  return send(owner, '/api/evidence', { upload: upload.id, type: 'application-form', title: '材料' })
}

/** The office accepts it, both authorities agree, the leading one grants it. */
export async function grantThePermit({ at }: LongStory, caseId: string): Promise<void> {
  const path = `/api/cases/${caseId}`
  const housing = await at(feng)
  let { version } = await read(housing, caseId)
  const step = async (by: Page, act: string, body: object) => {
    version = (await send(by, `${path}/${act}`, { version, ...body })).version
  }
  await step(await at(sun), 'acceptance', { follow: [] })
  const agree = { opinion: 'agree', reasons: '符合条件', conditions: [] }
  await step(housing, 'opinions', { authority: 'housing', ...agree })
  await step(await at(zheng), 'opinions', { authority: 'approval-service', ...agree })
  for (const requirement of missing(await read(housing, caseId), 'kept'))
    await step(housing, 'prerequisites', { requirement, proof: '2023-001' })
  await step(housing, 'decision', {
    outcome: 'granted',
    reasons: '符合法定条件，未交的材料已承诺后补',
    basis: '建筑法第八条',
    remedies: null,
    lateBecause: null,
    conditions: [],
    milestones: [],
  })
}
