/**
 * Ordering an approval of several cases, taking it back, and carrying it out once it can no longer be taken back.
 */

import type { Person, Principal } from '@guanjia/core/access'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import type { CommandContext } from '../../platform/commands/command.ts'
import { commandCase, doerOf } from '../case-commands.ts'
import { type CasesPorts, dayOf } from '../cases-ports.ts'
import { lockCase } from '../store/case-store.ts'
import { type CaseRow, casesTables } from '../store/cases-tables.ts'
import {
  type ApprovalRow,
  approvalsTables,
  asJson,
  type OrderedCase,
  type RefusedCase,
} from './approvals-tables.ts'
import { approvalOf, type CaseObstacle, casesWithExpiredEvidence } from './case-obstacles.ts'

/** The job that carries an order out. */
export const approvalJob = 'cases.issue-approvals'

/** What the job is given. */
export interface ApprovalToIssue {
  readonly id: string
}

/** What an officer orders. */
export interface ApprovalOrdered {
  readonly id: string
  readonly cases: readonly { readonly id: string; readonly version: number }[]
  readonly reasons: string
  readonly basis: string
}

type OrderRefusal = 'cases-of-several-services' | 'approval-needs-look'

/** The authority of an officer that leads a case; none where another leads. */
export function leadOf(principal: Principal, { authorities }: Pick<CaseRow, 'authorities'>): string {
  const [lead = ''] = authorities
  return principal.kind === 'person' && principal.authorities.includes(lead) ? lead : ''
}

/** Writes the order down and has it carried out after the time to take it back. */
export async function orderApprovals(
  ports: CasesPorts,
  context: CommandContext,
  { id, cases, reasons, basis }: ApprovalOrdered,
): Promise<Result<ApprovalRow, OrderRefusal>> {
  const { tx, now, principal } = context
  if (principal.kind !== 'person') return refuse('approval-needs-look')
  const rows = await casesTables(tx)
    .selectFrom('case_file')
    .selectAll()
    .where(
      'id',
      'in',
      cases.map((each) => each.id),
    )
    .execute()
  const [first] = rows
  if (first === undefined || rows.some(({ service }) => service !== first.service))
    return refuse('cases-of-several-services')
  const faults = await faultsOf(ports, context, { rows, cases, said: { reasons, basis } })
  if (rows.length < cases.length || faults.length > 0)
    return refuse('approval-needs-look', { errors: faults })
  const order = {
    id,
    officer_id: principal.id,
    officer: { roles: principal.roles, authorities: principal.authorities },
    service: first.service,
    cases: rows.map((row): OrderedCase => ({ id: row.id, version: row.version, number: row.number })),
    reasons,
    basis,
    ordered_at: now,
    runs_at: new Date(now.getTime() + ports.content.undoSeconds * 1000),
    taken_back_at: null,
    issued_at: null,
    refused: [],
  }
  await approvalsTables(tx)
    .insertInto('approval_order')
    .values({ ...order, officer: asJson(order.officer), cases: asJson(order.cases), refused: asJson([]) })
    .execute()
  const toIssue: ApprovalToIssue = { id }
  await ports.jobs.enqueue(tx, approvalJob, toIssue, { runAt: order.runs_at })
  return accept(order)
}

interface Ordering {
  readonly rows: readonly CaseRow[]
  readonly cases: ApprovalOrdered['cases']
  readonly said: Pick<ApprovalOrdered, 'reasons' | 'basis'>
}

/** What stands in the way of each case, in the form in which faults of fields go out. */
async function faultsOf(ports: CasesPorts, context: CommandContext, { rows, cases, said }: Ordering) {
  const seen = new Map(cases.map(({ id, version }) => [id, version]))
  const expired = await expiredOf(ports, context, rows)
  return rows.flatMap((row) => {
    const code = obstacleOf(ports, context, { row, seen: seen.get(row.id), said, expired })
    return code === undefined ? [] : [{ field: `cases.${row.number}`, code, message: code }]
  })
}

function expiredOf(ports: CasesPorts, { tx, now }: CommandContext, rows: readonly CaseRow[]) {
  return casesWithExpiredEvidence(
    tx,
    rows.map(({ id }) => id),
    dayOf(ports, now),
  )
}

interface Judged {
  readonly row: CaseRow
  readonly seen: number | undefined
  readonly said: Pick<ApprovalOrdered, 'reasons' | 'basis'>
  readonly expired: ReadonlySet<string>
}

type Obstacle = CaseObstacle | 'case-changed-meanwhile' | 'not-for-oneself'

function obstacleOf(
  ports: CasesPorts,
  context: CommandContext,
  { row, seen, said, expired }: Judged,
): Obstacle | undefined {
  const { principal, now } = context
  if (row.version !== seen) return 'case-changed-meanwhile'
  const by = doerOf(context)
  // nobody decides on a matter of their own
  if (row.applicant_id === by) return 'not-for-oneself'
  const words = { authority: leadOf(principal, row), ...said, decision: row.id }
  const approval = approvalOf(ports, { row, words, by, now, expired })
  return approval.ok ? undefined : approval.code
}

/** Takes an order back. */
export async function takeBackApprovals(
  { tx, now }: CommandContext,
  id: string,
): Promise<Result<{ id: string }, 'approvals-issued-already'>> {
  const taken = await approvalsTables(tx)
    .updateTable('approval_order')
    .set({ taken_back_at: now })
    .where('id', '=', id)
    .where('issued_at', 'is', null)
    .where('taken_back_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return taken === undefined ? refuse('approvals-issued-already') : accept(taken)
}

/** Carries an order out, each case on its own: one that changed meanwhile holds up no other. */
export async function issueApprovals(ports: CasesPorts, { id }: ApprovalToIssue): Promise<void> {
  const claimed = await approvalsTables(ports.database)
    .updateTable('approval_order')
    .set({ issued_at: ports.clock.now() })
    .where('id', '=', id)
    .where('taken_back_at', 'is', null)
    .returningAll()
    .executeTakeFirst()
  if (claimed === undefined) return
  const refused: RefusedCase[] = []
  for (const ordered of claimed.cases) {
    const outcome = await approveOne(ports, claimed, ordered)
    if (!outcome.ok) refused.push({ number: ordered.number, code: outcome.code })
  }
  await approvalsTables(ports.database)
    .updateTable('approval_order')
    .set({ refused: asJson(refused) })
    .where('id', '=', id)
    .execute()
}

/** The officer as they were when they ordered; the order's key makes a second try find the first. */
function approveOne(ports: CasesPorts, order: ApprovalRow, { id, version }: OrderedCase) {
  const principal: Person = {
    kind: 'person',
    id: order.officer_id,
    name: '',
    assurance: 'two-factor',
    ...order.officer,
    memberships: [],
    delegations: [],
  }
  const named = { name: 'cases.approve', subject: id, principal, correlationId: ports.newId() }
  return ports.runCommand({ ...named, key: `${order.id}:${id}`, legal: true }, async (context) => {
    const row = await lockCase(context, id)
    const expired = await expiredOf(ports, context, [row])
    const obstacle = obstacleOf(ports, context, { row, seen: version, said: order, expired })
    if (obstacle !== undefined) return refuse(obstacle)
    const words = { ...order, authority: leadOf(principal, row), decision: ports.newId() }
    const acts = approvalOf(ports, { row, words, by: principal.id, now: context.now, expired })
    if (!acts.ok) return acts
    for (const act of acts.value) {
      const done = await commandCase(ports, context, { id, version: undefined, want: () => act })
      if (!done.ok) return done
    }
    return accept({ id })
  })
}
