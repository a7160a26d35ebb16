/**
 * A case as the counter sees it, what was begun for it, and the latest of its papers.
 */

import { type CallOutput, call } from '../../../api/call.ts'

/** A case at the counter. */
export type CaseAtCounter = CallOutput<'GET /api/cases/:id'>

const running: readonly CaseAtCounter['situation'][] = ['received', 'correcting', 'accepted', 'in-review']

/** Whether it was decided, declined or taken back: nothing is handed in any more but what a grant was tied to. */
export function hasEnded({ situation }: CaseAtCounter): boolean {
  return !running.includes(situation)
}

/** What a clerk has ticked and written for a case. */
export interface IntakeDraft {
  readonly gaps: Readonly<Record<string, string>>
  readonly follow: readonly string[]
}

/** Opens the latest official paper of a case, to be printed by the viewer of the browser. */
export async function printLatest(id: string): Promise<void> {
  const answer = await call('GET /api/cases/:id/timeline', { params: { id } })
  const latest = answer.ok ? answer.value.events.toReversed().find(({ paper }) => paper !== null) : undefined
  if (latest !== undefined) window.open(`/api/cases/${id}/papers/${latest.version}`, '_blank', 'noopener')
}
