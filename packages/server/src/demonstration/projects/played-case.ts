/**
 * A case of a demonstration from its opening to its decision, as applicant, clerk and departments play it.
 */

import { attachPaper } from '../attached-paper.ts'
import type { Send } from './people-at-work.ts'

interface Case {
  readonly id: string
  readonly version: number
  readonly service: {
    readonly authorities: readonly string[]
    readonly requirements: readonly { readonly id: string; readonly source: string; readonly state: string }[]
  }
}

/** Who plays which part. */
export interface Parts {
  readonly owner: string
  readonly clerk: string
  /** by the id of the authority */
  readonly reviewers: Readonly<Record<string, string>>
}

/** A step of a project that is played as a case. */
export interface CaseToPlay {
  readonly projectId: string
  readonly service: string
}

/** Opens and hands in the case with everything it asks of the applicant. */
export async function handIn(
  send: Send,
  { owner }: Parts,
  { projectId, service }: CaseToPlay,
): Promise<string> {
  const { caseId } = await send<{ caseId: string }>(
    owner,
    'POST',
    `/api/projects/${projectId}/steps/${service}/case`,
    {},
  )
  const opened = await send<Case>(owner, 'GET', `/api/cases/${caseId}`)
  const asked = opened.service.requirements.filter(
    ({ source, state }) => source === 'applicant' && state === 'missing',
  )
  for (const { id } of asked) await attachPaper(send, owner, { caseId, requirement: id })
  const { version } = await send<Case>(owner, 'GET', `/api/cases/${caseId}`)
  await send(owner, 'POST', `/api/cases/${caseId}/submission`, { version })
  return caseId
}

/** Does one act over the version as it stands. */
async function act(
  send: Send,
  who: string,
  caseId: string,
  [path, body]: readonly [string, object],
): Promise<void> {
  const { version } = await send<Case>(who, 'GET', `/api/cases/${caseId}`)
  await send(who, 'POST', `/api/cases/${caseId}/${path}`, { version, ...body })
}

/** The clerk finds it complete. */
export function acceptCase(send: Send, { clerk }: Parts, caseId: string): Promise<void> {
  return act(send, clerk, caseId, ['acceptance', { follow: [] }])
}

/** The clerk asks for a correction of the first paper. */
export async function askCorrection(
  send: Send,
  { clerk, owner }: Parts,
  { caseId, what }: { readonly caseId: string; readonly what: string },
): Promise<void> {
  const { service } = await send<Case>(owner, 'GET', `/api/cases/${caseId}`)
  const [first] = service.requirements.filter(({ source }) => source === 'applicant')
  if (first === undefined) return
  await act(send, clerk, caseId, ['correction', { gaps: [{ requirement: first.id, what }] }])
}

/** Departments agree, earlier results are found, the lead grants. */
export async function grantCase(
  send: Send,
  { owner, reviewers }: Parts,
  { caseId, basis }: { readonly caseId: string; readonly basis: string },
): Promise<void> {
  const { service } = await send<Case>(owner, 'GET', `/api/cases/${caseId}`)
  const lead = reviewers[service.authorities[0] ?? ''] ?? ''
  for (const authority of service.authorities) {
    const opinion = { authority, opinion: 'agree', reasons: '材料齐全，符合条件', conditions: [] }
    await act(send, reviewers[authority] ?? '', caseId, ['opinions', opinion])
  }
  const awaited = service.requirements.filter(({ source, state }) => source === 'kept' && state === 'missing')
  for (const { id } of awaited)
    await act(send, lead, caseId, [
      'prerequisites',
      { requirement: id, proof: '本项目前序办件结果，电子证照库核验一致' },
    ])
  const decision = {
    outcome: 'granted',
    reasons: '经审查符合法定条件、标准',
    basis,
    remedies: null,
    lateBecause: null,
    conditions: [],
    milestones: [],
  }
  await act(send, lead, caseId, ['decision', decision])
  await act(send, lead, caseId, ['delivery', { how: 'electronic' }])
}
