/**
 * The list of a department: what it owes each case, and which of them ask for no second look.
 */

import type * as contract from '@guanjia/contract/cases'
import type { RouteOutput } from '@guanjia/contract/route'
import type { Principal } from '@guanjia/core/access'
import type { CaseState } from '@guanjia/core/cases'
import { sql } from 'kysely'
import { leadOf } from './approvals/approval-commands.ts'
import { approvalOf, casesWithExpiredEvidence } from './approvals/case-obstacles.ts'
import { entriesOf, type ListedRow, listed } from './case-lists.ts'
import { type CasesPorts, dayOf } from './cases-ports.ts'

type DepartmentEntry = RouteOutput<typeof contract.listDepartmentCases>['cases'][number]
type Asked = DepartmentEntry['asked']

/** Cases of the reader's authorities in the review, decided and not settled, or in which they were asked. */
export async function readDepartmentCases(
  ports: CasesPorts,
  principal: Principal,
): Promise<DepartmentEntry[]> {
  const authorities = principal.kind === 'person' ? [...principal.authorities] : []
  const rows = (await listed(ports)
    .where('court', '!=', 'nobody')
    .where('situation', 'not in', ['draft', 'received'])
    .where(
      sql<boolean>`(authorities && ${authorities}::text[] or exists (
        select from jsonb_array_elements(state->'consultations') as consultation
        where consultation->>'asked' = any(${authorities}::text[]) and not (consultation->>'closed')::boolean))`,
    )
    .execute()) as ListedRow[]
  const now = ports.clock.now()
  const ids = rows.map(({ id }) => id)
  const expired = await casesWithExpiredEvidence(ports.database, ids, dayOf(ports, now))
  const byId = new Map(rows.map((row) => [row.id, row]))
  return entriesOf(ports, rows).flatMap((entry): DepartmentEntry[] => {
    const row = byId.get(entry.id)
    if (row === undefined) return []
    const trial = { authority: leadOf(principal, row), reasons: '-', basis: '-', decision: row.id }
    const approval = approvalOf(ports, { row, words: trial, by: 'trial', now, expired })
    return [
      {
        ...entry,
        acceptedFrom: row.state.acceptance?.from ?? null,
        asked: askedOf(row.state, authorities),
        obstacle: approval.ok ? null : approval.code,
      },
    ]
  })
}

/** What a case waits for from one of these authorities; the nearest first. */
function askedOf(state: CaseState, authorities: readonly string[]): Asked {
  const isOwn = (authority: string) => authorities.includes(authority)
  const leads = isOwn(state.service.authorities[0])
  if (state.consultations.some(({ asked, closed }) => !closed && isOwn(asked))) return 'answer'
  if (state.situation.at === 'in-review') {
    if (state.reviews.some(({ authority, opinion }) => opinion === null && isOwn(authority))) return 'opinion'
    const isReady = state.reviews.every(({ opinion }) => opinion !== null)
    return leads && isReady ? 'decision' : 'nothing'
  }
  return leads ? askedAfterwards(state) : 'nothing'
}

/** What the lead owes a case that is decided. */
function askedAfterwards({ situation, decision, duties }: CaseState): Asked {
  if (situation.at === 'revocation-proposed') return 'revocation'
  if (decision !== null && decision.deliveredOn === null) return 'delivery'
  return duties.some(({ state }) => state === 'failed') ? 'revocation' : 'nothing'
}
